"""Redeployment: which displaced staff fill vacancies, worked out here by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.award import Award
from tests.oracle.by_hand import bid, bidder, buyer, case
from tests.oracle.enumerate import award_of, solve
from tests.oracle.reading import read
from tests.oracle.redeployment import displaced, faults, most_saved, saving
from tests.oracle.tables import Case

# One degree of latitude is 6,371.0088 km x pi / 180 = 111.19508 km.
_PLACES = {"N": {"lon": 0, "lat": 54}, "S": {"lon": 0, "lat": 53}}


def _case(**tables: Any) -> dict[str, Any]:
    """A firm takes n and displaces the staff on it: dear (3 heads, £6,090 each) and cheap (2, £3,045 and half-time).

    A CSU takes s, and has two posts.
    """
    usual: dict[str, Any] = {
        "buyers": [buyer("N", 180_000, **_PLACES["N"]), buyer("S", 120_000, **_PLACES["S"])],
        "lots": [{"id": "n", "buyer": "N", "service": "it"}, {"id": "s", "buyer": "S", "service": "it"}],
        "bidders": [bidder("firm"), bidder("csu", "nhs_csu"), bidder("own", "nhs_csu")],
        "bids": [bid("f", "firm", "n"), bid("c", "csu", "s"), bid("o", "own", "s", 101)],
        "staff_groups": [_group("dear", 3), _group("cheap", 2, service_years=2, wte_per_head="0.5")],
        "vacancies": [{"id": "v", "bidder": "csu", "function": "office", "wte": 2}],
    }
    return case(**usual | tables)


def _group(name: str, headcount: Any, **more: Any) -> dict[str, Any]:
    """£36,500: a month is £3,045; two years."""
    row = {"id": name, "lots": [{"lot": "n"}], "function": "office", "headcount": headcount}
    return row | {"salary": 36_500, "service_years": 2} | more


def _award(document: dict[str, Any], other: str = "c") -> tuple[Case, Award]:
    facts = read(document)
    return facts, award_of(facts, {"n": "f", "s": other})


def _saved(document: dict[str, Any], other: str = "c") -> Fraction:
    facts, award = _award(document, other)
    return most_saved(facts, award.bids)


def test_posts_go_to_whom_it_would_cost_most_to_pay() -> None:
    # A WTE of dear saves £6,090; so does one of cheap, two heads at half-time of £3,045 each. Two posts: £12,180.
    document = _case()
    assert _saved(document) == 1_218_000
    # With three years those of dear save £9,135 each.
    document["staff_groups"][0]["service_years"] = 3
    assert _saved(document) == 1_827_000
    # With 2.25 heads of dear displaced, of 2.5 posts a quarter is left to cheap.
    document["staff_groups"][0]["headcount"] = "2.25"
    document["vacancies"][0]["wte"] = "2.5"
    assert _saved(document) == Fraction(913_500 * 9, 4) + 609_000 / Fraction(4)


def test_posts_are_at_bidders_that_win_and_in_ones_own_function() -> None:
    document = _case()
    assert _saved(document, "o") == 0
    document["vacancies"].append({"id": "w", "bidder": "own", "function": "office", "wte": "0.1"})
    assert _saved(document, "o") == 60_900
    document["staff_groups"][0]["function"] = "data"
    # One WTE of cheap.
    assert _saved(document) == 609_000
    del document["staff_groups"][1]["function"]
    assert _saved(document) == 0


@pytest.mark.parametrize(("within", "expected"), [("111.196", 1_218_000), ("111.195", 0)])
def test_posts_within_reach(within: str, expected: int) -> None:
    document = _case(redeploy_within_km=within)
    for row in document["staff_groups"]:
        row["place"] = "N"
    document["vacancies"][0]["place"] = "S"
    assert _saved(document) == expected
    document["vacancies"][0]["place"] = "N"
    assert _saved(document) == 1_218_000
    # Who has no place, or one without a position, moves nowhere.
    del document["buyers"][0]["lat"]
    assert _saved(document) == 0
    del document["vacancies"][0]["place"]
    assert _saved(document) == 0


def test_the_best_moves_are_not_the_first_that_come() -> None:
    # a may fill either post, b only v's: a has to leave v to b though it is paid more. £9,135 + £6,090.
    document = _case(redeploy_within_km=50)
    document["staff_groups"] = [
        _group("a", 1, service_years=3, place="N"),
        _group("b", 1, place="N"),
        _group("c", 1, place="N", service_years=1),
    ]
    document["vacancies"] = [
        {"id": "v", "bidder": "csu", "function": "office", "wte": 1, "place": "N"},
        {"id": "w", "bidder": "csu", "function": "data", "wte": 1, "place": "N"},
    ]
    document["staff_groups"][0]["function"] = "data"
    assert _saved(document) == 1_522_500
    # Nobody moves who would not be paid: c alone saves nothing.
    document["staff_groups"] = [document["staff_groups"][2]]
    assert _saved(document) == 0


def test_displaced_are_counted_in_millionths_rounded_down_lot_by_lot() -> None:
    # A third of one head on each of two lots, all displaced: 333,333 millionths of each but for the share's own six
    # decimals; at 0.5 transferred 166,666 (0.333333 x 0.5 = 0.1666665), twice.
    document = _case()
    document["staff_groups"] = [
        _group("dear", 1) | {"lots": [{"lot": "n", "share": "0.333333"}, {"lot": "s", "share": "0.333333"}]}
    ]
    for row in document["bids"]:
        row["transfer"] = "0.5"
    facts, award = _award(document)
    assert displaced(award.bids) == {"dear": 333_332}
    assert most_saved(facts, award.bids) == Fraction(333_332 * 609_000, 10**6)


def test_redeployment_decides_and_is_taken_off_the_objective_once() -> None:
    # own is £1 dearer than csu, but has a post of 0.001 WTE that saves £6.09; with a post of 0.0001 no more than 61p.
    document = _case()
    document["vacancies"] = [{"id": "w", "bidder": "own", "function": "office", "wte": "0.001"}]
    answer = solve(document)
    # £201, and 4 x £6,090 for dear and for cheap, less £6.09.
    owed = 4 * 609_000
    assert (answer.award, answer.objectives) == (("f", "o"), (20_100 + owed - 609,))
    assert answer.totals is not None
    assert (answer.totals.liability, answer.totals.redeployed, answer.totals.buyers_liability) == (
        owed - 609,
        609,
        owed,
    )
    # Counted at a tenth it saves 60.9p, 61p: not enough.
    document["objective"] = {"mode": "money_valued", "liability_weight": "0.1"}
    answer = solve(document)
    assert (answer.award, answer.objectives) == (("f", "c"), (20_000 + owed // 10,))
    # The least liability is that after redeployment.
    document["objective"] = {"mode": "lexicographic", "levels": [{"objective": "liability"}]}
    answer = solve(document)
    assert (answer.award, answer.objectives) == (("f", "o"), (owed - 609,))


def test_what_is_wrong_with_moves() -> None:
    facts, award = _award(_case())
    assert faults(facts, award.bids, {("dear", "v"): 1_500_000, ("cheap", "v"): 500_000}) == []
    assert saving(facts, {("dear", "v"): 1_500_000, ("cheap", "v"): 500_000}) == 1_218_000
    assert faults(facts, award.bids, {("dear", "v"): 2_000_001}) == ["more move to v than it has room for"]
    assert faults(facts, award.bids, {("cheap", "v"): 1_000_001}) == ["more of cheap move than are displaced"]
    assert faults(facts, award.bids, {("cheap", "v"): -1}) == ["less than nobody of ('cheap', 'v')"]
    facts, award = _award(_case(), "o")
    assert faults(facts, award.bids, {("dear", "v"): 1}) == ["v is of a bidder that wins nothing"]
    document = _case()
    document["vacancies"][0]["function"] = "data"
    document["staff_groups"][1]["function"] = "data"
    facts, award = _award(document)
    assert faults(facts, award.bids, {("dear", "v"): 1}) == ["dear may not move to v"]
