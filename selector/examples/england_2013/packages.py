"""Packages: lots offered together for less, all or nothing, in variants of which one may be taken. Synthetic.

Three sorts were on offer in 2012-15: a unit's end-to-end support of a CCG, a firm's for CCGs that lie together (the
first call-off of the Lead Provider Framework was for two), and a specialist's work for a whole area.
"""

from collections.abc import Iterator
from decimal import Decimal

from models import Bid
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.contracts import TEAM_READY
from selector.examples.england_2013.csus import by_distance
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream
from selector.examples.england_2013.frameworks import accredited
from selector.examples.england_2013.package import Package, bid
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.slug import slug
from selector.examples.england_2013.supplier import Supplier

_CLINICAL = frozenset({"clinical", "contracting"})

# Least and most taken off the prices of single lots: by who is keen, and by who offers a package for form's sake.
_KEEN, _LUKEWARM = (0.09, 0.12), (0.01, 0.02)
_OF_A_HALF = 0.7  # of what is saved on the whole
_ONE_HALF = 0.25  # share of offers without the whole
_KEEN_UNITS, _KEEN_RIVALS, _KEEN_FIRMS = 0.4, 0.3, 0.4
_RIVALS = 0.3  # share of CCGs to which the nearest other unit offers end-to-end support

_STARTERS = ("capita", "optum", "mbed")
_CCGS_OF_A_START = 2
_STARTS = 0.8  # share of areas in which a firm offers to start
# With people on the spot, who come over from the trusts.
_LOCAL_TEAM, _LOCAL_TEAM_COSTS, _STAFF_TAKEN = 9.0, 0.03, Decimal("0.8")

# Specialists, and the services that each does for a whole area in one hand.
_SPECIALISTS = {
    "example-analytics": ("business-intelligence",),
    "example-shared-services": ("back-office", "estates"),
    "example-informatics": ("gp-it", "corporate-it", "information-governance"),
    "example-procurement": ("clinical-procurement", "contract-management"),
    "example-medicines-advisers": ("medicines-management",),
    "example-care-assessors": ("continuing-care", "individual-funding-requests"),
}


def packages(cut: Cut) -> Iterator[Bid]:
    """The packages offered in a case, each wholly for CCGs of one area in it."""
    areas = {area: tuple(ccg for ccg in cut.group if ccg.area == area) for area in sorted({c.area for c in cut.group})}
    suppliers = {supplier.id: supplier for supplier in cut.roster}
    for ccg in cut.group:
        yield from (bid(cut, package) for package in _end_to_end(cut, ccg))
    for area, group in areas.items():
        for name in _STARTERS:
            yield from (bid(cut, package) for package in _starts(cut, suppliers[name], area, group))
        for name, services in _SPECIALISTS.items():
            lines = tuple(line for line in cut.lines if line.id in services)
            yield from (bid(cut, package) for package in _area_wide(cut, suppliers[name], area, group, lines))


def _end_to_end(cut: Cut, ccg: Ccg) -> Iterator[Package]:
    incumbent = cut.incumbents[ccg.ods]
    nearest = next(unit for unit in by_distance(cut.units, ccg.place) if unit != incumbent)
    yield from _of_unit(cut, incumbent, ccg, _KEEN_UNITS)
    if Stream(cut.seed, "rival", ccg.ods).chance(_RIVALS):
        yield from _of_unit(cut, nearest, ccg, _KEEN_RIVALS)


def _of_unit(cut: Cut, unit: Supplier, ccg: Ccg, keen: float) -> Iterator[Package]:
    """End-to-end support, or either half; some have people for one half only, whichever it is."""
    lots = tuple((ccg, line) for line in cut.lines if line.scale == "local" and accredited(cut, unit, line.id))
    clinical = tuple(lot for lot in lots if lot[1].function in _CLINICAL)
    office = tuple(lot for lot in lots if lot[1].function not in _CLINICAL)
    group = f"support of {ccg.ods}"
    low, high = _saves(cut, keen, unit, ccg.ods)
    half = (_OF_A_HALF * low, _OF_A_HALF * high)
    if not Stream(cut.seed, "one half", unit.id, ccg.ods).chance(_ONE_HALF):
        yield Package(unit, f"{ccg.ods}/end-to-end", lots, (low, high), group)
    yield Package(unit, f"{ccg.ods}/clinical-half", clinical, half, group)
    yield Package(unit, f"{ccg.ods}/office-half", office, half, group)


def _saves(cut: Cut, keen: float, supplier: Supplier, where: str) -> tuple[float, float]:
    return _KEEN if Stream(cut.seed, "keen", supplier.id, where).chance(keen) else _LUKEWARM


def _starts(cut: Cut, firm: Supplier, area: str, group: tuple[Ccg, ...]) -> Iterator[Package]:
    """All that a firm does, for two or three CCGs that lie together: it has people for one start in an area."""
    draw = Stream(cut.seed, "start", firm.id, area)
    if not draw.chance(_STARTS):
        return
    lines = [
        line
        for line in cut.lines
        if line.id in firm.offers and line.scale == "local" and accredited(cut, firm, line.id)
    ]
    for number in range(2):
        centre = group[draw.whole(0, len(group) - 1)]
        members = _around(centre, group)[:_CCGS_OF_A_START]
        lots = tuple((ccg, line) for ccg in members for line in lines)
        name, start = f"{slug(area)}/start-{number + 1}", f"a start in {area}"
        low, high = _saves(cut, _KEEN_FIRMS, firm, name)
        yield Package(firm, name, lots, (low, high), start, start=TEAM_READY)
        if number == 0:
            dearer = (max(low - _LOCAL_TEAM_COSTS, 0.0), high - _LOCAL_TEAM_COSTS)
            yield Package(firm, f"{name}-with-local-team", lots, dearer, start, _STAFF_TAKEN, _LOCAL_TEAM, TEAM_READY)


def _area_wide(
    cut: Cut, specialist: Supplier, area: str, group: tuple[Ccg, ...], lines: tuple[Line, ...]
) -> Iterator[Package]:
    """A specialist's work for all CCGs of an area, or for the half around its largest."""
    largest = max(group, key=lambda ccg: (ccg.people, ccg.ods))
    around = _around(largest, group)
    for name, members in (("whole", group), ("half", around[: (len(group) + 1) // 2])):
        lots = tuple((ccg, line) for ccg in members for line in lines)
        if len(lots) > 1:
            saves = _saves(cut, _KEEN_FIRMS, specialist, f"{area} {name}")
            yield Package(specialist, f"{slug(area)}/{name}", lots, saves, f"a team for {area}")


def _around(centre: Ccg, group: tuple[Ccg, ...]) -> tuple[Ccg, ...]:
    """A CCG and the others of its group, the nearest first."""
    return tuple(sorted(group, key=lambda ccg: (ccg.place.km_to(centre.place), ccg.ods)))
