"""Quality less what is paid above the lowest price, in points that money is worth."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from selector.appraise.price_scores.money_valued_quality import money_valued_quality
from tests.references.price_tables import pence, to

OFFERS = st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 100_000)), min_size=1, max_size=8)
VALUES = st.fractions(Fraction(1, 100), 10**6, max_denominator=1000)


def points(*each: int) -> list[int]:
    return [1000 * quality for quality in each]


def test_three_bids_by_hand() -> None:
    """By hand: a point is worth £2. £100, £110 and £140 for 60, 70 and 75 points: 60 - 0, 70 - 5 and 75 - 20."""
    assert to(3, money_valued_quality(pence(100, 110, 140), points(60, 70, 75), Fraction(200))) == [60, 65, 55]


def test_award_on_value_negometrix() -> None:
    """Negometrix, "Award on value": a fictional price is the price less the value of the quality; the least wins.

    Their bid at 80,000 with 60 % of a criterion worth 2,500 comes to 80,000 - 1,500 = 78,500. By hand, at 25 a point: in
    full, at 80,500, it comes to 78,000, which is 500 or 20 points better.
    """
    partial, full = money_valued_quality(pence(80_000, 80_500), points(60, 100), Fraction(2500))
    assert full - partial == Fraction((80_000 - 1_500) - (80_500 - 2_500), 25) == 20


def test_it_may_be_below_nothing() -> None:
    assert money_valued_quality([0, 1000], [50_000, 50_000], Fraction(10)) == [50, -50]


def test_a_single_bid_has_its_quality() -> None:
    assert money_valued_quality([987], [12_345], Fraction(1, 3)) == [Fraction("12.345")]


@given(OFFERS, VALUES)
def test_the_order_is_that_of_price_less_the_value_of_quality(offers: list[tuple[int, int]], value: Fraction) -> None:
    """What Bergman and Lundberg (2013) compare: the price less what its quality is worth."""
    scores = money_valued_quality([price for price, _ in offers], [quality for _, quality in offers], value)
    net = [price - value * Fraction(quality, 1000) for price, quality in offers]
    assert all(
        value * (scores[one] - scores[other]) == net[other] - net[one]
        for one in range(len(offers))
        for other in range(len(offers))
    )


@given(OFFERS, VALUES, st.integers(1, 1000))
def test_no_matter_in_what_money(offers: list[tuple[int, int]], value: Fraction, factor: int) -> None:
    prices, qualities = [price for price, _ in offers], [quality for _, quality in offers]
    assert money_valued_quality([factor * price for price in prices], qualities, factor * value) == (
        money_valued_quality(prices, qualities, value)
    )
