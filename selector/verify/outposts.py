"""The local staff that providers keep."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from models import Outpost
from selector.verify.exact import pennies
from selector.verify.tender import Tender
from selector.verify.won import Won


def outposts(tender: Tender, by_provider: Mapping[tuple[str, str], Collection[Won]]) -> tuple[Outpost, ...]:
    """An outpost for each area that a service names and a provider wins a lot in; ``by_provider`` sets the order."""
    found = []
    for (name, provided), won in by_provider.items():
        bidder = tender.bidders[name]
        if tender.at_home(bidder):
            continue
        served = {tender.buyers[one.lot.buyer].area for one in won}
        yearly = Fraction(bidder.outpost_cost.get(provided, 0))
        found += [
            Outpost(
                bidder=name,
                service=provided,
                area=area,
                wte=wte,
                cost=pennies(yearly * Fraction(wte) * tender.annuity),
            )
            for area, wte in tender.services[provided].outposts.items()
            if area in served
        ]
    return tuple(found)
