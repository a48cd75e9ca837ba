"""One wrong figure of time, money or people in an award that is right otherwise; awards that break a limit of time."""

import copy
import json
from typing import Any

import pytest

from models import Case, Evaluation, read_case
from selector.verify import verify
from tests.verify.checking import broken, changed
from tests.verify.shire.case import CASE, evaluation_of
from tests.verify.shire.document import DOCUMENT

AWARD = evaluation_of()


@pytest.mark.parametrize(
    ("path", "value", "rules"),
    [
        (("totals", "redeployed"), "40574.62", {"totals.redeployed"}),
        (("totals", "liability"), "56332.50", {"totals.liability"}),
        (("totals", "liability_buyers"), "6090.00", {"totals.liability_buyers"}),
        # Liability is told before redeployment, lot by lot, with those who are left behind later.
        (("awards", 0, "liability"), "4567.50", {"awards[0].liability"}),
        # Its price alone, shared by people; without what it costs until it starts.
        (("awards", 0, "cost"), "16300.00", {"awards[0].cost", "totals"}),
        (("awards", 2, "cost"), "20880.00", {"awards[2].cost", "totals"}),  # without pensions
        (("discounts", 0, "amount"), "5400.00", {"discounts[0].amount"}),  # a tenth of 1.8 years of list price
        (("staff", "total"), 11.001, {"staff.total"}),
        (("staff", "staying"), 4, {"staff.staying"}),
        (("staff", "transferred"), 3.5, {"staff.transferred"}),
        (("staff", "redeployed"), 2.049, {"staff.redeployed"}),
        (("staff", "redundant"), 4.5, {"staff.redundant"}),
        (("staff", "redundant_later"), 0, {"staff.redundant_later"}),
        (("staff", "talent_retained"), 0.834482, {"staff.talent_retained"}),
        (("staff", "talent_retained"), None, {"staff.talent_retained"}),
        (("staff",), None, {"staff"}),
        (("buyers", 0, "years", "2013-14"), "25624.99", {"buyers[0].years[2013-14]"}),
        (("buyers", 1, "years", "2014-15"), "25000.00", {"buyers[1].years[2014-15]"}),
        (("buyers", 0, "years"), {"2013-14": "25625.00"}, {"buyers[0].years"}),
        (("buyers", 0, "liability"), "9135.00", {"buyers[0].liability"}),
        (("buyers", 2, "buyer"), "no-such", {"buyers"}),
        (
            ("buyers", 2, "buyer"),
            "x",
            {"buyers", "buyers[2].liability"} | {f"buyers[2].years[{y}]" for y in ("2013-14", "2014-15")},
        ),
        (("buyers",), [], {"buyers"}),
    ],
)
def test_a_wrong_figure_is_caught_where_it_stands(path: tuple[str | int, ...], value: Any, rules: set[str]) -> None:
    assert broken(changed(AWARD, *path, to=value), CASE) == rules


def test_accounts_out_of_order_are_caught() -> None:
    (finding,) = verify(CASE, AWARD.model_copy(update={"buyers": AWARD.buyers[::-1]})).findings
    assert finding.message == "The accounts of the buyers are not in the order of the case."


def case_with(*path: str | int, to: Any) -> tuple[Case, Evaluation]:
    """The shire with one thing changed, and the same award."""
    document = copy.deepcopy(DOCUMENT)
    here: Any = document
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = to
    case = read_case(json.dumps(document))
    return case, evaluation_of(case=case)


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        (("bidders", 1, "mobilisation", "lots_a_month"), "1.999", "mobilised_lots[unit, 2013-07-01]"),
        (("bidders", 1, "mobilisation", "wte_a_month"), "5.999", "mobilised_wte[unit, 2013-07-01]"),
        (("buyers", 0, "budget", "2013-14"), "25624.99", "budget[x, 2013-14]"),
        (("buyers", 0, "budget", "2014-15"), "23974.99", "budget[x, 2014-15]"),
    ],
)
def test_an_award_that_breaks_a_limit_of_time_is_caught_by_it(
    path: tuple[str | int, ...], value: str, rule: str
) -> None:
    case, evaluation = case_with(*path, to=value)
    assert broken(evaluation, case) == {rule}


@pytest.mark.parametrize(
    ("begins", "rules"),
    [
        ("2013-05-01", set()),
        ("2013-06-01", set()),
        ("2013-06-02", {"mobilised_lots[unit, 2013-07-01]", "mobilised_wte[unit, 2013-07-01]"}),  # no whole month
        ("2013-08-01", {"mobilised_lots[unit, 2013-07-01]", "mobilised_wte[unit, 2013-07-01]"}),
    ],
)
def test_whole_months_count(begins: str, rules: set[str]) -> None:
    case, evaluation = case_with("bidders", 1, "mobilisation", "begins", to=begins)
    assert broken(evaluation, case) == rules


def test_what_a_bidder_provides_today_it_need_not_take_over() -> None:
    bids = [{"id": f"{lot}1", "bidder": "unit", "lots": [lot], "price": 1} for lot in ("hr-x", "hr-y")]
    later = {"id": "later", "bidder": "unit", "lots": ["it-x"], "price": 1, "start": "2013-08-01"}
    document = DOCUMENT | {"bids": [*bids, later, DOCUMENT["bids"][2]], "discounts": []}
    document["lots"] = [DOCUMENT["lots"][0] | {"incumbent": "unit"}, *DOCUMENT["lots"][1:]]
    document["lots"][2] = document["lots"][2] | {"present_cost": 0}
    document["staff_groups"] = document["vacancies"] = []
    case = read_case(json.dumps(document))
    evaluation = evaluation_of(case=case)
    rows = [
        row.model_copy(update={"bid": bid["id"], "bidder": bid["bidder"]})
        for row, bid in zip(evaluation.awards, document["bids"], strict=True)
    ]
    states = {state.rule: state for state in verify(case, evaluation.model_copy(update={"awards": tuple(rows)})).rules}
    # From the first of April on hr-y, from August on it-x as well; hr-x it has already.
    values = [(day, int(states[f"mobilised_lots[unit, {day}]"].value)) for day in ("2013-04-01", "2013-08-01")]
    assert values == [("2013-04-01", 1), ("2013-08-01", 2)]
    assert [int(states[f"mobilised_lots[unit, {day}]"].limit) for day, _ in values] == [0, 4]
