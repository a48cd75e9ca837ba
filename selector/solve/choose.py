"""From the name of a solver to the solver.

PuLP, and what it loads, is loaded only where it is asked for; and so is what searches in parts, for programs of many bids.
"""

from selector.program import Program
from selector.solve.backend import About, Backend
from selector.solve.hands import Hands
from selector.solve.highs import FEASIBILITY, INTEGRALITY, SOLVER, Highs
from selector.solve.memory import Memory
from selector.solve.outcome import Method

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


def backend(
    program: Program, name: str, method: Method = "auto", memory: Memory | None = None, hands: Hands | None = None
) -> Backend:
    """A program in the solver of a name, searched by a method, in parts by ``hands``; errors as of ``chosen``."""
    if name == HIGHS:
        in_parts = method == "parts" or (method == "auto" and program.accepts > MANY_BIDS)
        if not in_parts:
            return Highs(program)
        from selector.solve.decomposition import Decomposed

        return Decomposed(program, memory, hands)
    from selector.solve.others import Driven, solver_named

    return Driven(program, solver_named(name))


def about(name: str) -> About:
    """What a certificate says of the solver of a name; errors as of ``chosen``."""
    if name == HIGHS:
        return About(SOLVER, "branch and cut over the whole program", FEASIBILITY, INTEGRALITY)
    from selector.solve import others

    return others.about(name)
