"""What falls on each lot of a package, of what it costs in each year and over its life."""

from selector.verify.tender import Tender
from selector.verify.worth import worth
from tests.verify.small import small


def test_amounts_and_cost_of_a_package_are_shared_by_what_they_come_to_on_each_lot() -> None:
    case = small(
        horizon={"start": "2014-04-01", "years": 2, "discount_rate": "0.25"},
        buyers=[{"id": "b", "name": "B", "population": 1}, {"id": "c", "name": "C", "population": 2}],
        services=[{"id": "f", "name": "F"}],
        lots=[
            {"id": "b:f", "buyer": "b", "service": "f", "present_cost": 3},
            {"id": "c:f", "buyer": "c", "service": "f", "present_cost": "0.02"},
        ],
        bids=[{"id": "all", "bidder": "j", "lots": ["b:f", "c:f"], "price": "0.05", "start": "2014-10-01"}],
    )
    tender = Tender(case)
    one, other = worth(tender, tender.bids["all"]).values()
    # Unrounded: 1.50 + 0.05/6 and 0.01 + 0.05/3, in all 1.535, so 1.54: 154/153.5 of 150.83p and of 2.67p is 151.325p
    # and 2.675p, the odd penny to the second. Then 5p by people: 1.67p and 3.33p, the odd penny to the first.
    assert [str(amount) for amount in one.amounts] == ["1.51", "0.02"]
    assert [str(amount) for amount in other.amounts] == ["0.03", "0.03"]
    # 1.535 + 0.8 x 0.05 = 1.575, so 1.58: 158/157.5 of 152.17p and of 5.33p is 152.65p and 5.35p, the penny to the first.
    assert (str(one.cost), str(other.cost)) == ("1.53", "0.05")
    # Price alone: 2.5p + 0.8 x 5p = 6.5p, so 7p, by people: 2.33p and 4.67p, the penny to the second.
    assert (str(one.price_value), str(other.price_value)) == ("0.02", "0.05")


def test_what_costs_nothing_falls_on_no_lot() -> None:
    case = small(bids=[{"id": "all", "bidder": "j", "lots": ["b:f", "b:g"], "price": 0}])
    tender = Tender(case)
    for found in worth(tender, tender.bids["all"]).values():
        assert not any((found.list_price, found.price_value, found.cost, *found.amounts))
