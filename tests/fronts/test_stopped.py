"""Searches that are ended on the way, in processes of their own: what is told of them is true, and nothing goes on."""

from collections.abc import Callable
from random import Random

import pytest

from selector import Nondominated, nondominated
from selector.fronts.apart import Apart
from selector.fronts.part import parts
from selector.fronts.search import Search
from selector.many import Many
from tests.fronts.brute import Small, front, solutions, value
from tests.fronts.programs import beside, program
from tests.processes import Started

_ENOUGH = 5


def _choice(columns: int, taken: int) -> Small:
    """So many of some columns: a front of some dozens of points."""
    random = Random(columns)
    figures = [[random.randint(1, 99) for _ in range(columns)] for _ in range(3)]
    return Small(rows=[[1] * columns], lower=[taken], upper=[taken], most=[1] * columns, objectives=figures)


def _is_true(found: Nondominated, small: Small, *, exact: bool = True) -> None:
    """Points are some of the front, or with an epsilon of all solutions; the gap that is told holds for every solution."""
    feasible = {value(small, x) for x in solutions(small)}
    whole, points = front(small), {each.values for each in found.points}

    assert points <= (whole if exact else feasible)
    if found.complete:
        assert not exact or points == whole
    if found.gap is not None:
        for each in feasible:
            assert any(
                all(a - found.gap * abs(a) <= b + 1e-9 for a, b in zip(one, each, strict=True)) for one in points
            )


@pytest.mark.parametrize("epsilon", [0.0, 0.02])
def test_a_stop_ends_it_with_what_was_found(epsilon: float, started: Started) -> None:
    small = _choice(11, 4)
    search = Search(program(small), Many(), epsilon)
    search.many = Many(workers=2, stop=lambda: len(search.points) >= _ENOUGH)
    found = search.run()

    assert not found.complete
    assert len(search.points) >= _ENOUGH
    assert found.gap is not None
    assert found.gap > epsilon
    assert found.regions > 0
    _is_true(found, small, exact=not epsilon)
    assert not started()


def test_a_stop_among_parts_ends_them_all(started: Started) -> None:
    small = beside([_choice(8, 3), _choice(9, 3)])
    seen: list[int] = []
    laid = program(small)
    apart = Apart(laid, parts(laid, least=1), Many(), on_progress=lambda so_far: seen.append(so_far.known.searches))
    apart.many = Many(workers=2, stop=lambda: bool(seen))
    found = apart.run()

    _is_true(found, small, exact=False)
    assert found.complete == (not seen)
    assert not started()


@pytest.mark.parametrize("seconds", [1e-9, 0.5, 1.0, 2.0, 4.0])
@pytest.mark.parametrize("small", [_choice(12, 5), beside([_choice(8, 3), _choice(9, 3)])], ids=["whole", "parts"])
def test_a_limit_ends_it_with_what_was_found(small: Small, seconds: float, started: Started) -> None:
    found = nondominated(program(small), time_limit=seconds, workers=2)

    _is_true(found, small, exact=len(small.rows) == 1)
    assert found.complete <= (seconds > 1e-3)
    assert not started()


def _never_more(limit: int) -> Callable[[], bool]:
    """Says stop from so many questions on."""
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > limit

    return stop


@pytest.mark.parametrize("limit", [20, 100, 400])
def test_a_solver_that_was_interrupted_is_as_good_as_new(limit: int) -> None:
    small = _choice(9, 3)
    stopped = nondominated(program(small), stop=_never_more(limit), isolated=False)
    again = nondominated(program(small), stop=_never_more(10**9), isolated=False)

    _is_true(stopped, small)
    assert again.complete
    _is_true(again, small)
