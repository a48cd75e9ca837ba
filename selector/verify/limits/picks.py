"""Bids that are to win."""

from collections.abc import Iterator

from models import RuleState
from selector.verify.award import Award
from selector.verify.by_hand import picked
from selector.verify.limits.state import state


def picks(award: Award) -> Iterator[RuleState]:
    """``pick[pick]``: whether the bid picked by hand is accepted."""
    for pick in award.tender.case.picks:
        accepted = int(pick.bid in award.by_bid)
        sentence = picked(award.tender, award.tender.bids[pick.bid])
        yield state(f"pick[{pick.id}]", accepted, "exactly", 1, "bids", sentence)
