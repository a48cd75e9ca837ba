"""What rules of the board measure, each worked out by hand; the award is that of ``board.case``."""

from typing import Any

import pytest

from selector.verify import verify
from tests.verify.board.case import case_of, evaluation_of, states_of, with_rule
from tests.verify.checking import broken
from tests.verify.one_lot import CSU, GROUP, one_lot
from tests.verify.small import weighed

FIRM: dict[str, Any] = {"ids": ["firm"]}
KENT: dict[str, Any] = {"areas": ["Kent"]}
EACH: dict[str, Any] = {"each": True}


def test_the_award_is_honest() -> None:
    assert verify(case_of(), evaluation_of(case_of())).findings == ()


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ({"metric": "lots"}, {"rule[r]": 6}),
        ({"metric": "lots", "bidders": FIRM}, {"rule[r]": 3}),
        ({"metric": "lots", "bidders": {"kinds": ["in_house"]}}, {"rule[r]": 1}),
        ({"metric": "lots", "bidders": {"tags": ["sme", "local"]}}, {"rule[r]": 3}),
        ({"metric": "lots", "bidders": {"groups": ["one"], "ids": ["firm"]}}, {"rule[r]": 5}),
        # Of lots with an incumbent Firm keeps s:f, and Unit n:g.
        ({"metric": "lots", "bidders": {"incumbents": True}}, {"rule[r]": 2}),
        ({"metric": "lots", "bidders": FIRM | {"incumbents": True}}, {"rule[r]": 1}),
        ({"metric": "lots", "lots": {"services": ["g"]}}, {"rule[r]": 2}),
        ({"metric": "lots", "lots": KENT | {"buyers": ["b"]}}, {"rule[r]": 5}),
        ({"metric": "lots", "lots": {"regions": ["South East"], "services": ["f"]}}, {"rule[r]": 2}),
        # Old wins nothing, and has no row; the fallback comes last.
        ({"metric": "lots"} | EACH, {"rule[r, firm]": 3, "rule[r, unit]": 2, "rule[r, in-house:w]": 1}),
        ({"metric": "lots", "bidders": {"incumbents": True}} | EACH, {"rule[r, firm]": 1, "rule[r, unit]": 1}),
        # The national board is in no area, and West in no region.
        ({"metric": "lots", "bidders": FIRM, "per": ["area"]}, {"rule[r, Kent]": 2, "rule[r, Devon]": 0}),
        ({"metric": "lots", "per": ["region"]}, {"rule[r, South East]": 4}),
        (
            {"metric": "lots", "per": ["service", "area"]} | EACH,
            {"rule[r, firm, f, Kent]": 2, "rule[r, unit, g, Kent]": 2, "rule[r, in-house:w, f, Devon]": 1},
        ),
        ({"metric": "lots", "per": ["buyer"], "lots": {"services": ["g"]}}, {"rule[r, n]": 1, "rule[r, s]": 1}),
        ({"metric": "buyers", "bidders": FIRM}, {"rule[r]": 3}),
        ({"metric": "buyers", "lots": KENT}, {"rule[r]": 2}),
        ({"metric": "population", "bidders": FIRM}, {"rule[r]": 300}),
        ({"metric": "population"}, {"rule[r]": 600}),
        ({"metric": "population", "lots": {"buyers": ["b"]}}, {"rule[r]": 0}),
        ({"metric": "spend", "bidders": FIRM}, {"rule[r]": 350}),
        ({"metric": "spend", "per": ["service"]}, {"rule[r, f]": 430, "rule[r, g]": 450}),
        ({"metric": "share_of_spend", "bidders": FIRM}, {"rule[r]": 0.397727}),
        (
            {"metric": "share_of_spend", "per": ["area"]} | EACH,
            {"rule[r, firm, Kent]": 0.4, "rule[r, unit, Kent]": 0.6, "rule[r, in-house:w, Devon]": 1},
        ),
        ({"metric": "share_of_population", "bidders": FIRM}, {"rule[r]": 0.5}),
        ({"metric": "share_of_population", "lots": {"services": ["g"]}, "bidders": FIRM}, {"rule[r]": 0}),
        ({"metric": "winners"}, {"rule[r]": 3}),
        ({"metric": "winners", "bidders": {"kinds": ["private", "nhs_csu"]}}, {"rule[r]": 2}),
        ({"metric": "winners", "per": ["service"]}, {"rule[r, f]": 2, "rule[r, g]": 1}),
        # (60 x 100 + 80 x 200 + 50 x 1,000) / 1,300, and with 90 x 200 + 40 x 400 + 70 x 300 of the others over 2,200.
        ({"metric": "mean_quality", "bidders": FIRM}, {"rule[r]": 55.384615}),
        ({"metric": "mean_quality"}, {"rule[r]": 57.727273}),
        # n:f goes from Old to Firm, s:g from Old to Unit.
        ({"metric": "moves"}, {"rule[r]": 2}),
        ({"metric": "moves"} | EACH, {"rule[r, firm]": 1, "rule[r, unit]": 1, "rule[r, in-house:w]": 0}),
    ],
)
def test_a_rule_measures_what_bidders_win(rule: dict[str, Any], values: dict[str, float]) -> None:
    found = states_of(with_rule(sense="at_most", limit=0, **rule))
    assert [(name, float(state.value)) for name, state in found.items()] == list(values.items())


