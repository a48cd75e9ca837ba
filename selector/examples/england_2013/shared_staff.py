"""The staff of NHS units who work for all their CCGs: directors, receptions, registries. Synthetic.

A group names its employer and no lots: it works on every lot that the unit provides today, and shrinks by the part
that works for those that leave. In a part of England it is those who work for the CCGs there.
"""

from collections.abc import Iterator
from decimal import Decimal

from models import StaffGroup
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Function
from selector.examples.england_2013.supplier import Supplier

_FUNCTION: Function = "corporate"
_PEOPLE_A_HEAD = 400_000
_PAY, _YEARS = (40_000, 46_000), (13.0, 16.9)


def shared_staff(cut: Cut) -> Iterator[StaffGroup]:
    """A group for each unit that provides anything in the case today."""
    for unit in cut.units:
        served = tuple(ccg for ccg in cut.group if cut.incumbents[ccg.ods] == unit)
        if served:
            yield _group(cut, unit, served)


def _group(cut: Cut, unit: Supplier, served: tuple[Ccg, ...]) -> StaffGroup:
    draw = Stream(cut.seed, "shared staff", unit.id)
    office = min(served, key=lambda ccg: (unit.seat.km_to(ccg.place) if unit.seat else 0.0, ccg.ods))
    return StaffGroup(
        id=f"{unit.id}/shared",
        name=f"Staff who work for all its CCGs, {unit.name}",
        employer=unit.id,
        function=_FUNCTION,
        place=office.ods,
        headcount=Decimal(max(1, int(cut.people_inside(unit) / _PEOPLE_A_HEAD + 0.5))),
        wte_per_head=Decimal(1),
        salary=Decimal(int(draw.uniform(*_PAY) / 100) * 100),
        service_years=rounded(draw.uniform(*_YEARS), 1),
    )
