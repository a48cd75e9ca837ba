"""Awards with honest totals that break one limit, or what bars a bid, of three boards."""

import pytest

from tests.verify.checking import broken
from tests.verify.three_boards.case import CASE, DOCUMENT, GOOD, case_of, evaluation_of


def test_a_fallback_is_a_bid_like_any_other() -> None:
    # It is on no shortlist; it counts as a provider, so a third one of human resources is too many.
    accepted = GOOD | {"hr-n": "in-house:hr-n"}
    assert broken(evaluation_of(accepted), CASE) == {"max_providers[hr]"}
    assert broken(evaluation_of(accepted | {"hr-s": "sister-hr-s", "hr-e": "sister-hr-e"}), CASE) == set()


def test_what_a_provider_serves_elsewhere_counts_and_the_floor_of_an_in_house_one_is_waived() -> None:
    # Of the floor of 250,000 people the sister CSU serves 100,000 here; South itself serves 200,000.
    assert broken(evaluation_of(GOOD | {"bi-n": "sister-bi-n", "bi-s": "own-bi-s"}), CASE) == set()


def test_an_in_house_bidder_must_be_viable_once_it_bids_for_others() -> None:
    scores = {"fit": 1, "safe": 99}
    outside = {"id": "own-pr-n", "bidder": "own-s", "lots": ["pr-n"], "price": 1, "scores": scores}
    case = case_of(bids=[*DOCUMENT["bids"], outside])
    assert broken(evaluation_of(GOOD, case), case) == {"viability[own-s]"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"bi-s": "own-bi-s"}, "floor[firm, bi]"),
        ({"hr-n": "sister-hr-n", "hr-s": "sister-hr-s", "hr-e": "sister-hr-e"}, "capacity[sister, hr]"),
        ({"hr-s": "joint-hr-s"}, "shared_capacity[csu, hr]"),
        ({"pr-n": "csu-pr-n", "pr-s": "csu-pr-s"}, "capacity_wte[csu]"),
        ({"it-n": "sister-it-n"}, "min_providers[it]"),
        ({"hr-n": "sister-hr-n"}, "max_providers[hr]"),
        ({"hr-s": "sister-hr-s", "hr-e": "sister-hr-e"}, "viability[csu]"),
        ({"bi-n": "csu-bi-n", "bi-s": "own-bi-s"}, "budget[n, 2013-14]"),
        ({"hr-s": "firm-hr-s"}, "liability_cap[s]"),
        ({"bi-s": "own-bi-s", "bi-e": "firm-bi-e"}, "liability_cap"),
        ({"hr-e": "csu-hr-e-basic"}, "min_mean_quality[e]"),
        ({"bi-n": "sister-bi-n", "bi-s": "sister-bi-s", "bi-e": "sister-bi-e"}, "shape[bi]"),
        ({"it-n": "firm-it-n"}, "shape[it]"),
        ({"it-n": "firm-it-n", "it-s": "own-it-s"}, "shape[it]"),  # two without a group are two groups
        ({"pr-n": "csu-pr-n"}, "shape[pr]"),
        ({"pr-s": "joint-pr-s-basic"}, "quality_standard[pr]"),
        ({"bi-s": "firm-bi-s-basic"}, "quality_standard[firm, bi]"),
        ({"hr-n": "csu-hr-n-unsafe"}, "minimum[safe]"),
        ({"hr-n": "csu-hr-n-basic"}, "min_quality[hr-n]"),
        ({"bi-e": "joint-bi-e"}, "veto[e, joint]"),
        ({"bi-n": "charity-bi-n", "bi-s": "own-bi-s"}, "shortlist[n]"),
    ],
)
def test_an_award_that_breaks_one_rule_is_caught_by_that_rule(change: dict[str, str], rule: str) -> None:
    assert broken(evaluation_of(GOOD | change), CASE) == {rule}
