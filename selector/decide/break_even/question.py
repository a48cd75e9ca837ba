"""The question how much cheaper bidders outside the NHS family must be, as it may be asked."""

import time
from collections.abc import Callable
from decimal import localcontext

from models import BestAward, BreakEven, Case, Evaluation, Options
from selector.appraise import appraise
from selector.decide.break_even.all_leave import if_all_leave
from selector.decide.break_even.comparison import Comparison
from selector.decide.known_award import check_award
from selector.decide.provenance import provenance
from selector.search import EXACT, Sign, merged, search
from selector.solve.memory import Memory


def break_even(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
    memory: Memory | None = None,
) -> BreakEven:
    """Find how much cheaper bidders outside the NHS family must be to make up for redundancy, and whether they are.

    A winner's bids stand beside the best-valued open bids of the NHS family for the same lots; a loser's, the
    best-valued for each lot, beside those that the award accepts; where bids are scored, the best-valued is the one of
    the highest score. What bids are worth is told lot by lot, before
    redeployment, without charges and discounts.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given.
    award
        The best award of the case, where it is known already.
    on_progress
        Called with signs of life, some ten a second, from this thread.
    stop
        Asked some twenty times a second; once it answers True the search ends with the best award so far.
    isolated
        Whether to solve in a process of its own, as ``evaluate`` does.
    memory
        What earlier searches of cases like this came to, as of ``evaluate``.

    Returns
    -------
    BreakEven
        in £; without bidders where there is no award.

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
    with localcontext(EXACT):
        started = time.monotonic()
        asked = merged(case.options, options)
        if award is not None:
            check_award(case, award)
        appraisal = appraise(case)
        best = award or search(
            case,
            asked,
            on_progress=on_progress,
            stop=stop,
            isolated=isolated,
            appraisal=appraisal,
            started=started,
            memory=memory,
        )
        return BreakEven(
            name=case.name,
            best=BestAward.of(best),
            bidders=tuple(Comparison(case, appraisal, best).bidders()) if best.awards else (),
            if_all_leave=if_all_leave(case),
            seconds=round(time.monotonic() - started, 3),
            provenance=provenance(case, asked),
        )
