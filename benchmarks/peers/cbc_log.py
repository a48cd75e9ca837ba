"""What CBC's log says of its search. PuLP's own status calls a search that met its time limit optimal."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.answer import Status

_RESULT = re.compile(r"^Result - (.+?)\s*$", re.MULTILINE)
# A word of the solver's that is not here is an error, never a guess. "feasible" where it found anything at all.
_RESULTS: Mapping[str, Status] = {
    "Optimal solution found": "optimal",
    "Optimal solution found (within gap tolerance)": "optimal",
    "Problem proven infeasible": "infeasible",
    "Linear relaxation infeasible": "infeasible",
    "Stopped on time limit": "feasible",
}
# Where CBC ends before its search there is no result; these lines say so.
_EARLY: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(r"stopped on time", re.IGNORECASE), "feasible"),
    (re.compile(r"^Problem is infeasible", re.MULTILINE), "infeasible"),
    (re.compile(r"^Analysis indicates model infeasible", re.MULTILINE | re.IGNORECASE), "infeasible"),
    (re.compile(r"^Pre-?processing says infeasible", re.MULTILINE | re.IGNORECASE), "infeasible"),
    (re.compile(r"^Optimal - objective value", re.MULTILINE), "optimal"),  # a program without whole columns
)
_VALUE = re.compile(r"^Objective value:\s+(\S+)", re.MULTILINE)
_BOUND = re.compile(r"^Lower bound:\s+(\S+)", re.MULTILINE)
_TIME = re.compile(r"^Total time \(CPU seconds\):.*\(Wallclock seconds\):\s+(\S+)", re.MULTILINE)
_FOUND = re.compile(r"^Cbc00(?:04|12|16)I Integer solution of (\S+) found .*\((\S+) seconds\)")
_STANDS = re.compile(r"^Cbc0010I .* on tree, (\S+) best solution, best possible (\S+) \((\S+) seconds\)")


@dataclass(frozen=True)
class Ended:
    """How a search ended by its own word."""

    status: Status
    found: bool
    """Whether it left a solution."""
    bound: float | None
    """None where it gives no figure: then what was found is its bound where the status is optimal."""


def ended(log: str) -> Ended:
    """How the search of a log ended.

    Raises
    ------
    ValueError
        if its words are not known.
    """
    bound = _BOUND.findall(log)
    found = _VALUE.search(log) is not None
    results = _RESULT.findall(log)
    if results:
        if results[-1] not in _RESULTS:
            raise ValueError(f"CBC ended with {results[-1]!r}")
        status = _RESULTS[results[-1]]
    else:
        status = next((status for line, status in _EARLY if line.search(log)), "unknown")
        if status == "unknown":
            raise ValueError("CBC's log does not say how it ended")
        found = status == "optimal"
    if status == "feasible" and not found:
        status = "unknown"
    return Ended(status, found, _floor(bound[-1]) if bound else None)


def course(log: str) -> Iterator[tuple[float, float | None, float | None]]:
    """Seconds since CBC began, its best solution and its bound: what its log tells along the way."""
    for line in log.splitlines():
        if found := _FOUND.match(line):
            yield float(found[2]), float(found[1]), None
        elif stands := _STANDS.match(line):
            yield float(stands[3]), float(stands[1]), float(stands[2])


def seconds(log: str) -> float | None:
    """Wall-clock seconds that CBC says it took in all."""
    total = _TIME.search(log)
    return float(total[1]) if total else None


def _floor(text: str) -> float | None:
    """The figure less one of its last place: it was rounded to be printed, perhaps upwards."""
    figure = Decimal(text)
    exponent = figure.as_tuple().exponent
    return float(figure - Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else None
