"""From a case to its evaluation: what shows at once, the search, and where there is no award, why."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextlib import nullcontext
from decimal import localcontext

from models import Case, Evaluation, Options
from selector.appraise import appraise
from selector.decide.conflict import Ask, conflict
from selector.decide.early import early
from selector.decide.members import members
from selector.decide.patterns import weights
from selector.many import Many
from selector.search import EXACT, Sign, impossible, merged, search
from selector.solve.ahead import Ahead
from selector.solve.memory import Memory

_TOTAL, _AT_LEAST = 25.0, 10.0
"""Seconds after which to have said why a case has no award, and seconds that saying so may take in any case, where its
options state no limit."""


def evaluate(
    case: Case,
    options: Options | None = None,
    *,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
    clashes: int = 2,
    repairs: int = 2,
    start: Iterable[str] = (),
    memory: Memory | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
) -> Evaluation:
    """Find the best award of a case, with proof, and verify it; where it has none, say why and what would mend it.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given.
    on_progress
        Called with signs of life, some ten a second, from this thread.
    stop
        Asked some twenty times a second; once it answers True the search ends and the best award so far is returned.
    isolated
        Whether to solve in a process of its own, which holds the time limit whatever the solver does; it starts up while
        the case is appraised. Without, the solve starts up to a third of a second sooner, the limits are the solver's to
        keep, and no sign is given while it is looked for why there is no award.
    clashes
        How many conflicts that share no rule to look for where there is no award; at least 1.
    repairs
        How many repairs to look for where there is no award.
    start
        Ids of the bids of an award that may be a good one to begin with, such as that of a case much like this. Where
        some are no bids of this case, their lots are filled as is best; of no consequence where much is missing.
    memory
        What earlier evaluations of cases like this came to, which this one reads and adds to: parts of the program that
        are the same are not searched again, and parts whose prices alone changed begin where they ended: of cases of more
        than board size whose services nothing couples, or searched by the method ``parts``. Of any case, what is proven
        of one that allows all that it does holds for it, and it begins with an award of theirs, or what is left of it.
    executor
        Where the parts of a program that is searched in parts are done, such as a ``Cluster``; in threads of the process
        that solves if left out. The award is the same either way.
    workers
        How many parts are there at once; as many as it has places, or as there are processors here, if left out.

    Returns
    -------
    Evaluation
        with an award that the solver-free check accepts, unless its status is ``infeasible`` or ``unknown``; with a
        conflict where it is ``infeasible``.

    Raises
    ------
    CaseInvalid
        if its figures are too large to be exact to the penny.
    UnknownName
        if the options name a solver, or a rule of the case, that does not exist.
    ExtraMissing
        if the solver they name is not installed.
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    with localcontext(EXACT):
        started = time.monotonic()
        asked = merged(case.options, options)
        if asked.fixed or asked.move_weights:
            weights(members(case), asked)  # at once: names that are wrong are better told of before the work
        # At work on its own start while the case is appraised and laid; or, where no award is possible, to say why.
        with Ahead() if isolated else nullcontext() as ahead:
            appraisal = appraise(case)
            known = early(case, appraisal)
            if known:
                evaluation = impossible(case, options, time.monotonic() - started, appraisal)
            else:
                evaluation = search(
                    case,
                    options,
                    on_progress=on_progress,
                    stop=stop,
                    isolated=isolated,
                    appraisal=appraisal,
                    started=started,
                    start=start,
                    memory=memory,
                    hands=Many(executor, workers).hands,
                    ahead=ahead,
                )
            if evaluation.status != "infeasible":
                return evaluation

            def seconds() -> float:
                return time.monotonic() - started

            def tell_and_stop() -> bool:
                on_progress(Sign("conflict", seconds(), None, None, None))
                return stop()

            limit = asked.time_limit
            left = max(_TOTAL - seconds(), _AT_LEAST) if limit is None else max(limit - seconds(), 0.0)
            ask = Ask(case, asked, left, max(clashes, 1), repairs, known)
            found = conflict(ask, stop=tell_and_stop, isolated=isolated, ahead=ahead)
            certificate = evaluation.certificate.model_copy(update={"seconds": round(seconds(), 3)})
            return evaluation.model_copy(update={"certificate": certificate, "conflict": found})
