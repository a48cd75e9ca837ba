"""A scenario evaluated in any process."""

from dataclasses import dataclass

from models import Case, Evaluation, Options
from selector.evaluation import evaluate
from selector.solve.memory import Memory

_LEAST = 0.01


@dataclass(frozen=True)
class Searched:
    """The evaluation, and what is known after it."""

    evaluation: Evaluation
    memory: Memory


def searched(case: Case, options: Options, memory: Memory, seconds: float | None) -> Searched:
    """The evaluation of a case within so many seconds; errors as of ``evaluate``."""
    limit = None if seconds is None else max(seconds, _LEAST)
    stated = options.model_copy(update={"time_limit": limit})
    return Searched(evaluate(case, stated, clashes=1, repairs=0, memory=memory), memory)
