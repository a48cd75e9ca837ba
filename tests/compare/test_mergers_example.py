"""``examples/csu-mergers.json``: what docs/mergers.md tells of it is what comes out."""

import functools
from pathlib import Path

import pytest

from models import Case, Compared, Comparison
from selector import compare, under, verify
from selector.evaluation import evaluate
from selector.files import read_case_file

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "mergers.md").read_text(encoding="utf-8")
NAMES = ("23-to-19", "23-to-19-lowest", "23-to-19-highest", "23-to-19-mean", "23-to-19-savings")


@functools.cache
def case() -> Case:
    return read_case_file(ROOT / "examples" / "csu-mergers.json")


@functools.cache
def answer() -> Comparison:
    return compare(case(), isolated=False, workers=1)


def rows(told: Compared) -> tuple[str, str]:
    """The two rows that the page has of a scenario."""
    assert told.totals is not None
    assert told.market is not None
    totals, market = told.totals, told.market
    against = "" if told.objective is None else f"{told.objective.at_least:+,.2f}"
    money = (f"{totals.cost:,.2f}", f"{totals.charges:,.2f}", f"{totals.quality:.3f}", against)
    largest = f"{market.largest}, {market.largest_share:.1%}"
    shape = (
        f"{market.mean_bidders:.2f}",
        f"{market.lots - market.contested} of {market.lots}",
        f"{market.areas_contested} of {market.areas}",
        f"{market.winners}",
        largest,
        f"{market.concentration:,.0f}",
        f"{len(told.handovers)}",
    )
    return tuple(f"| {' | '.join((f'`{told.scenario}`', *cells))} |" for cells in (money, shape))  # type: ignore[return-value]


def test_there_are_23_units_and_then_19() -> None:
    def units(found: Case) -> int:
        return sum(bidder.kind == "nhs_csu" for bidder in found.bidders)

    assert units(case()) == 23
    assert tuple(scenario.id for scenario in case().scenarios) == NAMES
    assert [units(under(case(), name)) for name in NAMES] == [19] * 5
    assert "synthetic" in case().notes


def test_mergers_keep_what_they_have() -> None:
    found = under(case(), "23-to-19")
    assert len(found.bids) == len(case().bids)
    assert sum(bidder.overhead for bidder in found.bidders) < sum(bidder.overhead for bidder in case().bidders)
    for service in ("bi", "back-office", "medicines"):
        room = [sum(bidder.capacity.get(service, 0) for bidder in each.bidders) for each in (case(), found)]
        assert room[0] == room[1]
    assert sum(group.headcount for group in found.staff_groups) == sum(group.headcount for group in case().staff_groups)
    assert len(under(case(), "23-to-19-lowest").bids) == len(under(case(), "23-to-19-mean").bids) < len(case().bids)


@pytest.mark.parametrize("name", ["as-stated", *NAMES])
def test_the_page_has_the_figures(name: str) -> None:
    told = next(each for each in answer().scenarios if each.scenario == name)
    assert told.status == "optimal"
    for row in rows(told):
        assert row in PAGE


def test_prices_order_the_awards() -> None:
    objective = {
        each.scenario: each.certificate.objective
        for each in answer().scenarios
        if each.certificate is not None and each.certificate.objective is not None
    }
    # All bids of `lowest`, and of `highest`, stand in `own`: more bids are never worse.
    assert objective["23-to-19"] <= objective["23-to-19-lowest"]
    assert objective["23-to-19"] <= objective["23-to-19-highest"]
    assert objective["23-to-19-savings"] < objective["23-to-19"]


def test_fewer_compete_for_a_lot() -> None:
    market = {each.scenario: each.market for each in answer().scenarios}
    before, after = market["as-stated"], market["23-to-19"]
    assert before is not None
    assert after is not None
    assert after.mean_bidders < before.mean_bidders
    assert after.contested < before.contested
    assert after.areas_contested < before.areas_contested


def test_each_award_holds_under_its_scenario() -> None:
    found = under(case(), "23-to-19-mean")
    assert verify(found, evaluate(found, isolated=False)).valid
