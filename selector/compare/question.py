"""The question how awards differ from scenario to scenario, as it may be asked."""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from models import Case, Comparison, Options, Provenance
from selector.board import BOARD_SIZE
from selector.compare.answer import answers
from selector.compare.crew import Crew, Started
from selector.compare.task import Task, prepared
from selector.many import Many
from selector.scenarios import AS_STATED, BASELINES, check_ids, named
from selector.search import Sign, merged
from selector.solve import chosen
from selector.solve.memory import Memory
from selector.version import __version__

LARGE_GAP = 0.001
"""Gap at which awards of cases above board size are compared, unless the options say otherwise."""
_LARGE_SECONDS, _LEAST_SECONDS = 105.0, 25.0
"""Seconds for all searches of such a case, and for each that a worker has to make where they are many."""


@dataclass(frozen=True)
class ScenarioSign:
    """How far the search under a scenario has come; ``sign`` is None as it begins and once it is done."""

    scenario: str
    sign: Sign | None
    done: bool = False


def compare(
    case: Case,
    scenarios: Sequence[str] = (),
    options: Options | None = None,
    *,
    baseline: str = AS_STATED,
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[ScenarioSign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
    memory: Memory | None = None,
) -> Comparison:
    """Find the best award of a case under each of several scenarios, and how it differs from that of one of them.

    Parameters
    ----------
    case
        The case.
    scenarios
        Ids of scenarios of the case, or names of built-in ones; without any, all of the case's own, and the built-in
        ones where it has none. The case as stated is always among them.
    options
        Options that replace those of the case, each where it is given; not those that a scenario states. The time limit
        holds for the whole question: each search has its share of what is left. Above board size the gap is 0.001
        unless one is given, and the limit is 105 seconds unless one is: more where a worker has more than four searches
        to make, 25 for each.
    baseline
        The scenario that the others are held against.
    executor
        Where the searches are made, such as a ``Cluster``; processes of this machine if left out.
    workers
        How many searches run at once, each in a process of its own; as many as there are processors, or as a cluster has
        places, if left out.
    on_progress
        Called with signs of life of each search, from this thread; of searches that an executor makes, as they begin and
        once they are done.
    stop
        Asked some twenty times a second, from this thread; once it answers True every search ends with its best award
        so far, and what has not begun stays open.
    isolated
        Whether to solve in processes of their own, as ``evaluate`` does; without, they take turns.
    memory
        What earlier searches of cases like this came to, as of ``evaluate``. The searches share it, and one of their own
        if left out.

    Returns
    -------
    Comparison
        with differences in £, points, and lots or WTE: under the scenario, less under the baseline.

    Raises
    ------
    CaseInvalid
        if a scenario of the case has the name of a built-in one. A scenario that does not fit the case is no error: it
        is told in its place.
    UnknownName
        if there is no scenario of one of the names, or no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    """
    started = time.monotonic()
    check_ids(case)
    asked = tuple(scenarios) or tuple(each.id for each in case.scenarios) or tuple(BASELINES)
    names = tuple(dict.fromkeys((AS_STATED, *asked, baseline)))
    for name in names:
        if name != AS_STATED:
            named(case, name)
    wanted = merged(case.options, options)
    chosen(wanted.solver)
    tasks = [prepared(case, name, _options(case, options), baseline) for name in names]
    hands = None if executor is None else Many(executor, workers).hands
    many = max(1, workers or os.cpu_count() or 1) if hands is None else hands.at_once
    limit = wanted.time_limit
    if limit is None and len(case.bids) > BOARD_SIZE:
        limit = max(_LARGE_SECONDS, _LEAST_SECONDS * -(-len(names) // many))
    crew = Crew(many, limit, isolated, started, Memory() if memory is None else memory, hands)

    def tell(task: Task, message: Sign | Started | None) -> None:
        sign = message if isinstance(message, Sign) else None
        on_progress(ScenarioSign(task.scenario, sign, done=message is None))

    outcomes = crew.outcomes(tasks, tell, stop)
    return Comparison(
        name=case.name,
        baseline=baseline,
        scenarios=answers(tasks, outcomes, baseline),
        seconds=round(time.monotonic() - started, 3),
        provenance=Provenance(
            case_sha256=case.sha256,
            version=__version__,
            options={
                "gap": _options(case, options).gap if wanted.gap is None else wanted.gap,
                "time_limit": limit,
                "solver": wanted.solver,
            },
        ),
    )


def _options(case: Case, options: Options | None) -> Options:
    """The options of every search: a gap that a board can wait for, where none is stated."""
    given = options or Options()
    if given.gap is None and case.options.gap is None and len(case.bids) > BOARD_SIZE:
        return given.model_copy(update={"gap": LARGE_GAP})
    return given
