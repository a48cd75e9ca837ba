"""From a program to an outcome: what was found, what was proven, and what stopped the search."""

from selector.solve.backend import About
from selector.solve.choose import about, chosen
from selector.solve.highs import FEASIBILITY, INTEGRALITY, SOLVER, hand_over
from selector.solve.isolated import solve_in_child
from selector.solve.outcome import Found, Goal, GoalResult, Outcome, Plan, Progress, Settled
from selector.solve.stages import solve_here

__all__ = [
    "FEASIBILITY",
    "INTEGRALITY",
    "SOLVER",
    "About",
    "Found",
    "Goal",
    "GoalResult",
    "Outcome",
    "Plan",
    "Progress",
    "Settled",
    "about",
    "chosen",
    "hand_over",
    "solve_here",
    "solve_in_child",
]
