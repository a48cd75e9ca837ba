"""Awards as a search tells them that a limit ended: any award of a case, with so much proven of it and no more."""

from decimal import Decimal
from typing import Any

from models import Case, Evaluation
from selector.appraise import appraise
from selector.decide.checked import Piece, checked
from selector.many import never
from selector.search import merged


def behind(case: Case, bids: tuple[str, ...], bound: Decimal) -> Evaluation:
    """The award of these bids, proven no further behind the best than ``bound``; its gap is over the cost."""
    award = _award(case, bids)
    (level,) = award.certificate.levels
    if award.totals is None:
        raise AssertionError("these bids are no award")
    apart = level.value - bound
    proven = {"bound": bound, "gap": float(apart / award.totals.cost)}
    return _stopped(award, {**proven, "gap_pounds": apart, "levels": (level.model_copy(update=proven),)})


def in_its_priorities(case: Case, bids: tuple[str, ...]) -> Evaluation:
    """The award of these bids, of which nothing is proven, not even of its first priority."""
    award = _award(case, bids)
    priority, counted = award.certificate.levels
    unproven = {"bound": None, "gap": None}
    levels = (priority.model_copy(update={"bound": Decimal(0), "gap": 1.0}), counted.model_copy(update=unproven))
    return _stopped(award, {**unproven, "gap_pounds": None, "levels": levels})


def _award(case: Case, bids: tuple[str, ...]) -> Evaluation:
    return checked(Piece(case, appraise(case), merged(case.options, None), bids), None, never)


def _stopped(award: Evaluation, told: dict[str, Any]) -> Evaluation:
    certificate = award.certificate.model_copy(update={"limit": "time", **told})
    return award.model_copy(update={"status": "feasible", "certificate": certificate})
