"""What the levels of a case are of: all that a search with enough time comes to."""

from decimal import Decimal

from models import BestAward, Case, Level, MoneyValued, Ratio, Rule

_PENALTY = "penalty"
_NOTHING = Decimal(0)


def level_names(case: Case, *lifted: Rule | None) -> tuple[str, ...]:
    """Names of the levels in their order; without soft rules, where some are given."""
    gone = {rule.id for rule in lifted if rule is not None}
    rules = [rule for rule in case.rules if rule.active and rule.id not in gone]
    priorities = sorted({rule.priority for rule in rules if rule.priority is not None})
    penalised = any(rule.penalty is not None for rule in rules)
    return (*(f"priority {priority}" for priority in priorities), *_own(case, penalised=penalised))


def _own(case: Case, *, penalised: bool) -> tuple[str, ...]:
    if isinstance(case.objective, MoneyValued):
        return ("money_valued",)
    if isinstance(case.objective, Ratio):
        return ("score", "charges")
    stated = tuple(level.objective for level in case.objective.levels)
    return (*stated, _PENALTY) if penalised and _PENALTY not in stated else stated


def with_penalties(found: BestAward, names: tuple[str, ...], now: tuple[str, ...]) -> BestAward:
    """The best award without the last rule that has a penalty: of penalties it has none, which is proven.

    Parameters
    ----------
    names
        Of the levels with that rule.
    now
        Of those without it. Where the search did not come to all of these, the award stays as it is.
    """
    if found.certificate is None or names != (*now, _PENALTY):
        return found
    if tuple(level.objective for level in found.certificate.levels) != now:
        return found
    none = Level(objective=_PENALTY, value=_NOTHING, best=_NOTHING, bound=_NOTHING, gap=0.0)
    levels = (*found.certificate.levels, none)
    return found.model_copy(update={"certificate": found.certificate.model_copy(update={"levels": levels})})
