"""Whole-life cost: starts, terms, extensions, indexation, VAT and one-offs, worked out here by hand."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.by_hand import bid, bidder, buyer, case, package, service
from tests.oracle.days import whole_months, whole_weeks, whole_years
from tests.oracle.enumerate import solve, violations
from tests.oracle.reading import read
from tests.oracle.worth import Offer, worths


def _case(years: int = 3, rate: Any = 0, **more: Any) -> dict[str, Any]:
    """Bid b of x for the lot n, which costs £600 a year today, over years from April 2013."""
    horizon = {"start": "2013-04-01", "years": years, "discount_rate": rate}
    usual: dict[str, Any] = {
        "horizon": horizon | more.pop("horizon", {}),
        "buyers": [buyer("N", 1_000)],
        "lots": [{"id": "n", "buyer": "N", "service": "it", "present_cost": 600}],
        "bidders": [bidder("x")],
        "bids": [bid("b", "x", "n", 1_000) | more.pop("bid", {})],
    }
    return case(**usual | more)


def _offer(document: dict[str, Any]) -> Offer:
    (offer,) = worths(read(document))["b"].offers
    return offer


def test_plain_bids_cost_the_same_every_year() -> None:
    # 1,000 x (1 + 1/1.1 + 1/1.21) = 2,735.5372.
    offer = _offer(_case(rate="0.1"))
    assert (offer.amounts, offer.cost, offer.price_value) == ((100_000,) * 3, 273_554, 273_554)


def test_until_a_bid_starts_the_lot_costs_what_it_does_today() -> None:
    # From 1 July 2014, 1.25 years on: £600, then a quarter of £600 and three quarters of £1,000 = £900, then £1,000.
    # With a transition of £50 at the start, in the second year: £950. Only the price earns discounts: 750 + 1,000.
    offer = _offer(_case(bid={"start": "2014-07-01", "transition": 50}))
    assert (offer.amounts, offer.cost, offer.price_value) == ((60_000, 95_000, 100_000), 255_000, 175_000)
    # On the first day of the second year the transition is in the second; discounted at 10 %: 600 + 1,050 / 1.1 +
    # 1,000 / 1.21 = 600 + 954.5455 + 826.4463.
    offer = _offer(_case(rate="0.1", bid={"start": "2014-04-01", "transition": 50}))
    assert (offer.amounts, offer.cost) == ((60_000, 105_000, 100_000), 238_099)


def test_prices_rise_each_april_whenever_the_bid_starts() -> None:
    # Third year: 1,000 x 1.1 x 1.1 = 1,210. The second stated, £999.995, is £1,000.00 to the penny.
    document = _case(bid={"start": "2013-10-01", "indexation": "0.1"})
    assert _offer(document).amounts == (30_000 + 50_000, 110_000, 121_000)
    document["bids"][0]["prices"] = {"2014-15": "999.995"}
    assert _offer(document).amounts == (80_000, 100_000, 121_000)
    # On basis head of 1,000 people: £1.10 a head stated for the first half year, £1 x 1.1 for the second.
    document["bids"][0] |= {"price_basis": "head", "price": 1, "prices": {"2013-14": "1.1"}}
    assert _offer(document).amounts == (30_000 + 55_000, 110_000, 121_000)


def test_what_ends_within_the_horizon_is_procured_again() -> None:
    # From the start for 1.5 years; then every half year: 1.5, 2, 2.5 (3 is beyond). £70 each time.
    again = [service(reprocurement_cost=70, successor_years="0.5")]
    document = _case(services=again, bid={"term_years": "1.5"})
    assert _offer(document).amounts == (100_000, 107_000, 114_000)
    # A term to the end of the horizon, or none, is not procured again; one that ends with a year is in the next.
    assert _offer(_case(services=again, bid={"term_years": 3})).amounts == (100_000,) * 3
    assert _offer(_case(services=again)).amounts == (100_000,) * 3
    assert _offer(_case(services=again, bid={"term_years": 1})).amounts == (100_000, 114_000, 114_000)
    # Terms count from the start: 0.25 + 2.5 = 2.75.
    document = _case(services=again, bid={"start": "2013-07-01", "term_years": "2.5"})
    assert _offer(document).amounts == (15_000 + 75_000, 100_000, 107_000)


def test_an_extension_is_counted_upon_where_the_horizon_says_so() -> None:
    # A year, extended by one and a half at £800: the price holds again from 2.5 on. Rising by a tenth a year: in the
    # third year half of 800 x 1.21 and half of 1,000 x 1.21.
    terms = {"term_years": 1, "extension_years": "1.5", "extension_price": 800}
    again = [service(reprocurement_cost=70)]
    document = _case(services=again, horizon={"extended": True}, bid=terms)
    assert _offer(document).amounts == (100_000, 80_000, 40_000 + 50_000 + 7_000)
    document["bids"][0]["indexation"] = "0.1"
    assert _offer(document).amounts == (100_000, 88_000, 48_400 + 60_500 + 7_000)
    # A price stated for a year holds in the extension too.
    document["bids"][0]["prices"] = {"2014-15": 1}
    assert _offer(document).amounts == (100_000, 100, 48_400 + 60_500 + 7_000)
    assert _offer(_case(services=again, bid=terms)).amounts == (100_000, 107_000, 100_000)
    del terms["extension_price"]
    document = _case(services=again, horizon={"extended": True}, bid=terms)
    assert _offer(document).amounts == (100_000, 100_000, 107_000)


def test_vat_is_of_the_price_alone_and_changes_with_hosting() -> None:
    # 20 % of which a quarter is got back: 15 % of £1,000 a year, and none of the transition or of today's cost.
    vat = {"private": "0.2", "voluntary": "0.1"}
    part = [service(vat_recoverable="0.25")]
    document = _case(services=part, vat=vat, bid={"start": "2013-10-01", "transition": 10})
    assert _offer(document).amounts == (30_000 + 57_500 + 1_000, 115_000, 115_000)
    # Of a CSU that becomes a charity on 1 January 2015: nothing, then 7.5 % in the last quarter of the second year.
    document["bidders"] = [bidder("x", "nhs_csu", hosting={"until": "2015-01-01", "becomes": "voluntary"})]
    assert _offer(document).amounts == (30_000 + 50_000 + 1_000, 75_000 + 26_875, 107_500)
    assert _offer(document).price_value == 250_000
    # One that is no longer hosted when the horizon begins.
    document["bidders"][0]["hosting"]["until"] = "2012-01-01"
    assert _offer(document).amounts == (30_000 + 53_750 + 1_000, 107_500, 107_500)


def test_a_package_shares_what_falls_on_its_lots() -> None:
    # N has 2,000 people and VAT on hr is got back: of £300 a year, it bears £200 x 1.2 and hr £100. Today it costs £60
    # and hr £30. From the second year's middle on; £1 of transition, and £7 for it alone at 2.5.
    document = case(
        horizon={"start": "2013-04-01", "years": 3, "discount_rate": 0},
        buyers=[buyer("N", 2_000), buyer("S", 1_000)],
        services=[service(reprocurement_cost=7), {"id": "hr", "name": "HR", "vat_recoverable": 1}],
        lots=[
            {"id": "n", "buyer": "N", "service": "it", "present_cost": 60},
            {"id": "s", "buyer": "S", "service": "hr", "present_cost": 30},
        ],
        bidders=[bidder("x")],
        bids=[package("b", "x", ["n", "s"], 300, start="2014-10-01", term_years=1, transition=1)],
        vat={"private": "0.2"},
    )
    n, s = worths(read(document))["b"].offers
    # Second year: 30 + 120 + 0.67 on n, 15 + 50 + 0.33 on s: £216.00 in all. Third: 247 and 100.
    assert (n.amounts, s.amounts) == ((6_000, 15_067, 24_700), (3_000, 6_533, 10_000))
    # In all 457.6667 and 195.3333 of £653.00. The prices, £450, by people.
    assert (n.cost, s.cost) == (45_767, 19_533)
    assert (n.price_value, s.price_value, n.list_price, s.list_price) == (30_000, 15_000, 20_000, 10_000)


def test_discounts_take_a_share_of_prices_alone() -> None:
    # A tenth of £1,750, not of the £2,550 that the bid costs.
    document = _case(bid={"start": "2014-07-01", "transition": 50}, vat={"private": "0.2"})
    document["discounts"] = [{"id": "d", "bidder": "x", "tiers": [{"at_least": 0, "rate": "0.1"}]}]
    totals = solve(document).totals
    assert totals is not None
    assert (totals.discount, totals.cost) == (17_500, 60_000 + 20_000 + 90_000 + 120_000 - 17_500)


def test_discounts_by_the_unit_and_by_parts_count_from_the_start() -> None:
    # One lot at £40 a year off, from July 2014 on: 0.75 + 1 years. Two tiers from 0 and 0.5: 10 x 0.5 + 40 x 0.5 a
    # year, £25 x 1.75.
    document = _case(bid={"start": "2014-07-01"})
    tiers = [{"at_least": 0, "per_unit": 10}, {"at_least": "0.5", "per_unit": 40}]
    discount = {"id": "d", "bidder": "x", "by": "lots", "tiers": tiers}
    assert _discount(document, discount) == 7_000
    assert _discount(document, discount | {"kind": "incremental"}) == 4_375
    # Rates of a tenth, and of a half beyond £600 a year: 60 + 200 a year of 1,000. Rising by a tenth a year: 0.75 x 1.1
    # and 1.21 of that: 260 x 2.035.
    tiers = [{"at_least": 0, "rate": "0.1"}, {"at_least": 600, "rate": "0.5"}]
    document["bids"][0]["indexation"] = "0.1"
    assert _discount(document, {"id": "d", "bidder": "x", "kind": "incremental", "tiers": tiers}) == 52_910


def _discount(document: dict[str, Any], row: dict[str, Any]) -> int:
    totals = solve(document | {"discounts": [row]}).totals
    assert totals is not None
    return totals.discount


def test_budgets_are_of_single_years() -> None:
    document = _case(bid={"indexation": "0.1"})
    document["buyers"][0]["budget"] = {"2013-14": 1_000, "2015-16": "1209.99"}
    assert violations(document, {"n": "b"}) == ["budget[N, 2015-16]"]
    document["buyers"][0]["budget"] = {"2013-14": "999.99", "2015-16": 1_210}
    assert violations(document, {"n": "b"}) == ["budget[N, 2013-14]"]


def test_whole_years_months_and_weeks() -> None:
    assert whole_years(date(2013, 4, 2), date(2015, 4, 1)) == 1
    assert whole_years(date(2013, 4, 1), date(2015, 4, 1)) == 2
    assert whole_years(date(2016, 2, 29), date(2017, 3, 1)) == 1
    assert whole_months(date(2013, 1, 15), date(2013, 4, 1)) == 2
    assert whole_months(date(2013, 1, 1), date(2013, 4, 1)) == 3
    assert whole_weeks(date(2013, 4, 1), date(2013, 4, 14)) == 1
    for count in whole_years, whole_months, whole_weeks:
        assert count(date(2015, 4, 1), date(2013, 4, 1)) == 0


@pytest.mark.parametrize(("month", "parts"), [("2013-05-01", 1), ("2014-03-01", 11), ("2014-01-01", 9)])
def test_a_month_is_a_twelfth(month: str, parts: int) -> None:
    assert read(_case(bid={"start": month})).bids["b"].start == Fraction(parts, 12)
