"""Posts that NHS units could fill with displaced staff, by directorate and place. Synthetic.

A unit has them at its seat, by the CCG nearest to it, and at the largest CCG of its home; in a part of England those
that lie there.
"""

from collections.abc import Iterator
from decimal import Decimal

from models import Vacancy
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.csus import homes
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.supplier import Supplier

WITHIN_KM = Decimal(40)
"""As far as somebody may be asked to travel to work every day: an assumption."""

_HIRES, _POSTS = 0.6, (0.5, 3.0)


def vacancies(cut: Cut) -> Iterator[Vacancy]:
    """The vacancies of units, at most one of a unit, directorate and place."""
    inside = {ccg.ods for ccg in cut.group}
    functions = tuple(dict.fromkeys(line.function for line in cut.lines))
    for unit in cut.units:
        for place in _places(unit):
            for function in functions if place.ods in inside else ():
                draw = Stream(cut.seed, "vacancy", unit.id, place.ods, function)
                if draw.chance(_HIRES):
                    yield Vacancy(
                        id=f"{unit.id}/{place.ods}/{function}",
                        bidder=unit.id,
                        function=function,
                        wte=rounded(draw.uniform(*_POSTS), 1),
                        place=place.ods,
                    )


def _places(unit: Supplier) -> tuple[Ccg, ...]:
    home = homes()[unit.id]
    seat = min(home, key=lambda ccg: (unit.seat.km_to(ccg.place) if unit.seat else 0.0, ccg.ods))
    return tuple(dict.fromkeys((seat, max(home, key=lambda ccg: (ccg.people, ccg.ods)))))
