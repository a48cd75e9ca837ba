"""The front of a case above board size: between points and bounds, and checked at the end."""

from collections.abc import Callable, Mapping

from selector.decide.asked import Asked
from selector.decide.pareto.checked import checked, with_time_to_check
from selector.decide.pareto.laid import Ints, Laid, Values
from selector.decide.pareto.standing import Standing
from selector.fronts import Nondominated, SoFar
from selector.fronts.sandwich import Sandwich


def large(
    begun: Asked,
    laid: Laid,
    epsilon: float,
    known: Mapping[Values, Ints],
    on_progress: Callable[[SoFar], None],
) -> tuple[Nondominated, Mapping[Values, Standing]]:
    """What was found, and the awards of its points, all of which the solver-free check accepts."""
    many = with_time_to_check(begun.many)
    search = Sandwich(laid.program, many, laid.values, laid.hoped, epsilon, known, on_progress)
    found = search.run()
    awards = checked(begun, laid, found)
    return search.without({each.values for each in found.points} - awards.keys()), awards
