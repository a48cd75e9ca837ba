"""What is true of every index of concentration."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from selector.decide.supply.concentration import index, shares

AMOUNTS = st.lists(st.fractions(min_value=Fraction(1, 1000), max_value=10**6), min_size=1, max_size=12)


def held(amounts: list[Fraction]) -> list[Fraction]:
    return list(shares({str(at): amount for at, amount in enumerate(amounts)}).values())


@given(AMOUNTS)
def test_shares_add_up_and_the_index_keeps_its_range(amounts: list[Fraction]) -> None:
    parts = held(amounts)
    assert sum(parts) == 1
    assert Fraction(10_000, len(parts)) <= index(parts) <= 10_000


@given(st.integers(1, 60), st.fractions(min_value=Fraction(1, 9), max_value=10**9))
def test_bidders_that_are_alike_come_to_ten_thousand_over_their_number(many: int, each: Fraction) -> None:
    assert index(held([each] * many)) == Fraction(10_000, many)


@given(AMOUNTS.filter(lambda amounts: len(amounts) > 1))
def test_two_that_become_one_add_twice_their_product(amounts: list[Fraction]) -> None:
    one, other, *rest = held(amounts)
    assert index([one + other, *rest]) - index([one, other, *rest]) == 2 * one * other * 10_000


def test_where_nothing_is_spent_there_are_no_shares() -> None:
    assert shares({"a": Fraction(0), "b": Fraction(0)}) == {}
    assert shares({}) == {}
