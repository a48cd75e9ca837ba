"""Present values worked out by hand."""

from decimal import Decimal

from selector import evaluate
from tests.references.small import one_service


def test_a_yearly_price_is_discounted_from_the_second_year() -> None:
    # 1 + 1/1.035 + 1/1.071225 = 1 + 0.966183575 + 0.933510700 = 2.899694275; x 1,000
    case = one_service({"firm": {"a": 1000}}, horizon={"start": "2013-04-01", "years": 3})
    totals = evaluate(case, isolated=False).totals
    assert totals is not None
    assert totals.cost == Decimal("2899.69")


def test_a_price_a_head_is_rounded_to_a_penny_a_year_before_it_is_discounted() -> None:
    # 0.333333 x 100,001 = 33,333.633333, so 33,333.63 a year; x 1.966183575 = 65,540.036...
    #   33,333.63 + 33,333.63 / 1.035 = 33,333.63 + 32,206.405797 = 65,540.035797
    case = one_service({"firm": {"a": 1}}, population=100_001, horizon={"start": "2013-04-01", "years": 2})
    bid = case.bids[0].model_copy(update={"price": Decimal("0.333333"), "price_basis": "head"})
    totals = evaluate(case.model_copy(update={"bids": (bid,)}), isolated=False).totals
    assert totals is not None
    assert totals.cost == Decimal("65540.04")


def test_a_price_a_year_is_rounded_to_a_penny_a_year_before_it_is_added_up() -> None:
    # £100.00 a year, and 3 x 100; not 3 x 100.004 = 300.012.
    case = one_service({"firm": {"a": "100.004"}}, horizon={"start": "2013-04-01", "years": 3, "discount_rate": 0})
    totals = evaluate(case, isolated=False).totals
    assert totals is not None
    assert totals.cost == 300


def test_charges_are_paid_once_for_what_is_provided() -> None:
    # 100 + 200 for two lots, 50 set-up once, 30 overhead a year for two years: 30 + 30 / 1.1 = 57.27
    bidders = [
        {"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 0, "overhead": 30, "setup": {"it": 50}}
    ]
    horizon = {"start": "2013-04-01", "years": 2, "discount_rate": "0.1"}
    case = one_service({"firm": {"a": 100, "b": 200}}, bidders=bidders, horizon=horizon)
    totals = evaluate(case, isolated=False).totals
    assert totals is not None
    # 100 + 90.91 + 200 + 181.82 = 572.73
    assert totals.charges == Decimal("107.27")
    assert totals.cost == Decimal("572.73") + Decimal("107.27")


def test_a_price_of_nothing_is_a_bid() -> None:
    evaluation = evaluate(one_service({"gift": {"a": 0}, "firm": {"a": "0.01"}}), isolated=False)
    assert [row.bidder for row in evaluation.awards] == ["gift"]
    assert evaluation.certificate.objective == 0
    assert evaluation.certificate.gap == 0
