"""A support function as a case states it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import ceil

from models import BidderKind, Service
from selector.examples.england_2013.caps import most_lots_of_a_service
from selector.examples.england_2013.ccgs import Ccg, people_of
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import rounded
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.tax import recovered
from selector.examples.england_2013.transition import buying_again, successor_years

_SMALLEST_OUTPOST = 0.5


def service(cut: Cut, line: Line) -> Service:
    """The service as bought in a case.

    Only where the whole country buys together is the number of bodies that was recommended for England in force.
    """
    group, national = cut.group, cut.national
    most = line.most_nationally if national else None
    if line.people_per_provider:
        most = max(3, ceil(people_of(group) / line.people_per_provider))
    by_kind: dict[BidderKind, Decimal] = {}
    if line.voluntary_floor is not None:
        by_kind["voluntary"] = Decimal(line.voluntary_floor)
    # A single buyer cannot have two providers of one service.
    shape = None if line.shape == "plural" and len(group) < 2 else line.shape
    return Service(
        id=line.id,
        name=line.name,
        scale=line.scale,
        shape=shape,
        # Quality counts in proportion to what is spent, so that a point is worth the same share of every price.
        weight=Decimal(str(line.price)),
        floor=Decimal(line.floor),
        floor_by_kind=by_kind,
        max_providers=most,
        min_quality=line.min_quality,
        quality_standard=line.quality_standard,
        max_lots_per_bidder=most_lots_of_a_service(len(group), national) if line.capped else None,
        vat_recoverable=Decimal(0) if cut.plain else recovered(line, cut.seed),
        reprocurement_cost=Decimal(0) if cut.plain else buying_again(line, cut.seed),
        successor_years=Decimal(5) if cut.plain else successor_years(line),
        outposts=_outposts(group, line.people_per_outpost) if line.people_per_outpost else {},
        contiguity=line.contiguity,
    )


def _outposts(group: Sequence[Ccg], people_per_outpost: int) -> Mapping[str, Decimal]:
    """WTE to be kept on the spot, by area."""
    areas = sorted({ccg.area for ccg in group})
    people = {area: people_of(ccg for ccg in group if ccg.area == area) for area in areas}
    return {area: rounded(max(people[area] / people_per_outpost, _SMALLEST_OUTPOST), 1) for area in areas}
