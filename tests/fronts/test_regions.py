"""Search regions hold exactly what no point is as good as."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selector.fronts.dominance import nondominated_rows
from selector.fronts.regions import Regions

_TOP = 6


@given(st.integers(1, 4).flatmap(lambda p: st.lists(st.tuples(*[st.integers(0, _TOP - 1)] * p), max_size=8)))
def test_regions_hold_what_no_point_is_as_good_as(points: list[tuple[int, ...]]) -> None:
    objectives = len(points[0]) if points else 2
    regions = Regions(np.zeros(objectives, dtype=np.int64), np.full(objectives, _TOP))
    for point in points:
        regions.cut(np.array(point))
    for each in np.ndindex(*[_TOP] * objectives):
        known = any(all(a <= b for a, b in zip(point, each, strict=True)) for point in points)
        assert (regions.uppers > np.array(each)).all(axis=1).any() == (not known)
    uppers = regions.uppers
    for at, upper in enumerate(uppers):
        assert not (np.delete(uppers, at, axis=0) >= upper).all(axis=1).any()


def test_a_corner_closes_what_lies_below_it_now_and_later() -> None:
    regions = Regions(np.zeros(2, dtype=np.int64), np.array([9, 9]))
    regions.close(np.array([5, 9]))
    regions.cut(np.array([5, 4]))

    assert regions.uppers.tolist() == [[9, 4]]
    assert regions.lows().tolist() == [[5, 0]]


def test_raising_what_points_have_at_the_least_closes_what_lies_below() -> None:
    regions = Regions(np.zeros(2, dtype=np.int64), np.array([9, 9]))
    regions.cut(np.array([4, 4]))
    regions.raise_low(0, 4)

    assert regions.uppers.tolist() == [[9, 4]]


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), max_size=12))
def test_nondominated_rows_are_those_that_nothing_dominates(points: list[tuple[int, ...]]) -> None:
    found = [points[row] for row in nondominated_rows(np.array(points, dtype=np.int64).reshape(-1, 3))]
    expected = {
        each
        for each in points
        if not any(other != each and all(a <= b for a, b in zip(other, each, strict=True)) for other in points)
    }

    assert (len(found), set(found)) == (len(expected), expected)
