"""The national board as a buyer: the area teams of NHS England that led on specialised services.

Ten area teams did, each for several areas; which ten is from memory, not from a source. What an area team bought,
and how much, is synthetic: its people are those of its area, for whom it buys only a part of the services, so that the
volumes of its lots are a part of them too.
"""

from decimal import Decimal

from models import Buyer, Lot
from selector.examples.england_2013.ccgs import Ccg, Place, people_of
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import rounded
from selector.examples.england_2013.present import present_cost
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.slug import slug

_LEADERS = frozenset(
    {
        "Birmingham and the Black Country",
        "Bristol, North Somerset, Somerset and South Gloucestershire",
        "Cheshire, Warrington and Wirral",
        "Cumbria, Northumberland, Tyne and Wear",
        "East Anglia",
        "Leicestershire and Lincolnshire",
        "London",
        "South Yorkshire and Bassetlaw",
        "Surrey and Sussex",
        "Wessex",
    }
)

_BOUGHT = frozenset({"communications", "contract-management", "individual-funding-requests"})

# Specialised services took about an eighth of what the NHS spent on care.
_PART = 0.125


def boards(cut: Cut) -> tuple[Ccg, ...]:
    """The area teams that buy in a case, each like a CCG in the middle of its area, with the people it buys for."""
    found = []
    for area in sorted({ccg.area for ccg in cut.group} & _LEADERS):
        members = [ccg for ccg in cut.group if ccg.area == area]
        middle = Place(
            round(sum(ccg.place.lon for ccg in members) / len(members), 5),
            round(sum(ccg.place.lat for ccg in members) / len(members), 5),
        )
        people = int(people_of(members) * _PART)
        found.append(
            Ccg(f"area-team-{slug(area)}", f"NHS England, {area} area team", area, members[0].region, people, middle)
        )
    return tuple(found)


def buyer(cut: Cut, board: Ccg) -> Buyer:
    """An area team as a buyer."""
    return Buyer(
        id=board.ods,
        name=board.name,
        kind="national_board",
        population=people_of(ccg for ccg in cut.group if ccg.area == board.area),
        area=board.area,
        region=board.region,
        lon=board.place.lon,
        lat=board.place.lat,
    )


def lines(cut: Cut) -> tuple[Line, ...]:
    """The services that area teams buy."""
    return tuple(line for line in cut.lines if line.id in _BOUGHT)


def lot(cut: Cut, board: Ccg, line: Line) -> Lot:
    """One service for an area team; nobody has provided it before."""
    return Lot(
        id=f"{board.ods}/{line.id}",
        buyer=board.ods,
        service=line.id,
        volume=Decimal(board.people),
        wte=rounded(line.staff * board.people / 100_000, 1),
        present_cost=present_cost(board, line, cut.seed),
    )
