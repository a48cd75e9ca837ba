"""What a discount counts and discounts: services in its scope, parts of packages, years of the horizon."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.decided import best, exact
from tests.references.tender import Row, offer, tender

PAIR = {"a": 100_000, "b": 100_000}


def discounted(bids: list[Row], *discounts: Row, people: dict[str, int] | None = None, **changes: Any) -> Case:
    rows = [{"id": f"d{number}", "bidder": "bulk", **row} for number, row in enumerate(discounts)]
    return tender(people or PAIR, ["it", "hr"], bids, discounts=rows, **changes)


SEPARATE = [
    offer("bulk/a/it", 60_000, "a:it"),
    offer("bulk/a/hr", 30_000, "a:hr"),
    offer("bulk/b/it", 50_000, "b:it"),
    offer("bulk/b/hr", 20_000, "b:hr"),
]
ALL = ["bulk/a/it", "bulk/a/hr", "bulk/b/it", "bulk/b/hr"]


@pytest.mark.parametrize(
    ("services", "reach", "quantity", "amount"),
    [
        # 10 % of the 110,000 for IT; HR neither counts nor is discounted.
        (["it"], 110_000, 110_000, 11_000),
        (["it"], "110000.01", 110_000, 0),
        (["hr"], 50_000, 50_000, 5_000),
        (["hr", "it"], 160_000, 160_000, 16_000),
        (None, 160_000, 160_000, 16_000),
    ],
)
def test_services_in_the_scope(services: list[str] | None, reach: object, quantity: int, amount: int) -> None:
    tiers = [{"at_least": reach, "rate": "0.1"}]
    decided = best(discounted(SEPARATE, {"services": services, "tiers": tiers}), 160_000 - amount, *ALL)
    (row,) = decided.evaluation.discounts
    assert (row.quantity, row.amount) == exact(quantity, amount)


def test_two_discounts_of_a_bidder_each_have_a_tier_of_their_own() -> None:
    # IT by spend: 110,000 at 10 %. HR by lots: £500 for each of two.
    it = {"services": ["it"], "tiers": [{"at_least": 100_000, "rate": "0.1"}]}
    hr = {"services": ["hr"], "by": "lots", "tiers": [{"at_least": 2, "per_unit": 500}]}
    decided = best(discounted(SEPARATE, it, hr), 148_000, *ALL)
    assert {row.discount: row.amount for row in decided.evaluation.discounts} == {"d0": 11_000, "d1": 1_000}


def test_a_discount_of_who_wins_nothing_in_its_scope_is_not_listed() -> None:
    it = {"services": ["it"], "tiers": [{"at_least": 0, "rate": "0.1"}]}
    bids = [offer("bulk/it", 100, "a:it"), offer("bulk/hr", 50, "a:hr"), offer("rival/it", 80, "a:it")]
    # 80 + 50 = 130 against 90 + 50 = 140.
    decided = best(discounted(bids, it, people={"a": 1}), 130, "rival/it", "bulk/hr")
    assert decided.evaluation.discounts == ()


def test_a_package_partly_in_the_scope() -> None:
    # £90,000 for IT of a and b, and HR of a, of 100,000, 50,000 and 100,000 people: 36,000, 18,000 and 36,000. In scope
    # are the 54,000 for IT and the 20,000 of another bid; 10 % of each is 5,400 + 2,000 (HR of b is not in scope).
    people = {"a": 100_000, "b": 50_000, "c": 10_000}
    bids = [
        offer("bulk/pack", 90_000, "a:it", "b:it", "a:hr"),
        offer("bulk/c", 20_000, "c:it"),
        offer("bulk/hr", 7_000, "b:hr", "c:hr"),
    ]

    def case(reach: object) -> Case:
        return discounted(bids, {"services": ["it"], "tiers": [{"at_least": reach, "rate": "0.1"}]}, people=people)

    decided = best(case(74_000), 109_600, "bulk/pack", "bulk/hr", "bulk/c")
    (row,) = decided.evaluation.discounts
    assert (row.quantity, row.tier, row.amount) == exact(74_000, 74_000, 7_400)
    # What a package costs on its lots is told before discounts.
    assert (decided.costs["a:it"], decided.costs["b:it"], decided.costs["a:hr"]) == exact(36_000, 18_000, 36_000)
    best(case("74000.01"), 117_000, "bulk/pack", "bulk/hr", "bulk/c")


def test_the_pence_of_a_package_count_where_they_fall() -> None:
    # Half of 100.01 is 50.005: 50.01 on the lot named first, 50.00 on the other. A tier from £50.01 on is reached by IT
    # where IT is named first. Of 50.01 half is 25.005, so 25.01 is taken off.
    def case(*lots: str) -> Case:
        tiers = [{"at_least": "50.01", "rate": "0.5"}]
        return discounted([offer("bulk/pack", "100.01", *lots)], {"services": ["it"], "tiers": tiers}, people={"a": 1})

    best(case("a:it", "a:hr"), "75.00", "bulk/pack")
    best(case("a:hr", "a:it"), "100.01", "bulk/pack")


def test_by_volume_and_by_lots_a_package_counts_its_lots_in_the_scope() -> None:
    # Two lots of IT, 200,000 people; £0.05 a head off is 10,000, £300 a lot 600.
    bids = [offer("bulk/pack", 90_000, "a:it", "a:hr", "b:it", "b:hr")]
    by_volume = {"services": ["it"], "by": "volume", "tiers": [{"at_least": 200_000, "per_unit": "0.05"}]}
    by_lots = {"services": ["it"], "by": "lots", "tiers": [{"at_least": 2, "per_unit": 300}]}
    best(discounted(bids, by_volume), 80_000, "bulk/pack")
    best(discounted(bids, by_lots), 89_400, "bulk/pack")


THREE_YEARS: Row = {"horizon": {"start": "2013-04-01", "years": 3}}
"""At 3.5 %: A = 1 + 1/1.035 + 1/1.071225 = 1 + 0.966183575 + 0.933510700 = 2.899694275."""


def of_three_years(*tiers: Row, prices: tuple[str, str] = ("10000", "5000.05"), **more: Any) -> Case:
    bids = [offer("bulk/a", prices[0], "a:it"), offer("bulk/b", prices[1], "b:it")]
    discount = {"id": "d", "bidder": "bulk", "tiers": tiers, **more}
    return tender(PAIR, ["it"], bids, discounts=[discount], **THREE_YEARS)


def test_a_rate_is_taken_off_the_present_value() -> None:
    # 10,000 a year is 28,996.94 (28,996.94275), 5,000.05 is 14,498.62 (14,498.616...). The tier is reached by the list
    # of a year, 15,000.05. 5 % of each: 1,449.85 (1,449.847) and 724.93 (724.931); 43,495.56 - 2,174.78 = 41,320.78.
    decided = best(of_three_years({"at_least": "15000.05", "rate": "0.05"}), "41320.78", "bulk/a", "bulk/b")
    assert decided.totals.discount == Decimal("2174.78")
    best(of_three_years({"at_least": "15000.06", "rate": "0.05"}), "43495.56", "bulk/a", "bulk/b")


def test_pounds_a_unit_are_pounds_a_year() -> None:
    # £0.01 a head of 100,000 people is £1,000 a year on each lot: 2,899.69 (2,899.694); 43,495.56 - 5,799.38 = 37,696.18.
    tiers = {"at_least": 0, "per_unit": "0.01"}
    best(of_three_years(tiers, by="volume"), "37696.18", "bulk/a", "bulk/b")
    # From 50,000 people on: less a constant of 0.01 x 50,000 x A = 1,449.847, so 1,449.85. 5,799.38 - 1,449.85 = 4,349.53
    # (in one figure, 0.01 x 150,000 x A would be 4,349.54).
    tiers = {"at_least": 50_000, "per_unit": "0.01"}
    best(of_three_years(tiers, by="volume", kind="incremental"), "39146.03", "bulk/a", "bulk/b")


def test_a_constant_of_several_years() -> None:
    # 10 % of what a year's list has between £6,000 and £12,000, 20 % of what is above. 20 % of the costs: 5,799.39
    # (5,799.388) and 2,899.72 (2,899.724). The constant: A x (0.1 x 6,000 - 0.2 x 12,000) = -1,800 x A = -5,219.45
    # (5,219.4497). In all 3,479.66, which leaves 43,495.56 - 3,479.66 = 40,015.90.
    tiers = [{"at_least": 6_000, "rate": "0.1"}, {"at_least": 12_000, "rate": "0.2"}]
    decided = best(of_three_years(*tiers, kind="incremental"), "40015.90", "bulk/a", "bulk/b")
    assert decided.totals.discount == Decimal("3479.66")


def test_charges_are_not_discounted() -> None:
    # 10 % of the price of 1,000, not of the set-up of 50 or the overhead of 30: 1,000 + 80 - 100.
    bidders = [
        {"id": "bulk", "name": "Bulk", "kind": "private", "viability_floor": 0, "overhead": 30, "setup": {"it": 50}}
    ]
    discounts = [{"id": "d", "bidder": "bulk", "tiers": [{"at_least": 1_000, "rate": "0.1"}]}]
    case = tender({"a": 1}, ["it"], [offer("bulk/a", 1_000, "a:it")], bidders=bidders, discounts=discounts)
    decided = best(case, 980, "bulk/a")
    assert (decided.totals.charges, decided.totals.discount) == exact(80, 100)
