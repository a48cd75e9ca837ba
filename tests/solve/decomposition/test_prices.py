"""Coupling rows priced: at any prices, what the blocks come to is no more than the best award."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selector.program import Program
from selector.solve.decomposition import blocks as file
from selector.solve.decomposition.blocks import blocks
from selector.solve.decomposition.branch_and_cut import Gap, Limits
from selector.solve.decomposition.prices import Prices
from selector.solve.decomposition.relaxation import relaxation
from selector.solve.highs import Highs
from tests.solve.decomposition.programs import DEAF, FREELY, Floats, drawn, program, two_services

PROVEN = Gap(0.0)


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "_SMALL", 1)


def best_of(whole: Program, goal: Floats) -> float | None:
    search = Highs(whole).minimise(goal, DEAF, absolute_gap=0, relative_gap=0, seconds=None)
    assert search.ending in ("proven", "infeasible")
    return None if search.columns is None else search.bound


@settings(deadline=None, max_examples=60)
@given(drawn(continuous=True), st.integers(0, 10**6), st.sampled_from([0.0, 0.1, 1.0, 20.0]))
def test_no_prices_bound_above_the_best(case: tuple[Program, Floats], seed: int, size: float) -> None:
    """One-sided, equal and ranged rows, packages over services and columns in shares."""
    whole, goal = case
    if 0 in whole.matrix.shape:
        return
    best = best_of(whole, goal)
    rng = np.random.default_rng(seed)
    prices = Prices(whole, blocks(whole), goal, rng.normal(0, size, whole.matrix.shape[0]))
    for _ in range(3):
        prices.improve(np.inf if best is None else best + float(rng.integers(0, 3)), PROVEN, FREELY)
        if prices.infeasible:
            assert best is None
            return
        assert best is None or prices.bound <= best + 1e-6


@settings(deadline=None, max_examples=30)
@given(drawn(continuous=True))
def test_the_prices_of_the_relaxation_give_its_bound_at_least(case: tuple[Program, Floats]) -> None:
    whole, goal = case
    relaxed = relaxation(whole, goal)
    if relaxed is None:
        return
    prices = Prices(whole, blocks(whole), goal, relaxed.prices)
    prices.improve(np.inf, PROVEN, FREELY)
    assert prices.infeasible or prices.bound >= relaxed.bound - 1e-6
    if prices.shares is not None:
        assert ((prices.shares >= -1e-9) & (prices.shares <= whole.upper + 1e-9)).all()


@pytest.mark.parametrize(
    ("row", "lower", "upper", "best"),
    [
        ([1.0, 0, 1, 0], -np.inf, 1.0, 6.0),
        ([0.0, 1, 0, 1], 1.0, np.inf, 6.0),
        ([1.0, 0, 1, 0], 1.0, 1.0, 6.0),
        ([1.0, 0, 1, 0], 0.5, 1.5, 6.0),
    ],
)
def test_a_row_that_binds_is_worth_its_price(row: list[float], lower: float, upper: float, best: float) -> None:
    """The cheap bids come to 2, and one of them has to give way to one that costs 4 more: a step away finds it."""
    whole, goal = two_services((row, lower, upper)), np.array([1.0, 5, 1, 9])
    relaxed = relaxation(whole, goal)
    assert relaxed is not None
    prices = Prices(whole, blocks(whole), goal, relaxed.prices)
    prices.improve(best, PROVEN, FREELY)
    assert prices.bound == pytest.approx(relaxed.bound)
    assert prices.bound <= best + 1e-9


def test_steps_never_lower_the_bound_and_mostly_raise_it() -> None:
    whole, goal = two_services(([1, 0, 1, 0], -np.inf, 1)), np.array([1.0, 5, 1, 9])
    prices = Prices(whole, blocks(whole), goal, np.zeros(3))
    bounds = []
    for _ in range(6):
        prices.improve(6.0, PROVEN, FREELY)
        bounds.append(prices.bound)
    assert bounds[0] == pytest.approx(2)
    assert bounds == sorted(bounds)
    assert 2 < bounds[-1] <= 6 + 1e-9


def test_prices_of_limits_that_there_are_not_count_for_nothing() -> None:
    whole, goal = two_services(([1, 0, 1, 0], -np.inf, 1)), np.array([1.0, 5, 1, 9])
    prices = Prices(whole, blocks(whole), goal, np.array([0.0, 0.0, 7.0]))
    prices.improve(6.0, PROVEN, FREELY)
    assert prices.bound == pytest.approx(2)


def test_a_block_that_has_no_solution_is_told() -> None:
    whole = program([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0]], [1, 3, 0], [1, 3, 1], accepts=4, group=[0, 0, 1, 1])
    prices = Prices(whole, blocks(whole), np.ones(4), np.zeros(3))
    prices.improve(np.inf, PROVEN, FREELY)
    assert prices.infeasible
    assert prices.bound == -np.inf


@pytest.mark.parametrize("least", [1, 100])
@pytest.mark.parametrize("price", [0.0, -2.0, -3.0, -4.0, -8.0])
def test_a_slack_without_a_limit_is_never_earned_from(
    least: int, price: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a price above its own, a slack would be wanted without end: nothing is proven then."""
    monkeypatch.setattr(file, "_SMALL", least)
    whole = program(
        [[1, 1, 0, 0, 0], [0, 0, 1, 1, 0], [1, 0, 1, 0, -1]],
        [1, 1, -np.inf],
        [1, 1, 1],
        accepts=4,
        pairs=[(0, 0), (1, 0), (2, 1), (3, 1)],
        group=[0, 0, 1, 1, -1],
        continuous=[4],
        most=[1, 1, 1, 1, np.inf],
    )
    goal = np.array([1.0, 5, 1, 9, 3])
    assert best_of(whole, goal) == pytest.approx(5)
    prices = Prices(whole, blocks(whole), goal, np.array([0.0, 0.0, price]))
    for _ in range(4):
        prices.improve(6.0, PROVEN, FREELY)
        assert prices.bound <= 5 + 1e-9


@pytest.mark.parametrize("limits", [Limits(lambda: 0.0, lambda: False), Limits(lambda: None, lambda: True)])
def test_a_search_that_is_cut_short_bounds_nothing_that_it_did_not_prove(limits: Limits) -> None:
    """Also of a block whose columns are all in shares, at a cost below 0: 8 such come to -8."""
    rows = np.zeros((5, 12))
    rows[0, :2] = 1
    rows[1, 2:4] = 1
    rows[2, 4:8], rows[3, 8:] = 1, 1
    rows[4, [0, 4]] = 1
    whole = program(
        rows.tolist(),
        [1, 1, 0, 0, 0],
        [1, 1, 4, 4, 2],
        accepts=4,
        pairs=[(0, 0), (1, 0), (2, 1), (3, 1)],
        group=[0, 0, 0, 0, *([1] * 8)],
        continuous=range(4, 12),
    )
    goal = np.array([1.0, 5, 1, 9, *([-1.0] * 8)])
    assert best_of(whole, goal) == pytest.approx(-6)
    prices = Prices(whole, blocks(whole), goal, np.zeros(5))
    prices.improve(np.inf, PROVEN, limits)
    assert prices.bound <= -6 + 1e-6
