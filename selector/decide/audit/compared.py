"""How two awards stand to each other at the levels of an objective."""

from decimal import Decimal

from models import BestAward, Certificate, Evaluation, Lexicographic, MoneyValued, Ratio
from models.objective import Objective
from selector.decide.without.measure import is_proven, resolution
from selector.decide.without.measure import sign as sign_of

MILLIONTH = Decimal("0.000001")
"""Points are told to this."""


def is_exact(award: Evaluation | BestAward) -> bool:
    """Whether it is proven the best to the last figure that it is told to."""
    levels = award.certificate.levels if award.certificate else ()
    return award.status == "optimal" and bool(levels) and all(map(is_proven, levels))


def is_among_best(objective: Objective, certificate: Certificate, best: Certificate) -> bool:
    """Whether an award is as good as one that is proven the best, to the penny and the millionth of a point.

    Parameters
    ----------
    certificate
        Of a search among that award alone.
    best
        Of a search among all.
    """
    last = len(best.levels) - 1
    for position, (own, found) in enumerate(zip(certificate.levels, best.levels, strict=True)):
        # What is held within a tolerance is held for what comes later: nothing comes after the last.
        slack = slack_of(objective, own.objective) if position < last else Decimal(0)
        step = resolution(own.objective)
        if sign_of(own.objective) * (own.value - found.best) > slack + step:
            return False
    return True


def is_ahead(objective: Objective, one: Certificate, other: Certificate) -> bool:
    """Whether one award is better than another by more than a level's tolerance, at the first level that tells them apart."""
    for own, found in zip(one.levels, other.levels, strict=True):
        sign, slack = sign_of(own.objective), slack_of(objective, own.objective)
        step = resolution(own.objective)
        behind = sign * (found.value - own.value)
        if behind > slack + step:
            return True
        if behind < 0:
            return False
        if behind:
            # Within the tolerance: which one is chosen hangs on the best of all.
            return False
    return False


def slack_of(objective: Objective, level: str) -> Decimal:
    """How far later levels may fall behind what is found at a level."""
    match objective:
        case MoneyValued():
            return Decimal(0)
        case Ratio():
            return objective.tolerance if level == "score" else Decimal(0)
        case Lexicographic():
            return next((each.slack for each in objective.levels if each.objective == level), Decimal(0))
