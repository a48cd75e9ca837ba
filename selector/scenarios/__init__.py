"""A case with some of it changed: the board's scenarios, built-in baselines, and bidders that merge."""

from selector.scenarios.baselines import BASELINES, own_rule
from selector.scenarios.merge_patch import merge_patch
from selector.scenarios.mergers import successors
from selector.scenarios.under import AS_STATED, check_ids, named, stamped, under

__all__ = [
    "AS_STATED",
    "BASELINES",
    "check_ids",
    "merge_patch",
    "named",
    "own_rule",
    "stamped",
    "successors",
    "under",
]
