"""The NHS commissioning support units, as planned in May 2012.

The 23 names are those that passed Checkpoint 2 (NHS England, May 2012); West Mercia, Peninsula and the national
communications service had been stopped. The area teams each grew from are inferred from its name, and the middle of its
territory is read off a map: both are assumptions, not published facts.
"""

from functools import cache

from selector.examples.england_2013.ccgs import Ccg, Place, ccgs
from selector.examples.england_2013.services import FURTHER_LINES, LINES
from selector.examples.england_2013.supplier import Supplier

GROUP = "NHS commissioning support"

_EVERYTHING = frozenset(line.id for line in (*LINES, *FURTHER_LINES))

# id, name, longitude, latitude, area teams
_PLANS: tuple[tuple[str, str, float, float, tuple[str, ...]], ...] = (
    ("csu-south-yorkshire", "South Yorkshire", -1.35, 53.45, ("South Yorkshire and Bassetlaw",)),
    ("csu-staffordshire", "Staffordshire", -2.20, 52.80, ("Shropshire and Staffordshire",)),
    ("csu-nw-london", "NW London", -0.30, 51.53, ("London",)),
    ("csu-arden", "Arden", -1.90, 52.25, ("Arden, Herefordshire and Worcestershire",)),
    ("csu-north-yorkshire-humber", "North Yorkshire & Humber", -0.90, 53.95, ("North Yorkshire and Humber",)),
    ("csu-kent-medway", "Kent & Medway", 0.70, 51.25, ("Kent and Medway",)),
    ("csu-merseyside", "Merseyside", -2.90, 53.45, ("Merseyside",)),
    (
        "csu-cheshire-warrington-wirral",
        "Cheshire, Warrington & Wirral",
        -2.70,
        53.25,
        ("Cheshire, Warrington and Wirral",),
    ),
    ("csu-norfolk-waveney", "Norfolk & Waveney", 1.00, 52.50, ("East Anglia",)),
    (
        "csu-north-east",
        "North East",
        -1.60,
        54.80,
        ("Durham, Darlington and Tees", "Cumbria, Northumberland, Tyne and Wear"),
    ),
    ("csu-north-east-london", "North & East London", -0.02, 51.58, ("London",)),
    ("csu-west-yorkshire", "West Yorkshire", -1.70, 53.75, ("West Yorkshire",)),
    (
        "csu-best-west",
        "Best West",
        -2.70,
        51.30,
        ("Bristol, North Somerset, Somerset and South Gloucestershire",),
    ),
    ("csu-south", "South", -1.80, 50.85, ("Wessex", "Devon, Cornwall and Isles of Scilly")),
    (
        "csu-greater-east-midlands",
        "Greater East Midlands",
        -1.10,
        52.80,
        ("Derbyshire and Nottinghamshire", "Leicestershire and Lincolnshire", "Hertfordshire and the South Midlands"),
    ),
    ("csu-greater-manchester", "Greater Manchester", -2.25, 53.50, ("Greater Manchester",)),
    (
        "csu-cumbria-lancashire",
        "Cumbria & Lancashire",
        -2.75,
        53.95,
        ("Lancashire", "Cumbria, Northumberland, Tyne and Wear"),
    ),
    (
        "csu-birmingham-black-country",
        "Birmingham & Black Country",
        -1.95,
        52.50,
        ("Birmingham and the Black Country",),
    ),
    ("csu-essex", "Essex", 0.55, 51.75, ("Essex",)),
    ("csu-south-london", "South London", -0.10, 51.42, ("London",)),
    ("csu-surrey-sussex", "Surrey & Sussex", -0.20, 51.10, ("Surrey and Sussex",)),
    (
        "csu-central-southern",
        "Central Southern",
        -1.40,
        51.60,
        ("Thames Valley", "Bath, Gloucestershire, Swindon and Wiltshire"),
    ),
    ("csu-hertfordshire", "Hertfordshire", -0.25, 51.85, ("Hertfordshire and the South Midlands",)),
)


@cache
def csus() -> tuple[Supplier, ...]:
    """The 23 units; each offers every service."""
    return tuple(
        Supplier(
            id=name,
            name=f"{plan} Commissioning Support Unit",
            kind="nhs_csu",
            offers=_EVERYTHING,
            group=GROUP,
            seat=Place(lon, lat),
            home=frozenset(areas),
        )
        for name, plan, lon, lat, areas in _PLANS
    )


def by_distance(units: tuple[Supplier, ...], place: Place) -> list[Supplier]:
    """The units, the nearest to a place first."""
    return sorted(units, key=lambda unit: (place.km_to(unit.seat) if unit.seat else 0.0, unit.id))


def incumbent(ccg: Ccg, units: tuple[Supplier, ...]) -> Supplier:
    """The unit that grew from the trusts of a CCG's area; the nearest where several did, or none."""
    nearest = by_distance(units, ccg.place)
    return next((unit for unit in nearest if ccg.area in unit.home), nearest[0])


@cache
def homes() -> dict[str, tuple[Ccg, ...]]:
    """The CCGs of England by the unit that grew from their area's trusts."""
    found: dict[str, list[Ccg]] = {unit.id: [] for unit in csus()}
    for ccg in ccgs():
        found[incumbent(ccg, csus()).id].append(ccg)
    return {unit: tuple(group) for unit, group in found.items()}
