"""What is asked of a run, in the words of a solver."""

from collections.abc import Iterator, Mapping
from typing import Any

from selector.solve.others.solver import Asked, Solver


def arguments(solver: Solver, asked: Asked, *, presolve: bool) -> dict[str, Any]:
    """Arguments of PuLP's class that say what is asked."""
    told = dict(_told(solver.arguments, asked))
    options = [word.format(value) for word, value in _told(solver.options, asked)]
    if not presolve:
        told |= solver.arguments_without_presolve
        options += solver.options_without_presolve
    return told | ({"options": options} if options else {})


def _told(words: Mapping[str, str | float], asked: Asked) -> Iterator[tuple[str, Any]]:
    for word, value in words.items():
        given = getattr(asked, value) if isinstance(value, str) else value
        if given is not None:
            yield word, given
