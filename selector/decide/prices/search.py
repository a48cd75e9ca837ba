"""The best award of a case without one statement, or some."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from pydantic import ValidationError

from models import BestAward, Case, Evaluation, Options, PatchOperation
from selector.appraise import appraise
from selector.decide.patch import in_order, patched
from selector.search import search
from selector.solve.memory import Memory


@dataclass(frozen=True)
class Without:
    """A case to be searched with some statements lifted."""

    case: Case
    """Without scenarios: they may name what is lifted, and none of them is in force."""
    lift: tuple[PatchOperation, ...]
    options: Options
    start: tuple[str, ...]
    """Bids of an award that may be a good one to begin with."""
    memory: Memory | None = None
    among: tuple[str, ...] = ()
    """The bids to choose from; all where empty."""


def searched(asked: Without, seconds: float | None, stop: Callable[[], bool]) -> Evaluation | None:
    """The best award without the statements; None where what is left is no case. Work as ``Many`` takes it.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    began = time.monotonic()
    try:
        case = patched(asked.case, in_order(asked.lift))
    except ValidationError:
        return None
    appraisal, limit = appraise(case), seconds
    if asked.among:
        # There is nothing to choose: what it takes is laying the case, and the check.
        limit = None
        among = np.isin(appraisal.bids.ids, asked.among)
        appraisal = replace(appraisal, bids=replace(appraisal.bids, open=appraisal.bids.open & among))
    return search(
        case,
        asked.options.model_copy(update={"time_limit": limit}),
        stop=stop,
        isolated=False,
        appraisal=appraisal,
        started=began,
        start=asked.start,
        memory=None if asked.among else asked.memory,
    )


def among_few(found: Evaluation) -> BestAward:
    """An award found among few bids: nothing is proven of all the others."""
    certificate = found.certificate
    levels = tuple(level.model_copy(update={"bound": None, "gap": None}) for level in certificate.levels[:1])
    return BestAward(
        status="feasible" if found.awards else "unknown",
        certificate=certificate.model_copy(
            update={
                "bound": None,
                "gap": None,
                "gap_pounds": None,
                "levels": levels,
                "ties": "not_examined",
                "method": "among few bids",
            }
        ),
        totals=found.totals,
    )
