"""Intervals of shares, held against published ones."""

import pytest

from selector.decide.stability.wilson import interval


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_newcombe1998two(count: int, of: int, low: float, high: float) -> None:
    """R. G. Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3."""
    share, below, above = map(float, interval(count, of))

    assert share == pytest.approx(count / of, abs=1e-6)
    assert below == pytest.approx(low, abs=5e-5)
    assert above == pytest.approx(high, abs=5e-5)


def test_of_nothing_counted_nothing_is_known() -> None:
    assert [float(each) for each in interval(0, 0)] == [0, 0, 1]