def test_liability_is_measured_before_redeployment_whoever_pays() -> None:
    # A unit takes 80 % of the four heads over, and pays half for the rest: 0.2 x 4 x £30,450, all of whom find a post.
    vacancy = {"id": "v", "bidder": "j", "function": "desk", "wte": 2}
    case = one_lot(
        CSU,
        rules=[{"id": "r", "metric": "liability", "sense": "at_most", "limit": "24359.99"}],
        staff_groups=[GROUP | {"lots": [{"lot": "b:f"}], "function": "desk"}],
        vacancies=[vacancy],
    )
    (state,) = (state for state in weighed(case, ["f1"]).rules if state.rule == "rule[r]")
    assert (str(state.value), state.unit, state.satisfied) == ("24360.000000", "£", False)


@pytest.mark.parametrize(
    ("metric", "unit"),
    [
        ("lots", "lots"),
        ("buyers", "buyers"),
        ("population", "people"),
        ("spend", "£"),
        ("share_of_spend", "fraction"),
        ("share_of_population", "fraction"),
        ("winners", "providers"),
        ("mean_quality", "points"),
        ("liability", "£"),
        ("moves", "lots"),
    ],
)
def test_every_metric_has_the_unit_of_its_limit(metric: str, unit: str) -> None:
    (state,) = states_of(with_rule(metric=metric, sense="at_least", limit=0)).values()
    assert (state.unit, state.satisfied, state.soft, state.violation) == (unit, True, False, None)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ({"metric": "lots", "bidders": FIRM, "sense": "at_most", "limit": 2}, {"rule[r]"}),
        ({"metric": "lots", "bidders": FIRM, "sense": "at_most", "limit": 3}, set()),
        ({"metric": "lots", "bidders": FIRM, "sense": "exactly", "limit": 3}, set()),
        ({"metric": "lots", "bidders": FIRM, "sense": "exactly", "limit": 4}, {"rule[r]"}),
        ({"metric": "buyers", "sense": "at_least", "limit": 5}, {"rule[r]"}),
        ({"metric": "population", "bidders": {"ids": ["unit"]}, "sense": "at_most", "limit": 299}, {"rule[r]"}),
        ({"metric": "spend", "sense": "at_most", "limit": "879.99"}, {"rule[r]"}),
        # Exactly 40 % of Kent is no more than 40 %.
        ({"metric": "share_of_spend", "bidders": FIRM, "lots": KENT, "sense": "at_most", "limit": "0.4"}, set()),
        (
            {"metric": "share_of_spend", "per": ["area"], "sense": "at_most", "limit": "0.5"} | EACH,
            {"rule[r, unit, Kent]", "rule[r, in-house:w, Devon]"},
        ),
        ({"metric": "share_of_population", "bidders": FIRM, "sense": "at_least", "limit": "0.500001"}, {"rule[r]"}),
        # Of a buyer without people of its own there is no share: the rule is kept.
        ({"metric": "share_of_population", "lots": {"buyers": ["b"]}, "sense": "at_least", "limit": 1}, set()),
        ({"metric": "winners", "sense": "exactly", "limit": 2, "per": ["service"]}, {"rule[r, g]"}),
        ({"metric": "mean_quality", "sense": "at_least", "limit": 50} | EACH, set()),
        ({"metric": "mean_quality", "sense": "at_least", "limit": 57} | EACH, {"rule[r, firm]", "rule[r, unit]"}),
        # Who wins nothing has no mean to be too low.
        ({"metric": "mean_quality", "bidders": {"ids": ["old"]}, "sense": "at_least", "limit": 99}, set()),
        ({"metric": "moves", "sense": "at_most", "limit": 1}, {"rule[r]"}),
        # A row of each binds who wins something, any other row always.
        ({"metric": "lots", "bidders": {"ids": ["old"]}, "sense": "at_least", "limit": 1} | EACH, set()),
        ({"metric": "lots", "bidders": {"ids": ["old"]}, "sense": "at_least", "limit": 1}, {"rule[r]"}),
        ({"metric": "lots", "sense": "at_most", "limit": 0, "active": False}, set()),
    ],
)
def test_a_hard_rule_that_is_broken_is_found_by_its_name(rule: dict[str, Any], found: set[str]) -> None:
    case = with_rule(**rule)
    assert broken(evaluation_of(case), case) == found
