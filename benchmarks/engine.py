"""The engine's answer to an instance, through its public face."""

import time
from collections.abc import Callable
from decimal import Decimal

from benchmarks.answer import Answer, relative_gap
from benchmarks.instance import Instance
from models import Case
from selector import Appraisal, Goal, Options, Plan, evaluate, lay, objectives, solve_in_child

PENCE = 100


def ask(
    instance: Instance, *, time_limit: float | None, gap: float, stop: Callable[[], bool] = lambda: False
) -> Answer:
    """Solve an instance.

    ``seconds`` run from the question in memory to the answer: for a case appraisal, program, search, tie-breaks and
    the solver-free check; for arrays program and search. The solver's process, and its start, are part of both.

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

    Raises
    ------
    SolverFailed
        if the solver breaks down, or its award does not survive the engine's check.
    """
    if isinstance(instance.question, Case):
        return _of_case(instance.question, instance.scale, time_limit, gap, stop)
    return _of_arrays(instance.question, instance.scale, time_limit, gap, stop)


def _of_case(case: Case, scale: int, time_limit: float | None, gap: float, stop: Callable[[], bool]) -> Answer:
    began = time.perf_counter()
    evaluation = evaluate(case, Options(gap=gap, time_limit=time_limit), stop=stop)
    seconds = time.perf_counter() - began
    certificate = evaluation.certificate
    return Answer(
        status=evaluation.status,
        objective=_unscaled(certificate.objective, scale),
        bound=_unscaled(certificate.bound, scale),
        gap=certificate.gap,
        seconds=seconds,
    )


def _of_arrays(
    appraisal: Appraisal, scale: int, time_limit: float | None, gap: float, stop: Callable[[], bool]
) -> Answer:
    began = time.perf_counter()
    program = lay(appraisal)
    cost = Goal("cost", objectives(appraisal).cost, units=PENCE)
    left = None if time_limit is None else max(time_limit - (time.perf_counter() - began), 0.0)
    outcome = solve_in_child(program, Plan((cost,), gap=gap, time_limit=left), stop=stop)
    seconds = time.perf_counter() - began
    found = outcome.goals[0] if outcome.goals else None
    objective = None if found is None else found.value / (PENCE * scale)
    bound = (outcome.bound if found is None else found.bound) / (PENCE * scale)
    known = bound if not outcome.infeasible and abs(bound) < float("inf") else None
    return Answer(outcome.status, objective, known, relative_gap(objective, known, objective), seconds)


def _unscaled(pounds: Decimal | None, scale: int) -> float | None:
    return None if pounds is None else float(pounds / scale)
