"""Solving in a process of its own: its best award so far survives whatever ends it."""

from collections.abc import Callable

from models import SolverFailed
from selector.program import Program
from selector.solve.child import Answer, run_in_child
from selector.solve.known import Known
from selector.solve.outcome import Found, Outcome, Plan, Progress, Settled
from selector.solve.stages import Listener, solve_here


def solve_in_child(
    program: Program,
    plan: Plan,
    listen: Listener = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Solve in a new process, and end it at the time limit or once ``stop`` says so, whatever it is doing.

    Raises
    ------
    SolverFailed
        if the process ends without an outcome and without an award.
    """
    known = Known(plan, bound=plan.bound)

    def hear(message: Progress | Found | Settled) -> None:
        known.add(message)
        listen(message)

    ended = run_in_child(solve_here, program.bare(), plan, listen=hear, stop=stop, time_limit=plan.time_limit)
    if isinstance(ended, Answer):
        outcome: Outcome = ended.value
        return outcome
    if ended.limit == "failure" and known.accepted is None:
        raise SolverFailed(f"the solver's process ended with exit status {ended.exit_status}")
    return known.outcome(ended.limit)
