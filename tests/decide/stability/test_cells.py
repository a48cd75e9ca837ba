"""Simplexes of weights, cut."""

from fractions import Fraction

from selector.decide.stability.cells import cut, simplex, size

HALF, NONE, ALL = Fraction(1, 2), Fraction(0), Fraction(1)


def test_a_triangle_cut_through_two_sides() -> None:
    """Where the first weight has at most half of all: the rest of the triangle is three quarters of it."""
    cell = cut(simplex(3), lambda point: point[0] - HALF)

    assert set(cell) == {(HALF, HALF, NONE), (NONE, ALL, NONE), (NONE, NONE, ALL), (HALF, NONE, HALF)}
    assert size(cell) == Fraction(3, 4)


def test_a_triangle_cut_through_a_corner() -> None:
    cell = cut(simplex(3), lambda point: point[1] - point[2])

    assert set(cell) == {(ALL, NONE, NONE), (NONE, HALF, HALF), (NONE, NONE, ALL)}
    assert size(cell) == HALF


def test_a_line_cut() -> None:
    cell = cut(simplex(2), lambda point: point[0] - Fraction(1, 4))

    assert set(cell) == {(Fraction(1, 4), Fraction(3, 4)), (NONE, ALL)}
    assert size(cell) == Fraction(1, 4)


def test_nothing_cut_off_and_all_of_it() -> None:
    assert cut(simplex(3), lambda _: NONE) == simplex(3)
    assert cut(simplex(3), lambda _: ALL) == ()
    assert size(()) == 0


def test_what_is_cut_to_a_side_has_no_size() -> None:
    assert size(cut(simplex(3), lambda point: point[2])) == 0
