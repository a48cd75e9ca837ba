"""How good bids are: criteria a board of 2013 might have published, and synthetic scores on them."""

from decimal import Decimal
from functools import lru_cache

from models import BidderKind, Criterion
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier

# id, name, weight, minimum (a basic protection), only for clinical services
_CRITERIA: tuple[tuple[str, str, int, int | None, bool], ...] = (
    ("delivery", "Quality of the service offered", 40, None, False),
    ("local-knowledge", "Knowledge of local practices and people", 20, None, False),
    ("clinical-leadership", "Clinical leadership", 15, None, True),
    ("information-governance", "Information governance", 15, 50, False),
    ("continuity", "Continuity of service and financial standing", 10, 45, False),
)

# Mean scores by kind, in the order of the criteria.
_MEANS: dict[BidderKind, tuple[int, ...]] = {
    "nhs_csu": (66, 72, 67, 70, 70),
    "private": (72, 58, 60, 70, 66),
    "voluntary": (67, 74, 64, 62, 60),
    "local_authority": (64, 76, 58, 68, 70),
    "in_house": (63, 82, 72, 65, 62),
    "partnership": (72, 67, 66, 71, 70),
}

_TALENT, _CONCEPT = 7.0, 2.5  # spread between suppliers at a service, and between the bids of one supplier
_KNOWLEDGE_LOST_PER_100_KM = 10.0


def criteria(lines: tuple[Line, ...]) -> tuple[Criterion, ...]:
    """The criteria; clinical leadership counts for clinical services only."""
    clinical = tuple(line.id for line in lines if line.function == "clinical")
    return tuple(
        Criterion(
            id=name,
            name=title,
            weight=Decimal(weight),
            minimum=None if minimum is None else Decimal(minimum),
            services=clinical if only_clinical else None,
        )
        for name, title, weight, minimum, only_clinical in _CRITERIA
        if clinical or not only_clinical
    )


def scores(cut: Cut, supplier: Supplier, ccg: Ccg, line: Line) -> dict[str, Decimal]:
    """Scores of one bid on each criterion that applies, to a tenth of a point."""
    talents = _talents(cut.seed, supplier.id, line.id)
    concept = Stream(cut.seed, "concept", supplier.id, ccg.ods, line.id)
    found: dict[str, Decimal] = {}
    # A CCG's own staff know their own practices; elsewhere they are as strange as a unit's.
    kind = supplier.kind if supplier.buyer in (None, ccg.ods) else "nhs_csu"
    for (name, _, _, _, only_clinical), mean, talent in zip(_CRITERIA, _MEANS[kind], talents, strict=True):
        score = mean + talent + concept.bell(_CONCEPT)
        if name == "local-knowledge" and line.shape != "single":
            score -= _KNOWLEDGE_LOST_PER_100_KM * cut.km(supplier, ccg) / 100
        if line.function == "clinical" or not only_clinical:
            found[name] = rounded(min(max(score, 0), 100), 1)
    return found


@lru_cache(maxsize=8192)
def _talents(seed: int, supplier: str, service: str) -> tuple[float, ...]:
    """How far a supplier lies above its kind's mean at a service, on each criterion."""
    draw = Stream(seed, "talent", supplier, service)
    return tuple(draw.bell(_TALENT) for _ in _CRITERIA)
