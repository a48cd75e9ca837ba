"""A question about the award of a case, as each that takes many searches begins."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import TypeVar

from models import Case, Evaluation, Options
from selector.appraise import Appraisal, appraise
from selector.board import BOARD_SIZE
from selector.decide.award_first import for_the_award
from selector.decide.known_award import check_award
from selector.many import Many, Work
from selector.search import Sign, merged, search
from selector.solve import chosen
from selector.solve.memory import Memory

A = TypeVar("A")
R = TypeVar("R")
LARGE_SECONDS = 40.0
"""Seconds for a question about a case above board size, beside finding its best award, where its options state none."""
LONG_SECONDS = 100.0
"""The same for a question that takes many whole awards."""


@dataclass(frozen=True)
class Asked:
    """The case, its best award, and where the searches that answer the question are made."""

    case: Case
    options: Options
    """Of the case, replaced by those given; the time limit is of the whole question."""
    appraisal: Appraisal
    best: Evaluation
    memory: Memory
    """What the search for the award came to; empty where it was known."""
    many: Many
    on_progress: Callable[[Sign], None]
    started: float

    @property
    def seconds(self) -> float:
        """How long it has taken so far, as answers state it."""
        return round(time.monotonic() - self.started, 3)

    @property
    def is_large(self) -> bool:
        """Whether the case is above board size: not everything is searched to the penny then."""
        return len(self.case.bids) > BOARD_SIZE

    def each(self, name: str, work: Work[A, R], arguments: Sequence[A]) -> dict[int, R]:
        """As ``Many.each``, telling how many of them are done."""
        done = 0

        def tell(_: int, __: R) -> None:
            nonlocal done
            done += 1
            self.on_progress(
                Sign(f"{name} {done} of {len(arguments)}", time.monotonic() - self.started, None, None, None)
            )

        return self.many.each(work, arguments, tell)


def asked(
    case: Case,
    options: Options | None,
    *,
    award: Evaluation | None,
    executor: Executor | None,
    workers: int | None,
    on_progress: Callable[[Sign], None],
    stop: Callable[[], bool],
    isolated: bool,
    large_seconds: float | None = None,
) -> Asked:
    """Begin a question: find the best award, where it is not known, and set the limits of what comes after.

    The time limit holds for all of it: half of it for the award, where that is not known. Above board size a question
    takes ``large_seconds``, or ``LARGE_SECONDS``, beside finding the award, unless the options state a limit.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    started = time.monotonic()
    stated = merged(case.options, options)
    chosen(stated.solver)
    many = Many(executor, workers, isolated, stated.time_limit, started, stop)
    if award is not None:
        check_award(case, award)
    appraisal, memory = appraise(case), Memory()
    best = award or search(
        case,
        for_the_award(stated),
        on_progress=on_progress,
        stop=stop,
        isolated=isolated,
        appraisal=appraisal,
        started=started,
        memory=memory,
        hands=many.hands,
    )
    stated = bounded(case, stated, started, large_seconds)
    many = replace(many, time_limit=stated.time_limit)
    return Asked(case, stated, appraisal, best, memory, many, on_progress, started)


def bounded(case: Case, options: Options, started: float, seconds: float | None = None) -> Options:
    """Options with a time limit: where they state none and the case is above board size, so much from now on.

    ``started`` is when the question was asked, from which its limit counts.
    """
    if options.time_limit is not None or len(case.bids) <= BOARD_SIZE:
        return options
    allowed = LARGE_SECONDS if seconds is None else seconds
    return options.model_copy(update={"time_limit": round(time.monotonic() - started + allowed, 3)})


def bids_of(award: Evaluation) -> tuple[str, ...]:
    """The bids that an award accepts, each once, in its order."""
    return tuple(dict.fromkeys(row.bid for row in award.awards))
