"""Bids that are to be accepted, by their position."""

from collections.abc import Iterator

from selector.appraise.appraisal import Bids
from selector.appraise.register import Register


def picks(register: Register, bids: Bids) -> Iterator[tuple[str, int]]:
    """The id of each pick, and the position of its bid."""
    if register.case.picks:
        at = {name: position for position, name in enumerate(bids.ids)}
        yield from ((pick.id, at[pick.bid]) for pick in register.case.picks)
