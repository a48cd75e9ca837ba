"""The support functions that are bought.

Eighteen make up end-to-end support as it was offered in 2012-14; four of them were recommended to be bought at scale.
Prices and staff by service are synthetic. They add up to the published figures: CCGs spent just over £9 a head on
commissioning support units (HSJ 5053798), business intelligence at scale cost 50p to £1 a head (digitalhealth.net,
April 2012), and the units had 8,500 to 9,000 staff.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from models import Contiguity, Shape

Function = Literal["corporate", "informatics", "contracting", "clinical", "engagement"]


@dataclass(frozen=True)
class Line:
    """One support function, with what it typically costs and the staff it takes.

    ``price`` is £ a head a year from a middling NHS unit; ``staff`` is people per 100,000 served; ``function`` is the
    directorate of the abolished primary care trust whose staff did the work.
    """

    id: str
    name: str
    function: Function
    price: float
    staff: float
    scale: Literal["local", "national"] = "local"
    shape: Shape | None = None
    quality_standard: Decimal | None = None
    min_quality: Decimal | None = None
    floor: int = 0
    voluntary_floor: int | None = None
    people_per_provider: int | None = None
    """At most one provider for so many people, and always room for three."""
    most_nationally: int | None = None
    """Most providers, where the whole country buys together."""
    optional: bool = False
    """Whether a CCG may do without a bid and do the work itself."""
    contiguity: Contiguity | None = None
    people_per_outpost: int | None = None
    """A provider keeps a person on the spot for so many people of an area."""
    capped: bool = False
    """Whether there is a published limit on the lots of one bidder."""


LINES: tuple[Line, ...] = (
    Line(
        "business-intelligence",
        "Business intelligence",
        "informatics",
        price=0.78,
        staff=1.1,
        scale="national",
        shape="plural",
        quality_standard=Decimal(60),
        floor=5_000_000,  # about ten bodies of five million people each were recommended
        most_nationally=10,
    ),
    Line(
        "back-office",
        "Back office (finance, HR)",
        "corporate",
        price=1.55,
        staff=2.4,
        scale="national",
        floor=2_000_000,
        people_per_provider=2_500_000,
    ),
    Line(
        "communications",
        "Communications and engagement",
        "engagement",
        price=0.35,
        staff=0.6,
        scale="national",
        shape="network",
        quality_standard=Decimal(60),
        floor=1_500_000,
        voluntary_floor=750_000,
        people_per_provider=2_000_000,
    ),
    Line(
        "clinical-equipment",
        "Procurement of clinical equipment",
        "contracting",
        price=0.40,
        staff=0.6,
        scale="national",
        floor=3_000_000,
        people_per_provider=3_000_000,
    ),
    Line("contract-management", "Contract management and provider negotiation", "contracting", price=1.30, staff=1.9),
    Line("service-redesign", "Service redesign", "clinical", price=0.80, staff=1.3),
    Line("medicines-management", "Medicines management", "clinical", price=0.85, staff=1.4),
    Line("continuing-care", "Continuing health care assessment", "clinical", price=1.00, staff=1.8),
    Line("individual-funding-requests", "Individual funding requests", "clinical", price=0.20, staff=0.35),
    Line("clinical-procurement", "Clinical procurement", "contracting", price=0.35, staff=0.5),
    Line(
        "safeguarding-and-quality",
        "Safeguarding and quality support",
        "clinical",
        price=0.45,
        staff=0.75,
        min_quality=Decimal(55),
    ),
    Line("planning-and-strategy", "Planning and strategy", "contracting", price=0.42, staff=0.6, optional=True),
    Line("gp-it", "GP IT", "informatics", price=0.65, staff=0.7),
    Line("public-involvement", "Patient and public involvement", "engagement", price=0.20, staff=0.3, optional=True),
    Line("information-governance", "Information governance", "corporate", price=0.18, staff=0.25),
    Line("complaints", "Complaints", "engagement", price=0.17, staff=0.25),
    Line("estates", "Estates", "corporate", price=0.25, staff=0.3),
    Line("corporate-it", "Corporate IT", "informatics", price=0.45, staff=0.5),
)

# Bought only in synthetic cases of more than eighteen services.
FURTHER_LINES: tuple[Line, ...] = (
    Line("equality-and-diversity", "Equality and diversity", "engagement", price=0.12, staff=0.2),
    Line("emergency-planning", "Emergency planning", "contracting", price=0.15, staff=0.2),
)
