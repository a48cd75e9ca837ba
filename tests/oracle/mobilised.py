"""How much a bidder has taken over by each day, and what it can take over by then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.days import whole_months
from tests.oracle.tables import Case


@dataclass(frozen=True)
class Load:
    """What a bidder has taken over by a day: an ``amount`` of lots or wte, of which it can take ``rate`` a month."""

    of: str
    bidder: str
    day: date
    amount: Fraction
    rate: Fraction
    months: int


def loads(case: Case, award: Award) -> Iterator[Load]:
    """Of each bidder with a pace, on each day on which bids of it start."""
    for bidder in case.bidders.values():
        pace = bidder.mobilisation
        if pace is None:
            continue
        starts = {bid.starts for bid in case.bids.values() if bid.bidder == bidder.id}
        for day in sorted(starts):
            taken = [
                offer.lot
                for offer in award.offers
                if offer.bidder.id == bidder.id
                and case.bids[offer.id].starts <= day
                and offer.lot.incumbent != bidder.id
            ]
            months = whole_months(pace.begins, day)
            if pace.lots is not None:
                yield Load("lots", bidder.id, day, Fraction(len(taken)), pace.lots, months)
            if pace.wte is not None:
                yield Load("wte", bidder.id, day, sum((lot.wte for lot in taken), Fraction(0)), pace.wte, months)
