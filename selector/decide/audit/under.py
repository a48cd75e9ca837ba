"""The best award of a case under one price formula."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from models import Case, CaseInvalid, Evaluation, Options
from selector.appraise import appraise
from selector.decide.asked import bids_of
from selector.search import search

TOO_LARGE = "Its scores of this case are too large to be told apart."
# What comes after a search takes so many times as long as to appraise the case: its award is weighed, and checked.
_BESIDES = 4.0
_LEAST = 0.3
"""Of the seconds there are, those that are left to the search at the least."""


@dataclass(frozen=True)
class Task:
    """A case whose objective is a formula, to be searched in any process."""

    case: Case
    options: Options
    award: Evaluation
    """The award of the case under the objective that it states."""
    far: bool
    """Whether not to begin with that award: where there are many bids, too much of it is in the way of a better one."""


def best_under(task: Task, seconds: float | None, stop: Callable[[], bool]) -> Evaluation | None:
    """The best award under the formula; None where its scores are too large. Work as ``Many`` takes it.

    Raises
    ------
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    try:
        began = time.monotonic()
        appraisal = appraise(task.case)
        besides = _BESIDES * (time.monotonic() - began)
        limit = None if seconds is None else max(seconds - besides, _LEAST * seconds)
        return search(
            task.case,
            task.options.model_copy(update={"time_limit": limit}),
            appraisal=appraisal,
            start=() if task.far else bids_of(task.award),
            stop=stop,
            isolated=False,
        )
    except CaseInvalid:
        return None
