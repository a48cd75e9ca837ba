"""An award of a mended case: that it has one is what makes a repair."""

import threading
import time
from typing import Literal

from models import Mended, Options, SolverFailed
from selector.decide.feasibility import Clock
from selector.decide.relaxation import Relaxation
from selector.search import Sign, search

_GAP = 0.01
SHARE_OF_TIME = 0.4
"""Of the time left, what one search for a good award may take."""
_LEAST, _LONGEST = 0.1, 30.0  # seconds
# By how much longer it may look for any award.
_LONGER = 2.0


def award_of(mended: Relaxation, clock: Clock) -> Mended | Literal["infeasible", "unknown"]:
    """An award within the hundredth part; the first there is once the time for a better one is up."""
    seconds = max(min(clock.left * SHARE_OF_TIME, _LONGEST), _LEAST)
    found, enough = threading.Event(), time.monotonic() + seconds

    def note(sign: Sign) -> None:
        if sign.incumbent is not None:
            found.set()

    try:
        evaluation = search(
            mended.case,
            Options(gap=_GAP, time_limit=seconds * _LONGER),
            on_progress=note,
            stop=lambda: clock.over or (found.is_set() and time.monotonic() > enough),
            isolated=False,
            appraisal=mended.barred,
        )
    except SolverFailed:  # what a repair allows could not be shown: then it is not told
        return "unknown"
    if evaluation.status == "infeasible":
        return "infeasible"
    if evaluation.totals is None:
        return "unknown"
    return Mended(
        status="optimal" if evaluation.status == "optimal" else "feasible",
        gap=evaluation.certificate.gap,
        totals=evaluation.totals,
        awards=evaluation.awards,
        providers=evaluation.providers,
    )
