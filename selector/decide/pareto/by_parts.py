"""The front of a case whose services do not couple: added up from those of its parts, and checked at the end."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from selector.decide.asked import Asked
from selector.decide.pareto.checked import checked, with_time_to_check
from selector.decide.pareto.laid import Ints, Laid, Values
from selector.fronts import Nondominated, Point, SoFar
from selector.fronts.apart import Apart
from selector.fronts.part import parts


def by_parts(
    begun: Asked,
    laid: Laid,
    epsilon: float,
    known: Mapping[Values, Ints],
    on_progress: Callable[[SoFar], None],
) -> Nondominated | None:
    """What was found; None where the program does not fall apart, or an award of a sum does not survive the check.

    By a solver's tolerance an award may be none, of which only the search of the whole tells what stands in its place.
    """
    several = parts(laid.program)
    if len(several) < 2:
        return None
    many = with_time_to_check(begun.many)
    found = Apart(laid.program, several, many, epsilon, laid.units, known, on_progress).run()
    awards = checked(begun, laid, found)
    if all(each.values in awards and _is_exact(laid, each, known) for each in found.points):
        return found
    if not begun.many.is_over:
        return None
    left = tuple(each for each in found.points if each.values in awards and _is_exact(laid, each, known))
    return replace(found, points=left, complete=False, gap=None)


def _is_exact(laid: Laid, point: Point, known: Mapping[Values, Ints]) -> bool:
    """Whether the whole comes to what its parts do, and keeps what only the whole tells."""
    return point.values in known or laid.values(point.columns) == point.values
