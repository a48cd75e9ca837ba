"""What is said to be decided by hand."""

from collections.abc import Iterator

from models import ByHand, Evaluation
from models.faults import shown
from selector.verify.claims.listed import Listing
from selector.verify.claims.wrong import wrong
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding


def by_hand(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each pick and exclusion of the case once, with its reason, and no other; in the order of the case.

    Awards written before they were told say nothing of them.
    """
    if "by_hand" in evaluation.model_fields_set:
        yield from _LISTING.findings(evaluation.by_hand, recomputed.by_hand)


def _row(here: str, stated: ByHand, right: ByHand) -> Iterator[Finding]:
    if stated.reason != right.reason:
        yield wrong(f"{here}.reason", f"The reason of {stated.name}", shown(stated.reason), shown(right.reason))


_LISTING: Listing[ByHand, str] = Listing(
    name="by_hand",
    key=lambda row: row.name,
    due=lambda name: f"The case states {name}",
    unknown=lambda name: f"{shown(name)} is listed, and the case states no such decision.",
    disordered="The decisions by hand are not in the order of the case.",
    differences=_row,
)
