"""What falls on each lot of a package, to the penny. The horizon is one year, so A = 1, unless a test says otherwise."""

from decimal import Decimal

import pytest

from models import Case
from tests.references.decided import Decided, best, broken
from tests.references.tender import Row, offer, tender

PAIR = {"a": 100_000, "b": 100_000}


def reports(volumes: dict[str, object]) -> list[Row]:
    """Lots of reports, counted by themselves, a lot for each buyer."""
    return [{"id": name, "buyer": name, "service": "it", "volume": volume} for name, volume in volumes.items()]


@pytest.mark.parametrize(
    ("volumes", "order", "shares"),
    [
        # A third each is 33.33 1/3: all remainders alike, so the penny left over is the first lot's that the bid names.
        ({"a": 1, "b": 1, "c": 1}, "abc", {"a": "33.34", "b": "33.33", "c": "33.33"}),
        ({"a": 1, "b": 1, "c": 1}, "cab", {"a": "33.33", "b": "33.33", "c": "33.34"}),
        # 28.571428 and 42.857142: 28.57 + 42.85 + 28.57 leave a penny, for the remainder of 0.7142.
        ({"a": 2, "b": 3, "c": 2}, "abc", {"a": "28.57", "b": "42.86", "c": "28.57"}),
        # 0.099900..., 49.950049... and 49.950049...: 0.09 + 49.95 + 49.95 leave a penny, for the remainder of 0.99.
        ({"a": "0.002", "b": 1, "c": 1}, "bca", {"a": "0.10", "b": "49.95", "c": "49.95"}),
        # 14.285714, 28.571428 and 57.142857: 14.28 + 28.57 + 57.14 leave a penny, for the remainder of 0.5714.
        ({"a": 1, "b": 2, "c": 4}, "cba", {"a": "14.29", "b": "28.57", "c": "57.14"}),
        # 16.666.., 16.666.. and 66.666..: 16.66 + 16.66 + 66.66 leave two pence; the remainders are alike.
        ({"a": 1, "b": 1, "c": 4}, "bca", {"a": "16.66", "b": "16.67", "c": "66.67"}),
    ],
)
def test_a_price_is_shared_by_volume_to_the_penny(
    volumes: dict[str, object], order: str, shares: dict[str, str]
) -> None:
    people = {"a": 500_000, "b": 200_000, "c": 300_000}
    service = {"id": "it", "name": "Reports", "unit": "reports"}
    decided = best(tender(people, [service], [offer("pack/all", 100, *order)], lots=reports(volumes)), 100, "pack/all")
    assert decided.costs == {lot: Decimal(share) for lot, share in shares.items()}


def two_units(*lots: str) -> Case:
    """A package of £100.01 for IT, counted in people, and reports, counted by themselves: 7 for a and 5,000 for b."""
    services: list[str | Row] = ["it", {"id": "bi", "name": "Reports", "unit": "reports"}]
    volumes = {"a:bi": 7, "b:bi": 5_000}
    people = {name: count for name, count in {"a": 300_000, "b": 100_000}.items() if any(name in lot for lot in lots)}
    tendered: list[Row] = [{"id": lot, "buyer": lot[0], "service": lot[2:], "volume": volumes.get(lot)} for lot in lots]
    return tender(people, services, [offer("pack/all", "100.01", *lots)], lots=tendered)


@pytest.mark.parametrize(
    ("lots", "shares"),
    [
        # The same people twice: 50.005 each, and the penny is that of the lot named first.
        (("a:it", "a:bi"), ("50.01", "50.00")),
        (("a:bi", "a:it"), ("50.01", "50.00")),
        # 3/4 and 1/4 by people, whatever the 5,000 reports: 75.0075 and 25.0025.
        (("a:it", "b:bi"), ("75.01", "25.00")),
        # 300,000 + 100,000 + 100,000 people: 60.006, 20.002 and 20.002; the penny goes to the remainder of 0.6.
        (("b:bi", "b:it", "a:it"), ("20.00", "20.00", "60.01")),
    ],
)
def test_a_price_of_several_units_is_shared_by_people(lots: tuple[str, ...], shares: tuple[str, ...]) -> None:
    decided = Decided(two_units(*lots))
    assert decided.costs == dict(zip(lots, map(Decimal, shares), strict=True))


def test_price_and_cost_are_shared_each_for_itself() -> None:
    # Two years at 25 %: A = 1 + 1 / 1.25 = 1.8. 100.01 a year comes to 180.018, so 180.02: 90.01 a lot. The list price
    # is 50.01 on a and 50.00 on b, which would come to 90.018 and 90.00.
    horizon = {"start": "2013-04-01", "years": 2, "discount_rate": "0.25"}
    budgets = {name: {"budget": {"2013-14": most, "2014-15": most}} for name, most in (("a", "50.01"), ("b", "50.00"))}
    bids = [offer("pack/both", "100.01", "a:it", "b:it")]
    decided = Decided(tender(PAIR, ["it"], bids, horizon=horizon, places=budgets))
    assert decided.costs == {"a:it": Decimal("90.01"), "b:it": Decimal("90.01")}
    assert {(rule.rule, rule.value) for rule in decided.evaluation.rules if rule.rule.startswith("budget")} == {
        (f"budget[{name}, {year}]", Decimal(value))
        for name, value in (("a", "50.01"), ("b", "50.00"))
        for year in ("2013-14", "2014-15")
    }


@pytest.mark.parametrize(
    ("lots", "cost", "winners"),
    [
        # Of 100.01 half is 50.005. Named first, a is to pay 50.01, a penny more than it has; the single bids are left.
        (("a:it", "b:it"), "110.00", ["one/a", "two/b"]),
        (("b:it", "a:it"), "100.01", ["pack/both"]),
    ],
)
def test_a_share_of_a_package_is_held_to_the_budget(lots: tuple[str, str], cost: str, winners: list[str]) -> None:
    bids = [offer("one/a", 50, "a:it"), offer("two/b", 60, "b:it"), offer("pack/both", "100.01", *lots)]
    case = tender(PAIR, ["it"], bids, places={"a": {"budget": {"2013-14": 50}}})
    best(case, cost, *winners)
    free = tender(PAIR, ["it"], bids)
    best(free, "100.01", "pack/both")
    assert broken(case, free) == ({"budget[a, 2013-14]"} if winners == ["one/a", "two/b"] else set())


def test_a_price_a_head_counts_each_buyer_once() -> None:
    # £0.333333 for 100,000 + 50,000 people is 49,999.95, though a buys two lots of them. The lots have 100,000, 100,000
    # and 50,000 people: 2/5, 2/5 and 1/5 of it. Counted twice, a's people would make it 83,333.25.
    bids = [
        offer("pack/all", "0.333333", "a:it", "a:hr", "b:it", price_basis="head"),
        offer("one/a", 30_000, "a:it"),
        offer("one/b", 10_000, "b:it"),
        offer("one/a/hr", 10_000, "a:hr"),
    ]
    lots = [{"id": lot, "buyer": lot[0], "service": lot[2:]} for lot in ("a:it", "a:hr", "b:it")]
    case = tender({"a": 100_000, "b": 50_000}, ["it", "hr"], bids, lots=lots)
    decided = best(case, "49999.95", "pack/all")
    assert decided.costs == {"a:it": Decimal("19999.98"), "a:hr": Decimal("19999.98"), "b:it": Decimal("9999.99")}
