"""How services are to be delivered in a full tender: from one place, on ground that hangs together, within a cap.

That equipment is bought by one central organisation with people on the spot, that back office and the support of
practices' computers are to be given on ground that hangs together, and that nobody may redesign services for too many,
are assumptions about what boards might have asked for.
"""

from dataclasses import replace
from decimal import Decimal

from models import Contiguity
from selector.examples.england_2013.services import LINES, Line

# Between the middles of two CCGs, so that engineers can help out next door.
_ENGINEERS_KM = Decimal(12)


def _in_a_tender(line: Line) -> Line:
    match line.id:
        case "clinical-equipment":
            return replace(line, shape="single", people_per_provider=None, people_per_outpost=1_000_000)
        case "back-office":
            return replace(line, contiguity=Contiguity(of="area"))
        case "gp-it":
            return replace(line, contiguity=Contiguity(of="area", within_km=_ENGINEERS_KM))
        case "service-redesign":
            return replace(line, capped=True)
    return line


TENDERED: tuple[Line, ...] = tuple(_in_a_tender(line) for line in LINES)
"""The eighteen services of end-to-end support, as they are tendered."""

CENTRAL = frozenset(
    {
        "capita",
        "example-procurement",
        "csu-greater-manchester",
        "csu-greater-east-midlands",
        "csu-north-east-london",
        "csu-south",
    }
)
"""Who offers to provide a service of shape ``single`` for all of England: two firms and an NHS unit of each region."""
