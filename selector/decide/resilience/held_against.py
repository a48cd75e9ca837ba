"""Awards as they are held against one another: by what they come to, and not by how good they might have been."""

from decimal import Decimal

from models import BestAward, Evaluation, Level
from selector.decide.without.measure import is_proven

_MILLIONTH = Decimal("0.000001")
"""Points are told to this; their bounds are rounded outward, and then may lie one further."""


def as_it_is(award: Evaluation) -> BestAward:
    """The award as if what it has at each level were the best there is."""
    levels = tuple(
        level.model_copy(update={"best": level.value, "bound": level.value}) for level in award.certificate.levels
    )
    certificate = award.certificate.model_copy(update={"levels": levels})
    return BestAward(status=award.status, certificate=certificate, totals=award.totals)


def as_it_came_out(best: BestAward) -> BestAward:
    """What was searched for, by what it has at each level: within a tolerance later levels may have given up some of the best."""
    if best.certificate is None:
        return best
    levels = tuple(map(_as_it_came_out, best.certificate.levels))
    return best.model_copy(update={"certificate": best.certificate.model_copy(update={"levels": levels})})


def _as_it_came_out(level: Level) -> Level:
    return level.model_copy(
        update={"best": level.value, "bound": level.value if is_proven(level) else level.bound},
    )
