"""The levels of a board's objective, as certificates name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models import Case, Lexicographic, LexicographicLevel, MoneyValued, Ratio

_PENNY = Decimal("0.01")
_POUNDS = frozenset({"money_valued", "cost", "liability", "penalty", "charges"})
_UPWARDS = frozenset({"quality", "score"})


@dataclass(frozen=True)
class Level:
    """What is optimised at one level."""

    name: str
    slack: Decimal
    """How far an award may fall behind the best found, for the sake of later levels."""
    priority: int | None = None
    """Of the rules that it counts; None where it counts none."""

    @property
    def in_pounds(self) -> bool:
        """Whether its values are money."""
        return self.name in _POUNDS

    @property
    def upwards(self) -> bool:
        """Whether the greatest value is best."""
        return self.name in _UPWARDS


def levels(case: Case) -> tuple[Level, ...]:
    """Every level: the priorities of rules, the first first, and then those of the objective."""
    soft = [rule for rule in case.rules if rule.active and rule.is_soft]
    priorities = sorted({rule.priority for rule in soft if rule.priority is not None})
    penalised = any(rule.penalty is not None for rule in soft)
    first = (Level(f"priority {number}", Decimal(0), number) for number in priorities)
    return (*first, *_of_the_objective(case, penalised=penalised))


def _of_the_objective(case: Case, *, penalised: bool) -> Iterator[Level]:
    match case.objective:
        case MoneyValued():
            yield Level("money_valued", Decimal(0))
        case Lexicographic(levels=stated):
            for level in stated:
                yield Level(level.objective, level.slack)
            if penalised and "penalty" not in {level.objective for level in stated}:
                yield Level("penalty", LexicographicLevel(objective="penalty").slack)
        case Ratio(tolerance=tolerance):
            yield Level("score", tolerance)
            yield Level("charges", _PENNY)
