"""NHS units bidding together with a firm. All invented: no such partnership is on record."""

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
)


def partnerships(units: tuple[Supplier, ...], firms: tuple[Supplier, ...]) -> tuple[Supplier, ...]:
    """The partnerships of England."""
    known = {supplier.id: supplier for supplier in (*units, *firms)}
    return tuple(partnership(known[unit], known[firm]) for unit, firm in _PAIRS)


def partnership(unit: Supplier, firm: Supplier) -> Supplier:
    """A unit and a firm that bid together, from the unit's seat, for what the firm offers."""
    return Supplier(
        id=f"{unit.id.removeprefix('csu-')}-with-{firm.id}",
        name=f"{unit.name} with {firm.name}",
        kind="partnership",
        offers=firm.offers,
        tags=(SYNTHETIC,),
        seat=unit.seat,
        partners=((unit.id, _SHARES[0]), (firm.id, _SHARES[1])),
    )
