"""The best award once bids that win nothing are withdrawn, and why it is another one where it is."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from models import Accepted, BestAward, Case, Evaluation, Options, Ratio
from models.audit import Verdict
from selector.appraise import Appraisal, appraise
from selector.decide.asked import bids_of
from selector.decide.audit.alone import alone
from selector.decide.audit.compared import is_ahead, is_among_best, is_exact
from selector.decide.audit.withdrawn import Withdrawn
from selector.decide.closed_lots import closed_lots
from selector.search import search

Stop = Callable[[], bool]
_NONE = BestAward(status="infeasible", certificate=None, totals=None)
UNKNOWN = BestAward(status="unknown", certificate=None, totals=None)


@dataclass(frozen=True)
class Task:
    """What is withdrawn from a case, and what is known of it."""

    withdrawn: Withdrawn
    options: Options
    best: Evaluation
    """The best award with every bid."""
    scores_move: bool
    """Whether the score of any other bid changes."""
    near: tuple[str, ...] | None = None
    """Lots to which the search is confined, all else staying as it is; None where all is searched."""


@dataclass(frozen=True)
class Removed:
    """What came of it."""

    verdict: Verdict = "open"
    proven: bool = False
    best: BestAward = UNKNOWN
    awards: tuple[Accepted, ...] = ()


def removed(task: Task, seconds: float | None, stop: Stop) -> Removed:
    """The verdict on a withdrawal. Work as ``Many`` takes it.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    began = time.monotonic()
    case = task.withdrawn.rest()
    appraisal = appraise(case)
    if closed_lots(appraisal):
        return Removed("no_award", True, _NONE)
    open_ones = appraisal if task.near is None else _confined(appraisal, task.best, task.near)
    left = None if seconds is None else max(seconds - (time.monotonic() - began), 0.01)
    found = search(
        case,
        task.options.model_copy(update={"time_limit": left}),
        appraisal=open_ones,
        start=bids_of(task.best),
        stop=stop,
        isolated=False,
    )
    if not found.awards:
        none = found.status == "infeasible" and task.near is None
        return Removed("no_award", True, _NONE) if none else Removed()
    verdict, proven = _verdict(task, case, appraisal, found)
    return Removed(verdict, proven, BestAward.of(found), found.awards)


def _verdict(task: Task, case: Case, appraisal: Appraisal, found: Evaluation) -> tuple[Verdict, bool]:
    objective = case.objective
    exact = task.near is None and is_exact(task.best) and is_exact(found)
    if set(bids_of(found)) == set(bids_of(task.best)):
        return ("stays", True) if exact else ("open", False)
    whole = appraise(task.withdrawn.case)
    before = alone(case, appraisal, task.best, task.options)
    if before.status == "infeasible":
        return "rules", True
    after = alone(task.withdrawn.case, whole, found, task.options)
    if after.status == "infeasible":
        return "rules", exact
    if not (before.awards and after.awards):
        return "open", False
    if _barred(whole) - task.withdrawn.gone != _barred(appraisal) - task.withdrawn.gone:
        return (
            ("tie", True)
            if exact and is_among_best(objective, before.certificate, found.certificate)
            else ("rules", exact)
        )
    if not exact:
        turned = is_ahead(objective, task.best.certificate, after.certificate) and is_ahead(
            objective, found.certificate, before.certificate
        )
        return ("reversal", True) if turned and task.scores_move else ("open", False)
    if is_among_best(objective, before.certificate, found.certificate):
        return "tie", True
    if not task.scores_move:
        return ("rules" if not task.withdrawn.can_only_worsen else "tolerance"), True
    alike = isinstance(objective, Ratio) and objective.formula == "money_valued_quality"
    return ("rounding" if alike else "reversal"), True


def _confined(appraisal: Appraisal, award: Evaluation, lots: Iterable[str]) -> Appraisal:
    """With few bids open: those of the award, and all that are for none but some lots."""
    bids = appraisal.bids
    accepted = np.isin(bids.ids, bids_of(award))
    outside = ~np.isin(bids.pair_lot, [appraisal.lots.ids.index(lot) for lot in lots])
    within = np.bincount(bids.pair_bid, weights=outside, minlength=len(bids)) == 0
    return replace(appraisal, bids=replace(bids, open=bids.open & (accepted | within)))


def _barred(appraisal: Appraisal) -> frozenset[str]:
    return frozenset(appraisal.bids.ids[bid] for bid in appraisal.bids.bars)
