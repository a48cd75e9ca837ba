"""What each sort of discount takes off, worked out by hand. The horizon is one year, so A = 1."""

from decimal import Decimal

import pytest

from tests.references.bulk import earned, of_bulk, tier
from tests.references.decided import best, exact
from tests.references.tender import Row, offer, tender

# bulk wins lots of 100,000, 100,000 and 50,000 people at £1 a head: £250,000, 250,000 people, 3 lots.
PEOPLE = {"a": 100_000, "b": 100_000, "c": 50_000}
WON = [offer(f"bulk/{name}", count, f"{name}:it") for name, count in PEOPLE.items()]


@pytest.mark.parametrize(
    ("by", "kind", "tiers", "quantity", "start", "amount"),
    [
        # Exactly at the start of a tier, and a penny, a thousandth of a unit or a lot short of it.
        ("spend", "all_units", [tier(250_000, "0.04")], 250_000, 250_000, "10000"),
        ("spend", "all_units", [tier("250000.01", "0.04")], 250_000, None, "0"),
        ("volume", "all_units", [tier(250_000, "0.03")], 250_000, 250_000, "7500"),
        ("volume", "all_units", [tier("250000.001", "0.03")], 250_000, None, "0"),
        ("lots", "all_units", [tier(3, "0.02")], 3, 3, "5000"),
        ("lots", "all_units", [tier(4, "0.02")], 3, None, "0"),
        # Of several tiers the last one reached holds for all: 4 % of £250,000, not 1 % of a part of it.
        (
            "spend",
            "all_units",
            [tier(0, "0.01"), tier(100_000, "0.04"), tier(250_001, "0.5")],
            250_000,
            100_000,
            "10000",
        ),
        # A later tier may take less off.
        ("spend", "all_units", [tier(0, "0.04"), tier(100_000, "0.01")], 250_000, 100_000, "2500"),
        # £0.04 a head of 250,000; £700 a lot.
        ("volume", "all_units", [tier(200_000, per_unit="0.04")], 250_000, 200_000, "10000"),
        ("lots", "all_units", [tier(2, per_unit=700)], 3, 2, "2100"),
        # 10 % of what is between £100,000 and £200,000 and 20 % of what is above: 10,000 + 10,000. In the words of the
        # formulation 0.2 x 250,000 and a constant of 0.1 x (200,000 - 100,000) - 0.2 x 200,000 = -30,000.
        ("spend", "incremental", [tier(100_000, "0.1"), tier(200_000, "0.2")], 250_000, 200_000, "20000"),
        # The second tier is reached to the penny, and nothing is within it.
        ("spend", "incremental", [tier(100_000, "0.1"), tier(250_000, "0.9")], 250_000, 250_000, "15000"),
        ("spend", "incremental", [tier(250_000, "0.9")], 250_000, 250_000, "0"),
        # The constant may be positive: 0.2 x (200,000 - 0) - 0.1 x 200,000 = 20,000 besides 0.1 x 250,000.
        ("spend", "incremental", [tier(0, "0.2"), tier(200_000, "0.1")], 250_000, 200_000, "45000"),
        # £0.10 a head from 100,000 people and £0.20 from 200,000: 10,000 + 10,000.
        (
            "volume",
            "incremental",
            [tier(100_000, per_unit="0.1"), tier(200_000, per_unit="0.2")],
            250_000,
            200_000,
            "20000",
        ),
        # £100 for each of the first two lots, £900 for the third.
        ("lots", "incremental", [tier(0, per_unit=100), tier(2, per_unit=900)], 3, 2, "1100"),
    ],
)
def test_what_each_sort_of_discount_takes_off(
    by: str, kind: str, tiers: list[Row], quantity: int, start: int | None, amount: str
) -> None:
    case = tender(PEOPLE, ["it"], WON, discounts=[of_bulk(*tiers, by=by, kind=kind)])
    decided = best(case, str(250_000 - Decimal(amount)), "bulk/a", "bulk/b", "bulk/c")
    row = earned(decided)
    assert (row.discount, row.bidder, row.by) == ("d", "bulk", by)
    assert (row.quantity, row.tier, row.amount) == exact(quantity, start, amount)


def test_each_bid_is_discounted_to_the_penny_and_then_the_constant() -> None:
    # Three bids of 33,333.33 at 20 % above £50,000: each 6,666.666, so 6,666.67 off, and the constant is -10,000: in all
    # 10,000.01. Rounded once, 0.2 x 49,999.99 would be 10,000.00.
    bids = [offer(f"bulk/{name}", "33333.33", f"{name}:it") for name in PEOPLE]
    case = tender(PEOPLE, ["it"], bids, discounts=[of_bulk(tier(50_000, "0.2"), kind="incremental")])
    row = earned(best(case, "89999.98", "bulk/a", "bulk/b", "bulk/c"))
    assert (row.quantity, row.amount) == (Decimal("99999.99"), Decimal("10000.01"))
