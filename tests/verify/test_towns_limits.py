"""Awards with honest totals that break one rule of the towns, and awards that a rule does not concern."""

import json
from decimal import Decimal

import pytest

from selector.verify import verify
from selector.verify.award import Award
from selector.verify.barred import barred
from selector.verify.limits import limits
from selector.verify.tender import Tender
from tests.verify.checking import broken
from tests.verify.towns.case import CASE, DOCUMENT, GOOD, Earned, case_of, evaluation_of

ONE_LOT_OF_ALLIANCE: dict[str, Earned | None] = {"loyal": ("1", None, "0.00")}
THREE_LOTS_OF_ALLIANCE: dict[str, Earned | None] = {"loyal": ("3", "3", "2700.00")}  # £500 x 1.8 a lot


@pytest.mark.parametrize(
    ("change", "earned", "rule"),
    [
        ({"pr-n": "firm-pr-n"}, {}, "package[csu-mix]"),
        ({"it-a": "firm-it-a"}, ONE_LOT_OF_ALLIANCE, "exclusive[firm, either]"),
        ({"hr-a": "alliance-hr-a", "hr-b": "lone-hr-b"}, THREE_LOTS_OF_ALLIANCE | {"bulk": None}, "joint[west, hr]"),
        # The CSU is left with 100,000 people in the first tier: 1.8 x 1p x (100,000 - 100,000).
        (
            {"it-a": "firm-it-a-too", "bi-c": "firm-bi-c"},
            ONE_LOT_OF_ALLIANCE | {"reach": ("100000", "100000", "0.00")},
            "max_lots[firm]",
        ),
        # 5 % of 180,000.02 and of 90,000
        (
            {"hr-c": "firm-hr-c"},
            ONE_LOT_OF_ALLIANCE | {"bulk": ("150000.01", "100000.01", "13500.00")},
            "max_lots[firm, hr]",
        ),
        # West and East border on Mid, not on each other. 1.8 x (1p x 150,000 + 2p x 50,000)
        ({"bi-a": "firm-bi-a"}, {"reach": ("300000", "250000", "4500.00")}, "contiguity[firm, bi]"),
        # The lots take as much work as those of the good award; the outpost in the East takes 1.5 WTE more than that in
        # the West. 1.8 x (1p x 150,000 + 2p x 450,000)
        (
            {"bi-a": "firm-bi-a", "bi-d": "csu-bi-d"},
            {"reach": ("700000", "250000", "18900.00")},
            "capacity_wte[csu]",
        ),
        # Corby's 300,000 people are too few for 350,000, and those of the national board are not counted.
        (
            {"hr-c": "csu-hr-c", "bi-c": "firm-bi-c"},
            ONE_LOT_OF_ALLIANCE | {"reach": ("100000", "100000", "0.00")},
            "viability[csu]",
        ),
        # What falls on Barton is a penny more than its budget.
        ({"hr-a": "lone-west", "hr-b": "lone-west"}, {"bulk": None}, "budget[b, 2013-14]"),
        ({"it-a": "charity-it-a"}, ONE_LOT_OF_ALLIANCE, "partner_only[charity]"),
        ({"it-a": "club-it-a"}, ONE_LOT_OF_ALLIANCE, "partner_only[charity]"),
        ({"it-c": "lone-it-c", "pr-n": "lone-pr-n"}, {}, "framework[buying]"),
        ({"pr-d": "alliance-pr-d"}, THREE_LOTS_OF_ALLIANCE, "competition[buying]"),
        # One score too low for both lots of a package is one finding, and so is one lot of two below its own minimum.
        ({"hr-a": "firm-west-poor", "hr-b": "firm-west-poor"}, {}, "minimum[fit]"),
        ({"it-c": "csu-mix-low", "pr-n": "csu-mix-low"}, {}, "min_quality[pr-n]"),
    ],
)
def test_an_award_that_breaks_one_rule_is_caught_by_that_rule(
    change: dict[str, str], earned: dict[str, Earned | None], rule: str
) -> None:
    evaluation = evaluation_of(GOOD | change, earned)
    assert broken(evaluation, CASE) == {rule}
    assert len(verify(CASE, evaluation).findings) == 1


