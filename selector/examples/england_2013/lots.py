"""What is tendered: every service for each CCG, with who provides it today; and what area teams buy."""

from collections.abc import Iterator
from decimal import Decimal

from models import InHouse, Lot, StaffGroup
from selector.examples.england_2013 import boards, prices
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.needed_staff import required_wte, staff_on_lots
from selector.examples.england_2013.present import present_cost
from selector.examples.england_2013.services import Line


def lots_of(cut: Cut, area_teams: tuple[Ccg, ...], groups: tuple[StaffGroup, ...]) -> Iterator[Lot]:
    """Every service for each CCG, and what area teams buy."""
    on_lots = staff_on_lots(cut, groups)
    for ccg in cut.group:
        for line in cut.lines:
            yield _lot(cut, ccg, line, on_lots[f"{ccg.ods}/{line.id}"])
    for team in area_teams:
        for line in boards.lines(cut):
            yield boards.lot(cut, team, line)


def _lot(cut: Cut, ccg: Ccg, line: Line, on_it: Decimal) -> Lot:
    return Lot(
        id=f"{ccg.ods}/{line.id}",
        buyer=ccg.ods,
        service=line.id,
        required=not line.optional,
        in_house=_in_house(cut, ccg, line) if line.optional else None,
        incumbent=cut.incumbents[ccg.ods].id,
        required_wte=None if cut.plain else required_wte(ccg, line, cut.seed, on_it),
        present_cost=None if cut.plain else present_cost(ccg, line, cut.seed),
    )


def _in_house(cut: Cut, ccg: Ccg, line: Line) -> InHouse:
    draw = Stream(cut.seed, "fallback", ccg.ods, line.id)
    price = line.price * draw.uniform(0.9, 1.06) * prices.smallness(ccg, most=0.15)
    return InHouse(cost=rounded(price * ccg.people, 2), quality=rounded(draw.uniform(62, 76), 1))
