"""CCGs that buy together, and CCGs that work for others.

The groups shared their managers, or policies, around 2013, as far as is remembered: no source was at hand. Which services
each would have bought together is an assumption, and so is which CCG would have sold its own staff's work.
"""

from collections.abc import Iterable

from models import JointPurchase
from selector.examples.england_2013.ccgs import Ccg, ccgs
from selector.examples.england_2013.services import Line

_CONTRACTS = ("contract-management", "clinical-procurement")
_CARE = ("continuing-care", "safeguarding-and-quality")
_PLANS = ("service-redesign", "planning-and-strategy")

# id, name, ODS codes, services
_GROUPS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("sefton", "The two CCGs of Sefton", ("01T", "01V"), _PLANS),
    ("south-cheshire-and-vale-royal", "South Cheshire and Vale Royal", ("01R", "02D"), _CONTRACTS),
    ("chorley-and-preston", "Chorley, South Ribble and Greater Preston", ("00X", "01E"), _CONTRACTS),
    ("newcastle-and-gateshead", "Newcastle and Gateshead", ("00F", "00G", "00H"), _CONTRACTS),
    ("bradford", "Bradford", ("02R", "02W"), _CARE),
    ("leeds", "The three CCGs of Leeds", ("02V", "03C", "03G"), _CARE),
    ("stafford-and-cannock", "Stafford and Cannock Chase", ("04Y", "05V"), _CONTRACTS),
    ("worcestershire", "The three CCGs of Worcestershire", ("05J", "05T", "06D"), _PLANS),
    ("nene-and-corby", "Nene and Corby", ("03V", "04G"), _CARE),
    ("central-norfolk", "Norwich, North Norfolk and South Norfolk", ("06V", "06W", "06Y"), _CONTRACTS),
    ("brent-harrow-hillingdon", "Brent, Harrow and Hillingdon", ("07P", "08E", "08G"), _CONTRACTS),
    (
        "inner-north-west-london",
        "Central and West London, Hammersmith and Fulham, Hounslow and Ealing",
        ("07W", "07Y", "08C", "08Y", "09A"),
        _CONTRACTS,
    ),
    ("outer-north-east-london", "Barking, Havering and Redbridge", ("07L", "08F", "08N"), _CONTRACTS),
    ("crawley-and-horsham", "Crawley, Horsham and Mid Sussex", ("09H", "09X"), _CARE),
    ("east-sussex-coast", "Eastbourne and Hastings", ("09F", "09P"), _PLANS),
    ("berkshire-east", "Berkshire East", ("10G", "10T", "11C"), _CARE),
    ("berkshire-west", "Berkshire West", ("10M", "10N", "10W", "11D"), _CARE),
)

# id, name, area, services
_AREAS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "greater-manchester",
        "One policy on individual funding in Greater Manchester",
        "Greater Manchester",
        ("individual-funding-requests",),
    ),
)

_SELLS_FROM = 450_000
_SELLS_WITHIN_KM = 30.0


def joint_purchases(group: Iterable[Ccg], lines: Iterable[Line]) -> tuple[JointPurchase, ...]:
    """The groups of which at least two CCGs are in the case, for those of their services that are."""
    offered = {line.id for line in lines}
    here = {ccg.ods: ccg for ccg in group}
    areas = [ccg.area for ccg in here.values()]
    found = [
        JointPurchase(id=name, name=title, areas=(area,), services=_kept(services, offered))
        for name, title, area, services in _AREAS
        if areas.count(area) > 1
    ]
    for name, title, codes, services in _GROUPS:
        buyers = _kept(codes, here)
        if len(buyers) > 1:
            found.append(JointPurchase(id=name, name=title, buyers=buyers, services=_kept(services, offered)))
    return tuple(found)


def buys_together(ccg: Ccg) -> frozenset[str]:
    """The services that a CCG buys with others."""
    own = [services for _, _, codes, services in _GROUPS if ccg.ods in codes]
    return frozenset[str]().union(*own, *(services for _, _, area, services in _AREAS if ccg.area == area))


def _kept(names: tuple[str, ...], known: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in set(known))


def customers(ccg: Ccg) -> frozenset[str]:
    """ODS codes of the other CCGs of its area that a large CCG's own staff would work for; of a small one's, none."""
    if ccg.people < _SELLS_FROM:
        return frozenset()
    return frozenset(
        other.ods
        for other in ccgs()
        if other != ccg and other.area == ccg.area and other.place.km_to(ccg.place) <= _SELLS_WITHIN_KM
    )