def test_a_veto_of_one_buyer_of_a_package_bars_it() -> None:
    buyers = json.loads(json.dumps(DOCUMENT["buyers"]))
    buyers[1]["vetoes"] = ["firm"]
    buyers[2]["shortlist"] = ["alliance"]  # Corby's desktops are the other lot of the national board's
    case = case_of(buyers=buyers)
    assert broken(evaluation_of(GOOD, case=case), case) == {"veto[b, firm]", "shortlist[c]"}


def test_a_bidder_at_home_keeps_no_outpost() -> None:
    assert broken(evaluation_of(GOOD | {"bi-d": "own-d-bi-d"}), CASE) == set()


def test_a_bidder_at_home_is_bound_by_no_cap_on_lots() -> None:
    case = case_of(max_lots_per_bidder=1)
    assert broken(evaluation_of(GOOD, case=case), case) == {"max_lots[csu]", "max_lots[firm]", "max_lots[alliance]"}


def test_an_in_house_bidder_that_bids_for_others_in_any_lot_of_a_package_is_not_at_home() -> None:
    # Its framework then binds it, and the outpost in the East is its own to keep: it costs it nothing.
    package = {"id": "own-d-both", "bidder": "own-d", "lots": ["hr-d", "hr-c"], "price": 1, "scores": {"fit": 70}}
    case = case_of(bids=[*DOCUMENT["bids"], package], max_lots_per_bidder=None)
    evaluation = evaluation_of(GOOD | {"bi-d": "own-d-bi-d"}, case=case)
    assert broken(evaluation, case) == {"framework[buying]", "competition[buying]", "outposts"}


@pytest.mark.parametrize(
    ("framework", "rules"),
    [
        ({"accredited": None}, {"competition[buying]"}),
        ({"accredited": None, "min_competitors": 2}, set()),
        ({"accredited": ["csu", "lone"]}, {"framework[buying]", "competition[buying]"}),
        ({"accredited": ["csu"], "min_competitors": 0}, {"framework[buying]"}),
        ({"services": ["it"]}, {"competition[buying]"}),
    ],
)
def test_a_call_off_needs_accreditation_and_competition(framework: dict[str, object], rules: set[str]) -> None:
    # The alliance and Lone compete for pr-d, and Derwent itself, which does not count; the CSU, the firm and Lone for pr-n.
    case = case_of(frameworks=[DOCUMENT["frameworks"][0] | {"min_competitors": 3} | framework])
    assert broken(evaluation_of(GOOD | {"pr-d": "alliance-pr-d"}, THREE_LOTS_OF_ALLIANCE, case), case) == rules


def test_a_framework_that_bars_a_package_for_two_lots_is_told_once() -> None:
    both = {"id": "lone-both", "bidder": "lone", "lots": ["pr-d", "pr-n"], "price": 1, "scores": {"fit": 70}}
    case = case_of(bids=[*DOCUMENT["bids"], both])
    tender = Tender(case)
    accepted = GOOD | {"pr-d": "lone-both", "pr-n": "lone-both", "it-c": "lone-it-c"}
    award = Award(tender, {lot: tender.bids[bid] for lot, bid in accepted.items()})
    assert [finding.rule for finding in barred(award)] == ["competition[buying]", "framework[buying]"]


def test_limits_can_be_told_of_half_a_package() -> None:
    # Who looks for what must move weighs awards that no case allows.
    tender = Tender(CASE)
    halves = {lot: tender.bids[bid] for lot, bid in (GOOD | {"hr-a": "alliance-hr-a"}).items()}
    values = {state.rule: state.value for state in limits(Award(tender, halves))}
    assert (values["budget[b, 2013-14]"], values["max_lots[firm]"]) == (Decimal("66666.67"), Decimal(2))


def test_a_package_given_in_part_says_what_is_missing() -> None:
    (finding,) = verify(CASE, evaluation_of(GOOD | {"pr-n": "firm-pr-n"})).findings
    assert finding.message == ('Bid "csu-mix" is a package, all or nothing: it is given 1 lot of 2, and not "pr-n".')
