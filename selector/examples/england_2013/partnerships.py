"""NHS units bidding together with a firm or a voluntary body. All invented: no such partnership is on record."""

from collections.abc import Iterable
from decimal import Decimal

from selector.examples.england_2013.supplier import SYNTHETIC, Supplier

# The unit does most of the work and keeps most of the staff.
_SHARES = (Decimal("0.6"), Decimal("0.4"))

_PAIRS: tuple[tuple[str, str], ...] = (
    ("csu-greater-manchester", "example-shared-services"),
    ("csu-cumbria-lancashire", "example-analytics"),
    ("csu-west-yorkshire", "example-informatics"),
    ("csu-greater-east-midlands", "example-analytics"),
    ("csu-central-southern", "example-shared-services"),
    ("csu-south-london", "example-procurement"),
    ("csu-merseyside", "example-carers-network"),
    ("csu-birmingham-black-country", "example-carers-network"),
    ("csu-cheshire-warrington-wirral", "example-health-economics"),
    ("csu-south", "example-health-economics"),
)


def partners_only() -> tuple[Supplier, ...]:
    """Bodies too young to stand alone, that may partner an NHS unit; the voluntary one bids by itself all the same."""
    return (
        Supplier(
            id="example-carers-network",
            name="Example Carers Network",
            kind="voluntary",
            offers=frozenset({"continuing-care", "public-involvement"}),
            tags=(SYNTHETIC,),
            home=frozenset({"Merseyside", "Birmingham and the Black Country"}),
            partner_only=True,
        ),
        Supplier(
            id="example-health-economics",
            name="Example Health Economics Ltd",
            kind="private",
            offers=frozenset({"service-redesign", "planning-and-strategy", "contract-management"}),
            tags=(SYNTHETIC,),
            home=frozenset({_NOWHERE}),
            partner_only=True,
        ),
    )


# No area is called so: the home of who bids only with others.
_NOWHERE = ""


def partnerships(units: Iterable[Supplier], partners: Iterable[Supplier]) -> tuple[Supplier, ...]:
    """The partnerships of England."""
    known = {supplier.id: supplier for supplier in (*units, *partners)}
    return tuple(partnership(known[unit], known[partner]) for unit, partner in _PAIRS)


def partnership(unit: Supplier, partner: Supplier) -> Supplier:
    """A unit and a partner that bid together, from the unit's seat, for what the partner offers."""
    return Supplier(
        id=f"{unit.id.removeprefix('csu-')}-with-{partner.id}",
        name=f"{unit.name} with {partner.name}",
        kind="partnership",
        offers=partner.offers,
        tags=(SYNTHETIC,),
        seat=unit.seat,
        partners=((unit.id, _SHARES[0]), (partner.id, _SHARES[1])),
    )
