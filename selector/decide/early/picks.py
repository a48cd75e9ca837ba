"""Bids that are to be accepted."""

from collections.abc import Iterator
from itertools import combinations

from selector.decide.early.known import Known
from selector.decide.unusable import Names


def unusable(known: Known) -> Iterator[Names]:
    """Picks of bids that cannot win."""
    for name, bid in known.appraisal.picks:
        for reasons in known.unusable.reasons.get(bid, ()):
            yield (_member(name), *reasons)


def alternatives(known: Known) -> Iterator[Names]:
    """Picks of bids that are alternatives to each other; two for one lot are no case."""
    group = known.appraisal.bids.exclusive
    for (name, bid), (other_name, other) in combinations(known.appraisal.picks, 2):
        if group[bid] >= 0 and group[bid] == group[other]:
            yield (_member(name), _member(other_name))


def _member(name: str) -> str:
    return f"pick[{name}]"
