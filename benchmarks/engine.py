"""The engine's answer to an instance, through its public face."""

import math
import time
from collections.abc import Callable
from decimal import Decimal

from benchmarks.answer import Answer, relative_gap
from benchmarks.instance import HUNDREDTHS, Instance, Laid
from models import Case, Evaluation, MoneyValued
from selector import Appraisal, Found, Goal, Options, Plan, Progress, Sign, evaluate, lay, objectives, solve_in_child

Stop = Callable[[], bool]
Watch = Callable[[float | None, float | None], None]
"""Told of the best value and the bound, in the units of the answer, each time that more may be known."""


def ask(
    instance: Instance,
    *,
    time_limit: float | None,
    gap: float,
    stop: Stop = lambda: False,
    watch: Watch = lambda *_: None,
) -> Answer:
    """Solve an instance; the answer is in the file's money, and a maximum where the file asks for one.

    ``seconds`` run from the question in memory to the answer: for a case appraisal, program, search, tie-breaks and
    the solver-free check; for arrays program and search; for a program the search. The solver's process, and its start,
    are part of each.

    Parameters
    ----------
    instance
        The problem.
    time_limit
        Seconds after which the best award so far is taken; None for no limit.
    gap
        Relative gap at which an award counts as optimal; 0 is to the penny.
    stop
        Asked some twenty times a second; once it answers True the best award so far is taken.
    watch
        Told how the search goes, some ten times a second.

    Raises
    ------
    SolverFailed
        if the solver breaks down, or its award does not survive the engine's check.
    """
    if isinstance(instance.question, Case):
        answer = _of_case(instance.question, instance.scale, time_limit, gap, stop, _told(instance, watch))
    else:
        answer = _of_arrays(instance.question, instance.scale, time_limit, gap, stop, _told(instance, watch))
    return instance.told(answer)


def _told(instance: Instance, watch: Watch) -> Watch:
    """A watch that is told of the question's minimum, and tells what the file asks for."""
    sign = 1 if instance.sense == "minimise" else -1

    def tell(incumbent: float | None, bound: float | None) -> None:
        watch(None if incumbent is None else sign * incumbent, None if bound is None else sign * bound)

    return tell


def _of_case(case: Case, scale: int, time_limit: float | None, gap: float, stop: Stop, watch: Watch) -> Answer:
    first: list[str] = []

    def listen(sign: Sign) -> None:
        first[:] = first or [sign.objective]
        if sign.objective == first[0]:  # later levels and ties are of other figures
            watch(_unscaled(sign.incumbent, scale), _unscaled(sign.bound, scale))

    began = time.perf_counter()
    evaluation = evaluate(case, Options(gap=gap, time_limit=time_limit), on_progress=listen, stop=stop)
    seconds = time.perf_counter() - began
    certificate = evaluation.certificate
    return Answer(
        status=evaluation.status,
        objective=_unscaled(certificate.objective, scale),
        bound=_unscaled(certificate.bound, scale),
        gap=certificate.gap,
        seconds=seconds,
        base=_base(case, evaluation, scale),
    )


def _of_arrays(
    question: Appraisal | Laid, scale: int, time_limit: float | None, gap: float, stop: Stop, watch: Watch
) -> Answer:
    began = time.perf_counter()
    laid = question if isinstance(question, Laid) else Laid(lay(question), objectives(question).cost)
    cost = Goal("cost", laid.cost, units=HUNDREDTHS)
    left = None if time_limit is None else max(time_limit - (time.perf_counter() - began), 0.0)
    units = HUNDREDTHS * scale

    def listen(message: object) -> None:
        match message:
            case Progress(incumbent=incumbent, bound=bound):
                watch(None if incumbent is None else incumbent / units, None if bound is None else bound / units)
            case Found(value=value):
                watch(value / units, None)

    outcome = solve_in_child(laid.program, Plan((cost,), gap=gap, time_limit=left), listen=listen, stop=stop)
    seconds = time.perf_counter() - began
    found = outcome.goals[0] if outcome.goals else None
    objective = None if found is None else found.value / units
    bound = (outcome.bound if found is None else found.bound) / units
    known = bound if not outcome.infeasible and math.isfinite(bound) else None
    base = None if objective is None else abs(objective)
    return Answer(outcome.status, objective, known, relative_gap(objective, known, objective), seconds, base)


def _base(case: Case, evaluation: Evaluation, scale: int) -> float | None:
    """What the gap of an evaluation is a share of."""
    if evaluation.totals is None or evaluation.certificate.objective is None:
        return None
    of_cost = isinstance(case.objective, MoneyValued) and case.objective.quality_value > 0
    return abs(float((evaluation.totals.cost if of_cost else evaluation.certificate.objective) / scale))


def _unscaled(pounds: Decimal | None, scale: int) -> float | None:
    return None if pounds is None else float(pounds / scale)
