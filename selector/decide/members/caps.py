"""How many lots one bidder may win."""

from collections.abc import Iterator
from decimal import Decimal

from models import Case
from selector.decide.member import Member
from selector.decide.members.stated import at_most
from selector.verify.words import count

_ONE = Decimal(1)


def caps(case: Case) -> Iterator[Member]:
    """The caps on lots, of all services and of one."""
    most = case.max_lots_per_bidder
    if most is not None:
        yield at_most(
            "max_lots",
            ("max_lots_per_bidder",),
            "the greatest number of lots that one bidder may win",
            f"A bidder may win at most {count(most, 'lot')} in all.",
            (("max_lots", (bidder.id,)) for bidder in case.bidders),
            Decimal(most),
            "lots",
            _ONE,
        )
    for position, service in enumerate(case.services):
        if service.max_lots_per_bidder is not None:
            yield at_most(
                f"max_lots[{service.id}]",
                ("services", position, "max_lots_per_bidder"),
                f"the greatest number of lots of {service.name} that one bidder may win",
                f"{service.name}: a bidder may win at most {count(service.max_lots_per_bidder, 'lot')}.",
                (("max_lots", (bidder.id, service.id)) for bidder in case.bidders),
                Decimal(service.max_lots_per_bidder),
                "lots",
                _ONE,
            )
