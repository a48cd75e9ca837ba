"""Small programs for peers, their answers known by hand."""

import numpy as np

from benchmarks.running.mixed_program import MixedProgram


def program(
    rows: list[list[float]],
    lower: list[float],
    upper: list[float],
    cost: list[float],
    *,
    most: list[float] | None = None,
    integral: list[bool] | None = None,
) -> MixedProgram:
    """A program by its figures; columns are yes or no unless told otherwise."""
    dense = np.array(rows, dtype=np.float64).reshape(len(lower), len(cost))
    return MixedProgram(
        start=np.concatenate(([0], np.cumsum((dense != 0).sum(axis=1)))).astype(np.int32),
        index=np.nonzero(dense)[1].astype(np.int32),
        value=dense[dense != 0],
        row_lower=np.array(lower),
        row_upper=np.array(upper),
        upper=np.ones(len(cost)) if most is None else np.array(most),
        integral=np.ones(len(cost), dtype=np.bool_) if integral is None else np.array(integral),
        cost=np.array(cost),
        base=np.array(cost),
    )


COVER = program(  # both lots, and a package of 3 that is dearer than 2 + 0.05
    [[1, 0, 1], [0, 1, 1], [0.3, 0.3, 0.1]], [1, 1, 0], [1, 1, 0.6], [2.0, 0.05, 3.0]
)
COVER_VALUE = 2.05
KNAPSACK = program(  # 0.1 and 0.2 fill 0.3, which floats do not; the third would do better alone and does not fit
    [[0.1, 0.2, 0.31]], [-np.inf], [0.3], [-1.0, -1.0, -3.0]
)
KNAPSACK_VALUE = -2.0
INFEASIBLE = program([[1, 1]], [3], [np.inf], [1.0, 1.0])
EMPTY_ROW = program([[1, 1], [0, 0]], [1, 1], [np.inf, np.inf], [1.0, 1.0])
MIXED = program(  # x whole up to 3, y any, z yes or no: x 0, y 2.25, z 1
    [[1, 2, 0], [1, 0, 1]],
    [-np.inf, 1],
    [4.5, 2.5],
    [-1.0, -3.0, -0.5],
    most=[3, np.inf, 1],
    integral=[True, False, True],
)


def hard() -> MixedProgram:
    """Choose half of 60 items under 20 random knapsacks: far beyond a moment's work."""
    rng = np.random.default_rng(1)
    weights = rng.uniform(0.5, 1.5, (20, 60))
    return program(
        weights.tolist(),
        [-np.inf] * 20,
        (weights.sum(axis=1) / 2).tolist(),
        (-rng.uniform(1, 2, 60)).tolist(),
    )
