"""The market under a scenario: who bids, and how the spend spreads, by hand."""

from decimal import Decimal

from models import Market
from selector import compare
from tests.compare.cases import board
from tests.references.tender import offer, supplier, tender


def market(case: object) -> Market:
    found = compare(case, ["cheapest"], isolated=False, workers=1).scenarios[0].market  # type: ignore[arg-type]
    assert found is not None
    return found


def test_bidders_and_shares() -> None:
    found = market(board())
    # North: unit and firm; South: unit, firm and partnership. The firm wins both.
    assert [found.least_bidders, found.mean_bidders, found.contested, found.lots] == [2, Decimal("2.5"), 2, 2]
    assert [found.winners, found.largest, found.largest_share, found.concentration] == [1, "firm", 1, 10_000]


def test_barred_bids_are_no_choice() -> None:
    found = market(board(criteria=[{"id": "q", "name": "Q", "minimum": 45}]))
    assert [found.least_bidders, found.mean_bidders, found.contested] == [1, 2, 1]
    # 100 of 190 and 90 of 190: squares of 0.526316 and 0.473684.
    assert [found.largest, found.largest_share, found.concentration] == ["csu", Decimal("0.526316"), Decimal("5013.85")]


def test_areas_prices_a_head_packages_and_fallbacks() -> None:
    people = {"a": 100, "b": 300, "c": 50}
    places = {"a": {"area": "West"}, "b": {"area": "West"}}
    bids = [
        offer("acme/ab", "0.5", "a:it", "b:it", price_basis="head"),
        offer("bell/a", 1000, "a:it"),
        offer("bell/b", 1000, "b:it"),
        offer("bell/c", 1000, "c:it"),
    ]
    case = tender(people, ["it"], bids, bidders=[supplier("acme")], places=places, in_house={"c:it": 200})
    found = market(case)
    assert [found.least_bidders, found.mean_bidders, found.contested] == [1, Decimal("1.667"), 2]
    assert [found.areas_contested, found.areas] == [1, 2]
    # The package costs 0.5 x 400 = 200 a year, as much as C's own staff.
    assert [found.winners, found.largest_share, found.concentration] == [2, Decimal("0.5"), 5000]
