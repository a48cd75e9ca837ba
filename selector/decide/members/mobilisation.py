"""How fast bidders can take work over."""

from collections.abc import Iterator

from models import Bidder, Case
from selector.decide.member import Member, RowKey
from selector.decide.members.stated import THOUSANDTH, at_most
from selector.decide.words import amount

MOBILISED = ("mobilised_lots", "mobilised_wte")
"""Families of members that set a pace; their rules say what it allows by a day."""


def mobilisation(case: Case) -> Iterator[Member]:
    """What bidders can take over in a month: lots, and WTE."""
    for position, bidder in enumerate(case.bidders):
        stated = bidder.mobilisation
        if stated is None:
            continue
        for family, field, what, most, unit in (
            ("mobilised_lots", "lots_a_month", "lots", stated.lots_a_month, "lots a month"),
            ("mobilised_wte", "wte_a_month", "work", stated.wte_a_month, "WTE a month"),
        ):
            if most is not None:
                yield at_most(
                    f"{family}[{bidder.id}]",
                    ("bidders", position, "mobilisation", field),
                    f"the pace at which {bidder.name} takes over {what}",
                    f"{bidder.name} can take over at most {amount(most, unit)}, in whole months from {stated.begins}"
                    " until a bid starts.",
                    _rows(case, family, bidder),
                    most,
                    unit,
                    THOUSANDTH,
                )


def _rows(case: Case, family: str, bidder: Bidder) -> Iterator[RowKey]:
    days = {bid.start or case.horizon.start for bid in case.bids if bid.bidder == bidder.id}
    return ((family, (bidder.id, day.isoformat())) for day in sorted(days))
