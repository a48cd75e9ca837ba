"""One package: what it is for, and what it asks for all of it together."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models import Bid
from selector.examples.england_2013 import contracts, prices, qualities
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier
from selector.examples.england_2013.transition import taking_over

# Services from one hand fit together: so many points more on what is delivered.
_JOINED_UP = 1.5
# Of what its parts would cost to take over one by one.
_ONE_TRANSITION = 0.8
_LOWEST_HEAD_PRICE = 0.5


@dataclass(frozen=True)
class Package:
    """Lots offered together, at so much less than one by one."""

    supplier: Supplier
    name: str
    """What tells it from the supplier's other packages."""
    lots: tuple[tuple[Ccg, Line], ...]
    saving: tuple[float, float]
    """Least and most that is taken off the sum of its own prices, as a share."""
    group: str
    """At most one of the supplier's packages of a group is accepted."""
    transfer: Decimal | None = None
    local_team: float = 0.0
    """Points more for local knowledge."""
    start: date | None = None
    """When it starts; with the horizon if none is named."""


def bid(cut: Cut, package: Package) -> Bid:
    """The package as a bid: of business intelligence alone by the head, as that was quoted; else £ a year."""
    supplier = package.supplier
    draw = Stream(cut.seed, "package", supplier.id, package.name)
    asked = [prices.a_year(cut, supplier, ccg, line) for ccg, line in package.lots]
    together = sum(asked) * (1 - draw.uniform(*package.saving))
    by_head = all(line.id == "business-intelligence" for _, line in package.lots)
    if by_head:
        people = sum(ccg.people for ccg, _ in package.lots)
        price = rounded(max(together / people, _LOWEST_HEAD_PRICE), 3)
    else:
        price = rounded(together, 2)
    moves = sum(taking_over(cut, supplier, ccg, price) for (ccg, _), price in zip(package.lots, asked, strict=True))
    offer = Bid(
        id=f"{supplier.id}/{package.name}",
        bidder=supplier.id,
        lots=tuple(f"{ccg.ods}/{line.id}" for ccg, line in package.lots),
        price=price,
        price_basis="head" if by_head else "year",
        transition=rounded(_ONE_TRANSITION * moves, 0),
        scores=_scores(cut, package, asked),
        transfer=package.transfer,
        exclusive_group=package.group,
    )
    contract = contracts.of_package(cut, supplier, package.name, package.start)
    return contract.on(offer)


def _scores(cut: Cut, package: Package, asked: list[float]) -> dict[str, Decimal]:
    """Means of the supplier's scores for the lots, by what it asks for each; better where services fit together."""
    total: dict[str, float] = {}
    weight: dict[str, float] = {}
    for (ccg, line), price in zip(package.lots, asked, strict=True):
        for criterion, score in qualities.scores(cut, package.supplier, ccg, line).items():
            total[criterion] = total.get(criterion, 0.0) + float(score) * price
            weight[criterion] = weight.get(criterion, 0.0) + price
    several = len({line.id for _, line in package.lots}) > 1
    more = {"delivery": _JOINED_UP if several else 0.0, "local-knowledge": package.local_team}
    return {name: rounded(min(total[name] / weight[name] + more.get(name, 0.0), 100), 1) for name in total}
