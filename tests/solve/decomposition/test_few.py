"""Few bids: those that the relaxation takes, and those that cost least to bring in."""

import numpy as np

from selector.solve.decomposition.few import few, nearly
from selector.solve.decomposition.relaxation import Relaxation
from tests.solve.decomposition.programs import Floats, program

_WHOLE = program(
    [[1, 1, 1, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 0]],
    [1, 1],
    [1, 1],
    accepts=6,
    pairs=[(0, 0), (1, 0), (2, 0), (3, 1), (4, 1), (5, 1)],
)


def relaxed(columns: list[float], reduced: list[float]) -> Relaxation:
    prices: Floats = np.zeros(2)
    return Relaxation(0.0, np.array(columns), np.array(reduced), prices)


def test_for_each_lot_those_of_least_reduced_cost() -> None:
    kept = few(_WHOLE, relaxed([0, 0, 1, 0, 0, 1, 0], [3, 2, 9, 5, 4, 0, 0]), 1)
    assert kept.tolist() == [False, True, True, False, False, True, True]


def test_those_split_come_first() -> None:
    near = nearly(_WHOLE, relaxed([0, 0.5, 0.5, 0, 0, 1, 0], [0, 2, 9, 5, 4, -3, 0]), 4)
    assert near.tolist() == [True, True, True, False, False, True, False]
