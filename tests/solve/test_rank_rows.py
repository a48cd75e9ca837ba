"""Rows that a limit implies: every whole choice that keeps the limit keeps them."""

import itertools

import numpy as np
import pytest
from scipy.sparse import csr_array

from selector.program import Program
from selector.solve.rank_rows import Room, rooms

EVERY = np.array(list(itertools.product((0, 1), repeat=8)), dtype=np.float64)


def program(values: list[float], lower: float, upper: float, lots: list[int]) -> Program:
    """One row over bids for these lots (-1: a column that is no bid), bids first."""
    accepts = sum(lot >= 0 for lot in lots)
    return Program(
        matrix=csr_array(np.array([values])),
        row_lower=np.array([lower]),
        row_upper=np.array([upper]),
        factor=np.ones(1),
        upper=np.ones(len(values)),
        integral=np.ones(len(values), dtype=np.bool_),
        accepts=accepts,
        pair_accept=np.arange(accepts),
        pair_lot=np.array(lots[:accepts]),
    )


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("provided", [True, False])
def test_no_whole_choice_is_cut_off(seed: int, sign: int, provided: bool) -> None:
    draw = np.random.default_rng(seed)
    bids = 7
    weight = draw.integers(1, 9, bids) / 8
    room = float(draw.integers(2, 24)) / 8
    lots = np.sort(draw.integers(0, 6, bids)).tolist()
    values = [*weight, -room if provided else 0.0]
    limit = 0.0 if provided else room
    laid = (
        program([sign * each for each in values], -limit, np.inf, [*lots, -1])
        if sign < 0
        else program(values, -np.inf, limit, [*lots, -1])
    )
    counts = np.stack([np.bincount(lots, choice[:bids], minlength=6) for choice in EVERY])
    kept = EVERY[(EVERY @ values <= limit) & (counts <= 1).all(axis=1)]
    for room_found in rooms(laid):
        for values_tried in draw.random((20, bids + 1)):
            for row in room_found.broken(values_tried):
                assert values_tried[row.columns] @ row.values > row.upper
                assert (kept[:, row.columns] @ row.values <= row.upper).all()


def only_room(values: list[float], upper: float, lots: list[int]) -> Room:
    (found,) = rooms(program(values, -np.inf, upper, lots))
    return found


def test_two_of_three_fit() -> None:
    (row,) = only_room([1.0, 1.0, 1.0], 2.5, [0, 1, 2]).broken(np.array([0.8, 0.9, 0.8]))
    assert (row.columns.tolist(), row.values.tolist(), row.upper) == ([0, 1, 2], [1, 1, 1], 2)


def test_bids_for_one_lot_are_one() -> None:
    """The lighter of two bids tells what the lot takes at the least."""
    (row, *_) = only_room([1.0, 2.0, 1.5], 2.0, [0, 0, 1]).broken(np.array([0.5, 0.5, 0.5]))
    assert (row.columns.tolist(), row.upper) == ([0, 1, 2], 1)


def test_what_just_fits_fits() -> None:
    """A sum that passes its limit by rounding alone is within it."""
    assert 0.1 + 0.2 > 0.3
    assert not list(rooms(program([0.1, 0.2], -np.inf, 0.3, [0, 1])))
    three = only_room([0.1, 0.2, 1.5], 0.3, [0, 1, 2])
    assert all({0, 1} > set(row.columns.tolist()) or row.upper >= 2 for row in three.broken(np.array([1.0, 1.0, 0.0])))


def test_of_many_lots_an_extended_cover() -> None:
    room = only_room([1.0] * 14 + [1.25], 3.5, list(range(15)))
    rows = list(room.broken(np.array([0.25] * 14 + [0.0])))
    assert [(len(row.columns), row.upper) for row in rows] == [(15, 3)]


@pytest.mark.parametrize(
    ("values", "upper", "lots"),
    [
        pytest.param([1.0, -1.0, 1.0], 1.0, [0, 1, 2], id="a bid that gives room"),
        pytest.param([1.0, 1.0, -1.5], 0.5, [0, 1, -1], id="room beside what is provided"),
        pytest.param([1.0, 1.0], 2.0, [0, 1], id="all fit"),
        pytest.param([1.0, 1.0], 1.0, [0, 0], id="bids for one lot"),
    ],
)
def test_no_room_no_rows(values: list[float], upper: float, lots: list[int]) -> None:
    assert not list(rooms(program(values, -np.inf, upper, lots)))
