"""The awards of a front's points, held against the solver-free check several at once."""

from collections.abc import Mapping

import numpy as np

from selector.decide.asked import Asked
from selector.decide.pareto.laid import Laid, Values
from selector.decide.pareto.standing import Asked as Awards
from selector.decide.pareto.standing import Standing, check_awards
from selector.fronts import Nondominated
from selector.many import Many

_SHARE = 0.75
"""Of the time that is left: for the search; then the awards are checked."""
_MOST_TO_CHECK = 30.0
"""Seconds that are enough to check the awards of some hundreds of points."""
_PIECES = 8
"""Parts in which they are checked, so that all processes have some to the end."""


def with_time_to_check(many: Many) -> Many:
    """The same within less time, so that some is left for the check."""
    left = many.left
    limit = None if left is None else many.time_limit and many.time_limit - min((1 - _SHARE) * left, _MOST_TO_CHECK)
    return Many(many.executor, many.workers, many.isolated, limit, many.started, many.stop)


def checked(begun: Asked, laid: Laid, found: Nondominated) -> Mapping[Values, Standing]:
    """The awards that the check accepts, by their values; those not come to within the limits are left out as well."""
    points = [each for each in found.points if each.values not in laid.awards]
    parts = [part for part in np.array_split(np.arange(len(points)), _PIECES) if len(part)]
    case, like = begun.case.model_dump_json(), begun.best.model_dump_json()
    asked = [Awards(case, like, tuple(laid.accepted(points[at].columns) for at in part.tolist())) for part in parts]
    for number, standings in begun.each("awards checked, part", check_awards, asked).items():
        for at, standing in zip(parts[number].tolist(), standings, strict=False):
            if standing is not None:
                laid.awards[points[at].values] = standing
    return laid.awards
