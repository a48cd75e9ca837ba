"""The market as docs/market.md works it out by hand."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from models.market import Concentration, Contest, MarketBidder, SupplyMarket
from selector import evaluate
from selector.decide.supply import market, prospectus
from tests.decide.supply.by_hand import CASE, PAGE, table

COLUMNS = ("acme", "brook", "csu", "pair", "in-house:cedar")


@pytest.fixture(scope="module")
def answer() -> SupplyMarket:
    return market(CASE, award=evaluate(CASE, isolated=False))


def concentrations(answer: SupplyMarket, of: str | None = None) -> dict[str, Concentration]:
    return {row.basis: row for row in answer.concentration if row.of == of}


def bidder(answer: SupplyMarket, name: str) -> MarketBidder:
    (found,) = [row for row in answer.bidders if row.bidder == name]
    return found


def contested(row: Contest) -> list[Any]:
    return [row.lots, row.bidders, row.least, row.mean, row.most, row.none + row.one, row.incumbent_only]


def test_contestability_is_that_of_the_page(answer: SupplyMarket) -> None:
    page = table("| | lots | bidders |")
    found = {row.of or "all": contested(row) for row in answer.contests if row.within != "area"}
    assert found == page
    (whole,) = [row for row in answer.contests if row.within == "all"]
    assert [(each.bidders, each.lots) for each in whole.distribution] == [(1, 3), (2, 3)]
    assert (whole.fallback, whole.barred) == (1, 0)
    assert [(row.of, row.lots, row.barred) for row in answer.contests if row.within == "area"] == [
        ("North", 4, 0),
        ("South", 2, 0),
    ]


@pytest.mark.parametrize("measure", ["spend", "volume"])
def test_shares_and_indices_are_those_of_the_page(answer: SupplyMarket, measure: str) -> None:
    page = table("| £ thousand a year |" if measure == "spend" else "| people, thousand |")
    for basis, (*amounts, whole, index) in page.items():
        row = concentrations(answer)[basis]
        assert sum(amounts) == whole
        assert getattr(row, f"by_{measure}") == index
        expected = {
            name: (amount / whole).quantize(Decimal("0.000001"), ROUND_HALF_UP)
            for name, amount in zip(COLUMNS, amounts, strict=True)
            if amount
        }
        assert {share.bidder: getattr(share, measure) for share in row.shares} == expected


def test_today_is_told_as_far_as_it_is_known(answer: SupplyMarket) -> None:
    today = concentrations(answer)["today"]
    assert (today.lots, today.of_lots, today.by_spend) == (5, 6, None)
    assert [share.spend for share in today.shares] == [None, None]
    assert concentrations(answer, "payroll")["today"].by_spend == 10_000
    assert concentrations(answer, "it")["today"].by_spend is None


def test_dependence_is_that_of_the_page(answer: SupplyMarket) -> None:
    acme, brook, csu, pair = (bidder(answer, name) for name in COLUMNS[:4])
    assert (acme.sole, csu.sole, brook.sole, pair.sole) == (("birch:payroll",), ("ash:it",), (), ())
    assert (acme.sole_people, brook.bids, brook.usable, brook.lots) == (100_000, 3, 2, 2)
    assert csu.won is not None
    assert (csu.won.lots, csu.won.people, csu.won.buyers) == (2, 300_000, 2)
    assert csu.won.spend == 270_000
    assert csu.won.share_of_spend == Decimal("0.442623")
    assert f"{csu.won.share_of_spend * 100:.4f} %" in PAGE
    assert csu.won.irreplaceable == ("ash:it",)
    assert brook.won is None
    assert [(each.bidder, each.share) for each in pair.partners] == [("acme", Decimal("0.6")), ("csu", Decimal("0.4"))]
    assert [each.bidder for each in acme.partner_in] == ["pair"]
    # Cedar may do its IT itself, but neither does it nor is it alone in that.
    assert [row.bidder for row in answer.bidders] == list(COLUMNS[:4])


def test_the_sentences_say_so(answer: SupplyMarket) -> None:
    text = " ".join(answer.sentences)
    assert "Of 6 lots: 1.5 bidders can win each on average, 1 at least and 2 at most;" in text
    assert "one bidder alone can win 3 lots; the buyer may do 1 of these itself." in text
    assert "2 lots have no bidder that can win besides who provides the work today." in text
    assert "Nobody but Acme can win 1 lot: birch:payroll." in text
    assert "2,933 if each lot went to its lowest price" in text
    assert "3,561 in the award." in text
    assert "3 bidders win 6 lots; The unit wins the most: 2, 44.3 % of the yearly spend." in text
    assert "2 lots won nobody else can win:" in text


def test_the_prospectus_tells_what_is_at_stake() -> None:
    told = prospectus(CASE)
    lots = {lot.lot: lot for lot in told.lots}
    staff = lots["ash:payroll"].staff
    assert staff is not None
    assert [staff.heads, staff.wte, staff.pay, staff.liability] == [4, 2, 50_000, Decimal("25027.40")]
    assert f"**£{staff.liability:,.2f}**" in PAGE
    assert lots["birch:payroll"].staff is None
    services = {service.service: service for service in told.services}
    payroll, it = services["payroll"], services["it"]
    assert [payroll.population, payroll.volume, payroll.present_cost] == [400_000, 400_000, 440_000]
    assert payroll.floor == 50_000
    assert (it.present_cost_of, it.lots, it.optional) == (1, 3, 1)
    assert it.present_cost == 60_000
    assert told.few_people == 1
    assert [buyer.budget for buyer in told.buyers] == [{"2013-14": 300_000}, {}, {}]
