"""What is asked of a cluster: a question of many searches, and an award in parts."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

from benchmarks.suites.uncoupled import uncoupled
from models import Case
from selector import Options, evaluate, explain, robust, synthetic

Ask = Callable[[Case, Executor, int], Any]


@dataclass(frozen=True)
class Question:
    """A question about a case, asked of an executor that has so many places."""

    about: str
    case: Callable[[], Case]
    ask: Ask


def _explain(case: Case, executor: Executor, places: int) -> Any:
    return explain(case, executor=executor, workers=places)


def _robust(case: Case, executor: Executor, places: int) -> Any:
    return robust(case, executor=executor, workers=places)


def _evaluate(case: Case, executor: Executor, places: int) -> Any:
    return evaluate(case, Options(gap=0.0001), executor=executor, workers=places)


QUESTIONS: Mapping[str, Question] = {
    "explain": Question(
        "why each bid of 6 buyers x 4 services x 6 bidders lost", lambda: synthetic(6, 4, 6, 0), _explain
    ),
    "robust": Question("robust awards of 10 buyers x 5 services x 8 bidders", lambda: synthetic(10, 5, 8, 3), _robust),
    "evaluate": Question(
        "an award to 0.01 % for 100 buyers x 20 services x 40 bidders in parts that nothing couples",
        lambda: uncoupled(synthetic(100, 20, 40, 0)),
        _evaluate,
    ),
}
"""By name."""
