"""Scores by the price of a point of quality."""

from hypothesis import given
from hypothesis import strategies as st

from selector.appraise.price_scores.price_per_quality_point import price_per_quality_point
from tests.references.price_tables import pence, to, within

OFFERS = st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 100_000)), min_size=1, max_size=8)


def points(*each: int) -> list[int]:
    return [1000 * quality for quality in each]


def test_evenly_matched_denfield() -> None:
    """Denfield, "Goldilocks and the three problems", Local Government Lawyer, scenario 1.

    Companies A, B and C offer quality 50, 75 and 100 at £50, £75 and £100: a point costs £1 from each. What he calls evenly
    matched has one score; that it is 100 is by hand.
    """
    assert price_per_quality_point(pence(50, 75, 100), points(50, 75, 100)) == [100, 100, 100]


def test_four_bids_by_hand() -> None:
    """By hand: £60 / 40 = £1.50 a point, £80 / 80 = £1.00, £90 / 72 = £1.25 and £120 / 75 = £1.60."""
    assert to(3, price_per_quality_point(pence(60, 80, 90, 120), points(40, 80, 72, 75))) == [66.667, 100, 80, 62.5]


def test_without_quality_there_is_no_score_and_no_say() -> None:
    """By hand: the cheapest bid has no quality; of the others a point costs £1 and £2."""
    assert price_per_quality_point(pence(1, 50, 100), points(0, 50, 50)) == [0, 100, 50]


def test_nobody_has_quality() -> None:
    assert price_per_quality_point([0, 100], [0, 0]) == [0, 0]


def test_what_costs_nothing() -> None:
    """By hand: points for nothing are the cheapest there are; every other bid has none of the score."""
    assert price_per_quality_point([0, 0, 0, 5], [1, 90_000, 0, 90_000]) == [100, 100, 0, 0]


def test_a_single_bid() -> None:
    assert price_per_quality_point([500], [1]) == [100]


@given(OFFERS, st.integers(1, 1000))
def test_no_matter_in_what_money(offers: list[tuple[int, int]], factor: int) -> None:
    prices, qualities = [price for price, _ in offers], [quality for _, quality in offers]
    scores = price_per_quality_point(prices, qualities)
    assert price_per_quality_point([factor * price for price in prices], qualities) == scores
    assert within(scores)
    assert max(scores) == (100 if any(qualities) else 0)


@given(OFFERS, st.integers(1, 10**9))
def test_dearer_is_never_better_nor_is_worse(offers: list[tuple[int, int]], more: int) -> None:
    prices, qualities = [price for price, _ in offers], [quality for _, quality in offers]
    first = price_per_quality_point(prices, qualities)[0]
    assert price_per_quality_point([prices[0] + more, *prices[1:]], qualities)[0] <= first
    assert price_per_quality_point(prices, [qualities[0] // 2, *qualities[1:]])[0] <= first


@given(OFFERS, st.tuples(st.integers(1, 10**9), st.integers(1, 100_000)))
def test_another_bid_reverses_nothing(offers: list[tuple[int, int]], another: tuple[int, int]) -> None:
    prices, qualities = [price for price, _ in offers], [quality for _, quality in offers]
    before = price_per_quality_point(prices, qualities)
    after = price_per_quality_point([*prices, another[0]], [*qualities, another[1]])
    ahead = [(one, other) for one in range(len(offers)) for other in range(len(offers)) if before[one] > before[other]]
    assert all(after[one] >= after[other] for one, other in ahead)
