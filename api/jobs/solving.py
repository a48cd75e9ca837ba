"""A run, in the process that solves it."""

import time
import zlib
from collections.abc import Callable
from typing import Any

from api.jobs.kinds import KINDS
from api.jobs.limits import Limits
from api.jobs.progress import progress_of
from api.jobs.question import Question, of_award, until
from api.jobs.task import Begun, Solved, Task
from models import Options, Scenario, read_award, read_case
from models.read import case_of
from models.reference import SMALLEST
from selector import ScenarioSign, Sign, evaluate
from selector.board import BOARD_SIZE

_APART = 0.4
"""Least seconds between two signs of life."""


def solve(task: Task, tell: Callable[[Any], None]) -> Solved:
    """The answer of a run; told are ``Begun`` and then its progress, from time to time.

    Raises
    ------
    SelectorError
        if the case cannot be asked this, or the solver fails.
    """
    kind = KINDS[task.kind]
    asked = kind.asked.model_validate_json(task.asked)
    kept = tuple(map(Scenario.model_validate_json, task.kept))
    award = None if task.award is None else read_award(task.award)
    case = of_award(read_case(zlib.decompress(task.content)), award, kept)
    limits = asked if isinstance(asked, Limits) else Limits()
    options = limits.options(case, task.most_seconds)
    tell(Begun(options.time_limit or task.most_seconds))
    question = Question(
        case=case,
        asked=asked,
        options=options,
        kept=kept,
        # Half a second more for each search, which a large one does not notice.
        isolated=len(case.bids) > BOARD_SIZE,
        tell=_seldom(tell),
        # Who wants it to end sooner ends the process; a question that limits itself may set itself too much.
        stop=until(task.most_seconds),
        award=award,
    )
    answer = kind.answer(question)
    return Solved(answer.to_json().encode(), kind.status(answer))


def _seldom(tell: Callable[[Any], None]) -> Callable[[Sign | ScenarioSign], None]:
    last = 0.0

    def told(sign: Sign | ScenarioSign) -> None:
        nonlocal last
        if time.monotonic() - last < _APART:
            return
        progress = progress_of(sign)
        if progress is not None:
            last = time.monotonic()
            tell(progress)

    return told


def warm(_tell: Callable[[Any], None]) -> None:
    """Solve the smallest case: what runs need is loaded then."""
    evaluate(case_of(SMALLEST), Options(time_limit=10.0), isolated=False)
