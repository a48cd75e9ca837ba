"""The order of bids on a lot: which formulas keep it whoever else bids, and which do not."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Ratio
from models.audit import LotRankings, LotReversal
from models.objective import PriceFormula
from selector.appraise.register import Register
from selector.decide.audit.contests import Contest
from selector.decide.audit.rankings import rankings, reversals
from tests.references.tender import offer, tender

PEOPLE = 100
REGISTER = Register(tender({"x": PEOPLE}, [{"id": "it", "name": "IT", "benchmark": 50_000}], [offer("a/x", 1, "x:it")]))
IDS = [f"b{number}" for number in range(8)]
BIDS = st.lists(st.tuples(st.integers(1, 10**7), st.integers(0, 100_000)), min_size=1, max_size=6)
"""Prices in pence, qualities in thousandths."""


def contest(formula: PriceFormula, bids: Sequence[tuple[int, int]]) -> Contest:
    value = 3 if formula == "money_valued_quality" else None
    objective = Ratio(mode="ratio", formula=formula, quality_value=value)
    return Contest(
        register=REGISTER,
        objective=objective,
        lot=REGISTER.lots[0],
        bids=tuple(range(len(bids))),
        prices=tuple(price for price, _ in bids),
        qualities=tuple(quality for _, quality in bids),
    )


def found(formula: PriceFormula, bids: Sequence[tuple[int, int]]) -> list[LotReversal]:
    return list(reversals(contest(formula, bids), IDS))


@pytest.mark.parametrize("formula", ["to_a_benchmark", "price_per_quality_point", "money_valued_quality"])
@given(bids=BIDS)
def test_an_order_that_no_other_bid_has_a_say_in(formula: PriceFormula, bids: list[tuple[int, int]]) -> None:
    assert found(formula, bids) == []


@pytest.mark.parametrize("formula", ["lowest_over_price", "lowest_to_highest", "to_the_mean"])
@given(bids=BIDS)
def test_by_the_formulas_as_published(formula: PriceFormula, bids: list[tuple[int, int]]) -> None:
    """Each reversal, worked out again from the published formula in exact fractions; and none is left out."""
    expected = {
        (IDS[ahead], IDS[behind], IDS[third])
        for third in range(len(bids))
        for ahead in range(len(bids))
        for behind in range(len(bids))
        if len({third, ahead, behind}) == 3
        and _points(formula, bids, ahead) > _points(formula, bids, behind)
        and _points(formula, bids, ahead, third) < _points(formula, bids, behind, third)
    }
    assert {(each.ahead, each.behind, each.withdrawn) for each in found(formula, bids)} == expected


def _points(formula: str, bids: Sequence[tuple[int, int]], bid: int, gone: int | None = None) -> int:
    """Thousandths of a point of a bid, 60 : 40, rounded half up."""
    prices = [price for at, (price, _) in enumerate(bids) if at != gone]
    price, quality = bids[bid]
    least, most, mean = min(prices), max(prices), Fraction(sum(prices), len(prices))
    of_price = {
        "lowest_over_price": Fraction(100 * least, price),
        "lowest_to_highest": Fraction(100 * (most - price), most - least) if most > least else Fraction(100),
        "to_the_mean": min(max(50 + 100 * (mean - price) / mean, Fraction(0)), Fraction(100)),
    }[formula]
    exact = 600 * of_price + Fraction(40 * quality, 100)
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


@given(bids=BIDS, data=st.data())
def test_only_the_lowest_price_has_a_say_in_lowest_over_price(bids: list[tuple[int, int]], data: st.DataObject) -> None:
    least = min(price for price, _ in bids)
    assert {each.withdrawn for each in found("lowest_over_price", bids)} <= {
        IDS[at] for at, (price, _) in enumerate(bids) if price == least
    }
    doubled = [*bids, data.draw(st.sampled_from([bid for bid in bids if bid[0] == least]))]
    assert found("lowest_over_price", doubled) == []


@given(bids=BIDS)
def test_only_the_lowest_and_the_highest_price_have_a_say_between_them(bids: list[tuple[int, int]]) -> None:
    ends = {min(price for price, _ in bids), max(price for price, _ in bids)}
    assert {each.withdrawn for each in found("lowest_to_highest", bids)} <= {
        IDS[at] for at, (price, _) in enumerate(bids) if price in ends
    }


def test_it_stops_when_told_and_says_how_far_it_came() -> None:
    asked = iter((False, True))
    three = contest("lowest_over_price", [(10_000, 50_000), (12_500, 79_000), (8_000, 0)])
    half = rankings([three, three], IDS, stated=False, stop=lambda: next(asked))

    assert (half.lots, half.complete, half.reversible, half.lots_first) == (1, False, 1, 1)


def test_first_places_are_told_first_and_at_most_ten() -> None:
    three = contest("lowest_over_price", [(10_000, 50_000), (12_500, 79_000), (8_000, 0)])
    # The same two behind a bid that is first either way.
    below = contest("lowest_over_price", [(10_000, 50_000), (12_500, 79_000), (8_000, 0), (10_000, 100_000)])
    told: LotRankings = rankings([below] * 8 + [three] * 4, IDS, stated=True, stop=lambda: False)

    assert [each.first_place for each in told.examples] == [True] * 4 + [False] * 6
    assert (told.lots, told.lots_reversible, told.lots_first) == (12, 12, 4)
