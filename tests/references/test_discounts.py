"""Discounts that decide an award, worked out by hand. The horizon is one year, so A = 1 and a cost is its list price."""

import pytest

from models import Case
from tests.references.bulk import earned, of_bulk, tier
from tests.references.decided import best, exact
from tests.references.tender import Row, offer, tender


def three_lots(reach: object, rate: object = "0.05") -> Case:
    bids = [
        offer("bulk/a", 60_000, "a:it"),
        offer("bulk/b", 30_000, "b:it"),
        offer("bulk/c", 12_000, "c:it"),
        offer("rival/a", 62_000, "a:it"),
        offer("rival/b", 33_000, "b:it"),
        offer("rival/c", 9_000, "c:it"),
    ]
    return tender(dict.fromkeys("abc", 100_000), ["it"], bids, discounts=[of_bulk(tier(reach, rate))])


def test_with_the_discount_96_900_and_without_it_99_000() -> None:
    # Lot by lot the least are bulk's a and b and the rival's c: 60,000 + 30,000 + 9,000 = 99,000. With c too, £3,000
    # dearer, bulk's list comes to 102,000 and reaches its tier: 102,000 x 0.95 = 96,900.
    assert earned(best(three_lots(100_000), 96_900, "bulk/a", "bulk/b", "bulk/c")).amount == 5_100
    # A tier that starts a penny beyond is out of reach, and c goes back to the rival.
    assert earned(best(three_lots("102000.01"), 99_000, "bulk/a", "bulk/b", "rival/c")).tier is None
    best(three_lots(100_000).model_copy(update={"discounts": ()}), 99_000, "bulk/a", "bulk/b", "rival/c")


@pytest.mark.parametrize(
    ("rate", "cost", "winners"),
    [
        # c is worth moving while the discount is more than the £3,000 that it costs: 3,000 / 102,000 = 0.0294117...
        ("0.029412", "98999.98", ["bulk/a", "bulk/b", "bulk/c"]),  # 1,764.72 + 882.36 + 352.94 = 3,000.02
        ("0.029411", "99000.00", ["bulk/a", "bulk/b", "rival/c"]),  # 1,764.66 + 882.33 + 352.93 = 2,999.92
    ],
)
def test_a_lot_is_moved_only_where_that_pays(rate: str, cost: str, winners: list[str]) -> None:
    best(three_lots(100_000, rate), cost, *winners)


def two_lots(price: object, *tiers: Row, further: tuple[Row, ...] = (), budget: object = None, **more: object) -> Case:
    """Lots of 100,000 and 50,000 people, the second of them for bulk's ``price``, the first with a budget."""
    bids = [
        offer("bulk/a", 60_000, "a:it"),
        offer("bulk/b", price, "b:it"),
        offer("rival/a", 61_000, "a:it"),
        offer("rival/b", 38_000, "b:it"),
        *further,
    ]
    places = {} if budget is None else {"a": {"budget": {"2013-14": budget}}}
    discount = of_bulk(*tiers, **more)
    return tender({"a": 100_000, "b": 50_000}, ["it"], bids, discounts=[discount], places=places)


@pytest.mark.parametrize(
    ("case", "cost", "winners"),
    [
        # 60,000 + 40,000 is £100,000 to the penny: 5 % off.
        (two_lots(40_000, tier(100_000, "0.05")), "95000.00", ["bulk/a", "bulk/b"]),
        # A penny less, and b is the rival's: 60,000 + 38,000.
        (two_lots("39999.99", tier(100_000, "0.05")), "98000.00", ["bulk/a", "rival/b"]),
        # 100,000 + 50,000 people, and 150,000.001.
        (two_lots(40_000, tier(150_000, "0.05"), by="volume"), "95000.00", ["bulk/a", "bulk/b"]),
        (two_lots(40_000, tier("150000.001", "0.05"), by="volume"), "98000.00", ["bulk/a", "rival/b"]),
        (two_lots(40_000, tier(2, "0.05"), by="lots"), "95000.00", ["bulk/a", "bulk/b"]),
        (two_lots(40_000, tier(3, "0.05"), by="lots"), "98000.00", ["bulk/a", "rival/b"]),
    ],
)
def test_at_the_start_of_a_tier_and_a_penny_or_a_unit_below(case: Case, cost: str, winners: list[str]) -> None:
    best(case, cost, *winners)


def test_the_tier_is_set_by_the_list_price() -> None:
    # The list is £100,000. Of that 20 % are taken off, though what is then paid, 80,000, is under the tier's start; and
    # not the 10 % of the tier that 80,000 or even the 90,000 after 10 % would be in.
    case = two_lots(40_000, tier(50_000, "0.1"), tier(100_000, "0.2"))
    row = earned(best(case, 80_000, "bulk/a", "bulk/b"))
    assert (row.quantity, row.tier, row.amount) == exact(100_000, 100_000, 20_000)


def test_buying_more_may_cost_less() -> None:
    # For b bulk offers as little as 35,000, or its full service for 40,000: only with the latter does the list reach
    # £100,000, of which 10 % are taken off. 60,000 + 35,000 = 95,000 against 100,000 - 10,000 = 90,000.
    case = two_lots(40_000, tier(100_000, "0.1"), further=(offer("bulk/b/basic", 35_000, "b:it"),))
    best(case, 90_000, "bulk/a", "bulk/b")
    best(case.model_copy(update={"discounts": ()}), 95_000, "bulk/a", "bulk/b/basic")


def test_below_a_tier_it_may_cost_less_too() -> None:
    # Up to £60,000 bulk takes 20 % off everything, beyond that nothing: a alone at 60,000 is 48,000, and b is the
    # rival's at 38,000. b alone would be 28,800, and a the rival's at 61,000; both would be 96,000.
    best(two_lots(36_000, tier(0, "0.2"), tier("60000.01", 0)), 86_000, "bulk/a", "rival/b")


def test_budgets_see_the_list_price() -> None:
    # With 10 % off both, a would pay 54,000 for what is listed at 60,000: a penny more than its budget of 59,999.99. It
    # has to go to a third firm at 59,500; b alone reaches no tier and goes to the rival: 59,500 + 38,000.
    third = (offer("third/a", 59_500, "a:it"),)
    best(two_lots(40_000, tier(100_000, "0.1"), further=third, budget="60000.00"), 90_000, "bulk/a", "bulk/b")
    best(two_lots(40_000, tier(100_000, "0.1"), further=third, budget="59999.99"), 97_500, "third/a", "rival/b")
