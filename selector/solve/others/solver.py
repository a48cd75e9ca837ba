"""What the engine knows of a solver that PuLP drives, as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from models import SolverFailed
from selector.solve.backend import Ending

TOLERANCE = 1e-9
"""The tightest that every solver of the table can be told."""


@dataclass(frozen=True)
class Asked:
    """What is asked of one run. None leaves the solver's default."""

    absolute_gap: float
    relative_gap: float
    seconds: float | None
    nodes: int | None
    start: bool | None
    """Whether the columns carry a solution to start from."""
    log: str
    """Where a log may be written."""
    tolerance: float = TOLERANCE


@dataclass(frozen=True)
class Ran:
    """What a reader may look at once a solver has run."""

    problem: Any
    """PuLP's problem; ``solverModel`` is the solver's own, where it runs inside Python."""
    log: str
    """Text of the log, empty where the solver wrote none."""


@dataclass(frozen=True)
class Said:
    """What a solver says of its own run, in its own words and figures; never what PuLP makes of it."""

    ending: Ending
    found: bool
    """Whether the values it left are a solution."""
    bound: float = float("-inf")
    bound_by_gap: bool = False
    """Whether a proof tells no figure of its own: then the value less the gap asked for is a bound."""


@dataclass(frozen=True)
class Solver:
    """One solver: how it is called, told what is asked, and read.

    The mappings go from the solver's word to a field of ``Asked`` (a text) or to a value (a number); what is None
    in ``Asked`` is left out. ``{}`` in an option stands for the value; an option without is passed as it is.
    """

    name: str
    title: str
    classes: tuple[str, ...]
    """PuLP's classes, in order of preference, that ``read`` understands."""
    install: str
    package: str | None = None
    """Python's package that brings it, whose version is the solver's unless ``version`` says otherwise."""
    arguments: Mapping[str, str | float] = field(default_factory=dict)
    options: Mapping[str, str | float] = field(default_factory=dict)
    arguments_without_presolve: Mapping[str, float] = field(default_factory=dict)
    options_without_presolve: tuple[str, ...] = ()
    read: Callable[[Ran], Said] | None = None
    """None: nothing the solver says can be told from what PuLP makes of it, so nothing is taken as proven."""
    version: Callable[[], str] | None = None


def worded(words: Mapping[Any, Ending], word: Any, title: str) -> Ending:
    """What a solver's own word means.

    Raises
    ------
    SolverFailed
        if the word is not known; its meaning is never guessed.
    """
    if word not in words:
        raise SolverFailed(f"{title} ended with {word!r}, whose meaning is not known")
    return words[word]
