"""The front of a case above board size: between points and bounds, and checked at the end."""

from collections.abc import Callable, Mapping

import numpy as np

from selector.decide.asked import Asked
from selector.decide.pareto.laid import Ints, Laid, Values
from selector.decide.pareto.standing import Asked as Awards
from selector.decide.pareto.standing import Standing, check_awards
from selector.fronts import Nondominated, SoFar
from selector.fronts.sandwich import Sandwich
from selector.many import Many

_SHARE = 0.75
"""Of the time that is left: for the search; then the awards are checked."""
_PIECES = 8
"""Parts in which they are checked, so that all processes have some to the end."""


def large(
    begun: Asked,
    laid: Laid,
    epsilon: float,
    known: Mapping[Values, Ints],
    on_progress: Callable[[SoFar], None],
) -> tuple[Nondominated, Mapping[Values, Standing]]:
    """What was found, and the awards of its points, all of which the solver-free check accepts."""
    many = begun.many
    left = many.left
    limit = None if left is None else many.time_limit and many.time_limit - (1 - _SHARE) * left
    own = Many(many.executor, many.workers, many.isolated, limit, many.started, many.stop)
    search = Sandwich(laid.program, own, laid.values, laid.hoped, epsilon, known, on_progress)
    found = search.run()
    awards = _checked(begun, laid, found)
    return search.without({each.values for each in found.points} - awards.keys()), awards


def _checked(begun: Asked, laid: Laid, found: Nondominated) -> Mapping[Values, Standing]:
    points = [each for each in found.points if each.values not in laid.awards]
    parts = [part for part in np.array_split(np.arange(len(points)), _PIECES) if len(part)]
    case = begun.case.model_dump_json()
    asked = [
        Awards(case, begun.best, tuple(laid.accepted(points[at].columns) for at in part.tolist())) for part in parts
    ]
    for number, standings in begun.each("awards checked, part", check_awards, asked).items():
        for at, standing in zip(parts[number].tolist(), standings, strict=False):
            if standing is not None:
                laid.awards[points[at].values] = standing
    return laid.awards
