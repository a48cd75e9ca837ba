"""How a search went, and what that comes to."""

import math

import pytest

from benchmarks.running.course import MOST_POINTS, Course, Point, thinned
from benchmarks.running.measures import primal_integral, seconds_to_gap


def test_what_was_found_and_proven_stays() -> None:
    course = Course()
    course.add(10.0, None, seconds=1.0)
    course.add(None, 4.0, seconds=2.0)
    course.add(12.0, 3.0, seconds=3.0)  # worse than what is known: no news
    course.add(math.nan, -math.inf, seconds=3.5)
    course.add(8.0, 1e30, seconds=3.0)  # a clock that lags, and what solvers write for no figure
    assert course.bound == 4.0
    assert course.ended(8.0, 4.0, 9.0) == (Point(1, 10, None), Point(2, 10, 4), Point(3, 8, 4))


def test_a_maximum_is_kept_as_one() -> None:
    course = Course(maximise=True)
    course.add(10.0, 20.0, seconds=1.0)
    course.add(9.0, 21.0, seconds=2.0)
    course.add(12.0, 15.0, seconds=3.0)
    assert course.bound == 15.0
    assert course.ended(12.0, 15.0, 3.0) == (Point(1, 10, 20), Point(3, 12, 15))


def test_nothing_on_the_way_is_better_than_the_end() -> None:
    course = Course()
    course.add(9.9999, None, seconds=1.0)
    course.add(None, 10.0001, seconds=2.0)
    assert course.ended(10.0, 10.0, 3.0) == (Point(1, 10.0, None), Point(2, 10.0, 10.0))


def test_without_an_end_the_way_is_told() -> None:
    course = Course()
    course.add(None, 5.0, seconds=1.0)
    assert course.ended(None, None, 2.0) == (Point(1, None, 5.0),)


def test_a_long_course_keeps_its_ends() -> None:
    course = Course()
    for at in range(1000):
        course.add(2000.0 - at, float(at), seconds=float(at))
    points = course.ended(1001.0, 999.0, 999.0)
    assert len(points) == MOST_POINTS
    assert (points[0], points[-1]) == (Point(0, 2000, 0), Point(999, 1001, 999))
    assert thinned(points[:3], 5) == points[:3]


def test_seconds_to_each_gap() -> None:
    course = [Point(1, 110, None), Point(2, 110, 100), Point(3, 101, 100), Point(5, 100.1, 100)]
    assert seconds_to_gap(course, 100.0) == {"1%": 3, "0.1%": 5, "0.01%": None}
    assert seconds_to_gap(course, None) == {"1%": None, "0.1%": None, "0.01%": None}
    assert seconds_to_gap(course, 1000.0) == {"1%": 2, "0.1%": 3, "0.01%": 5}  # of a larger base


@pytest.mark.parametrize(
    ("course", "best", "integral"),
    [
        ([], 100.0, 10.0),
        ([Point(2, None, 50)], 100.0, 10.0),
        # 2 s without, 3 s at (125 - 100) / 125, then none is missed
        ([Point(2, 125, None), Point(5, 100, None)], 100.0, 2 + 3 * 0.2),
        # another sign is missed in full, and so is 0
        ([Point(1, 5, None), Point(4, 0, None)], -5.0, 10.0),
        ([Point(1, 0, None)], 0.0, 1.0),
        # what comes after the limit does not count
        ([Point(2, 200, None), Point(12, 100, None)], 100.0, 2 + 8 * 0.5),
    ],
)
def test_primal_integral_by_hand_berthold2013(course: list[Point], best: float, integral: float) -> None:
    assert primal_integral(course, best, 10.0) == pytest.approx(integral)
