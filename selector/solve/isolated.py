"""Solving in a process of its own: its best award so far survives whatever ends it."""

from collections.abc import Callable

from models import SolverFailed
from selector.program import Program
from selector.solve.ahead import Ahead
from selector.solve.asking import Parent
from selector.solve.child import Answer, run_in_child
from selector.solve.hands import Hands
from selector.solve.known import Known
from selector.solve.outcome import Found, Outcome, Plan, Progress, Settled
from selector.solve.stages import Listener, solve_here


def solve_in_child(
    program: Program,
    plan: Plan,
    listen: Listener = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    hands: Hands | None = None,
    ahead: Ahead | None = None,
) -> Outcome:
    """Solve in a new process, and end it at the time limit or once ``stop`` says so, whatever it is doing.

    ``hands`` do the parts of a program that is searched in parts, where they are given; threads of the new process else.
    The process is that which was started ``ahead``, where there is one.

    Raises
    ------
    SolverFailed
        if the process ends without an outcome and without an award.
    """
    known = Known(plan, bound=plan.bound)

    def hear(message: Progress | Found | Settled) -> None:
        known.add(message)
        listen(message)

    work, more = (solve_here, ()) if hands is None else (_solve_with_hands, (hands.at_once,))
    ended = run_in_child(
        work,
        program.bare(),
        plan,
        *more,
        listen=hear,
        stop=stop,
        time_limit=plan.time_limit,
        hands=hands,
        ahead=ahead,
    )
    if isinstance(ended, Answer):
        outcome: Outcome = ended.value
        return outcome
    if ended.limit == "failure" and known.accepted is None:
        raise SolverFailed(f"the solver's process ended with exit status {ended.exit_status}")
    return known.outcome(ended.limit)


def _solve_with_hands(program: Program, plan: Plan, at_once: int, tell: Listener) -> Outcome:
    """Solve in this child, with the hands of its parent."""
    return solve_here(program, plan, tell, hands=Hands(Parent(tell), at_once))
