"""From the name of a solver to the solver.

PuLP, and what it loads, is loaded only where it is asked for; and so is what searches in parts, for programs of many bids.
"""

from selector.program import Program
from selector.solve.backend import About, Backend
from selector.solve.hands import Hands
from selector.solve.highs import FEASIBILITY, INTEGRALITY, SOLVER, Highs
from selector.solve.outcome import Plan

HIGHS = "highs"
MANY_BIDS = 2_500
"""Bids above which a program is searched in parts where nobody says otherwise."""


def chosen(name: str | None) -> str:
    """The solver of a name, ``highs`` where none is given, by the one name that the engine has for it.

    Raises
    ------
    UnknownName
        if there is no such solver.
    ExtraMissing
        if it is not installed.
    """
    if name is None or name.lower() == HIGHS:
        return HIGHS
    from selector.solve.others import solver_named

    return solver_named(name).name


def backend(program: Program, plan: Plan, hands: Hands | None = None) -> Backend:
    """A program in the solver of a plan, searched by its method, in parts by ``hands``; errors as of ``chosen``."""
    if plan.solver == HIGHS:
        if not _in_parts(program, plan):
            return Highs(program)
        from selector.solve.decomposition import Decomposed

        return Decomposed(program, plan.memory, hands)
    from selector.solve.others import Driven, solver_named

    return Driven(program, solver_named(plan.solver))


def _in_parts(program: Program, plan: Plan) -> bool:
    if plan.method != "auto":
        return plan.method == "parts"
    return program.accepts > MANY_BIDS or _located(program, plan)


def _located(program: Program, plan: Plan) -> bool:
    """Whether a single goal over a location problem is all that is asked: that has a method of its own, at any size.

    Where ties are to be settled as well, the whole is searched for them in any case.
    """
    if len(plan.goals) > 1 or plan.tie_breakers or plan.forbidden:
        return False
    from selector.solve.decomposition.located import Located

    return Located.of(program, plan.goals[0].coefficients / plan.goals[0].units) is not None


def about(name: str) -> About:
    """What a certificate says of the solver of a name; errors as of ``chosen``."""
    if name == HIGHS:
        return About(SOLVER, "branch and cut over the whole program", FEASIBILITY, INTEGRALITY)
    from selector.solve import others

    return others.about(name)
