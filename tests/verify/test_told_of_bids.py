"""What an evaluation tells of bids: those barred, those abnormally low, and what was decided by hand."""

from typing import Any

import pytest

from models import Case, Evaluation
from selector.verify import verify
from tests.verify.board.case import DOCUMENT, case_of, evaluation_of, states_of
from tests.verify.checking import broken, changed
from tests.verify.small import small, weighed
from tests.verify.three_boards.case import CASE as THREE_BOARDS
from tests.verify.three_boards.case import GOOD
from tests.verify.three_boards.case import evaluation_of as of_three_boards

VETOED = [
    buyer | {"vetoes": ["old"], "shortlist": ["firm", "unit"]} if buyer["id"] == "n" else buyer
    for buyer in DOCUMENT["buyers"]
]
PICKED = {"id": "p", "bid": "firm-n", "reason": "They know the place."}
LEFT_OUT = {"id": "x", "bidder": "old", "lots": {"areas": ["Kent"], "services": ["g"]}, "reason": "In court."}
LOW = {"below_mean": "0.2", "below_next": "0.2", "min_bidders": 2}
ALL = case_of(buyers=VETOED, picks=[PICKED], exclusions=[LEFT_OUT], abnormally_low=LOW)


def told(case: Case, **lists: Any) -> Evaluation:
    """The award with what there is to tell of bids, or with what is stated in its place."""
    good = evaluation_of(case)
    found = verify(case, good)
    right = {"disqualified": found.disqualified, "abnormally_low": found.abnormally_low, "by_hand": found.by_hand}
    return good.model_copy(update=right | lists)


def barred(case: Case) -> dict[str, list[str]]:
    return {row.bid: [reason.rule for reason in row.reasons] for row in verify(case, evaluation_of(case)).disqualified}


def test_who_is_barred_is_told_with_every_reason_by_name() -> None:
    assert barred(ALL) == {"old-n": ["shortlist[n]", "veto[n, old]"], "old-s": ["exclusion[x]"]}
    reasons = [reason.sentence for row in verify(ALL, evaluation_of(ALL)).disqualified for reason in row.reasons]
    assert reasons == [
        'Finance for North: bid "old-n" by Old is not on the shortlist of North.',
        'Finance for North: bid "old-n" by Old is vetoed by North.',
        'Growth for South: bid "old-s" by Old is left out by hand: In court.',
    ]


def test_bids_of_three_boards_are_barred_in_the_order_of_the_case() -> None:
    found = verify(THREE_BOARDS, of_three_boards(GOOD)).disqualified
    assert [(row.bid, row.bidder, [reason.rule for reason in row.reasons]) for row in found] == [
        ("csu-hr-n-unsafe", "csu", ["minimum[safe]"]),
        ("csu-hr-n-basic", "csu", ["min_quality[hr-n]"]),
        ("charity-bi-n", "charity", ["shortlist[n]"]),
        ("joint-bi-e", "joint", ["veto[e, joint]"]),
    ]


def test_a_fallback_is_barred_by_nothing_but_its_quality() -> None:
    lots = [lot | ({"min_quality": "70.001"} if lot["id"] == "w:f" else {}) for lot in DOCUMENT["lots"]]
    assert barred(case_of(lots=lots)) == {"in-house:w:f": ["min_quality[w:f]"]}
    west = [buyer | {"shortlist": ["firm"]} for buyer in DOCUMENT["buyers"] if buyer["id"] == "w"]
    case = case_of(buyers=[buyer for buyer in DOCUMENT["buyers"] if buyer["id"] != "w"] + west)
    assert barred(case) == {}


@pytest.mark.parametrize(
    ("exclusion", "rules"),
    [
        ({"bid": "old-n"}, set()),
        ({"bid": "firm-n"}, {"exclusion[x]"}),
        ({"bidder": "unit"}, {"exclusion[x]"}),
        ({"bidder": "unit", "lots": {"services": ["f"]}}, set()),
        ({"bidder": "unit", "lots": {"services": ["g"], "buyers": ["s"]}}, {"exclusion[x]"}),
        ({"bidder": "firm", "lots": {"areas": ["Devon"]}}, set()),
    ],
)
def test_an_award_of_a_bid_that_is_left_out_is_caught(exclusion: dict[str, Any], rules: set[str]) -> None:
    case = case_of(exclusions=[{"id": "x", "reason": "No.", **exclusion}])
    assert broken(evaluation_of(case), case) == rules


@pytest.mark.parametrize(("bid", "rules"), [("firm-n", set()), ("old-n", {"pick[p]"}), ("in-house:w:f", set())])
def test_an_award_without_the_bid_picked_is_caught(bid: str, rules: set[str]) -> None:
    case = case_of(picks=[{"id": "p", "bid": bid, "reason": "Yes."}])
    assert broken(evaluation_of(case), case) == rules
    state = states_of(case)["pick[p]"]
    assert (bool(state.value), int(state.limit), state.sense, state.unit) == (not rules, 1, "exactly", "bids")


def test_picks_come_before_the_rules_of_the_board() -> None:
    rule = {"id": "r", "metric": "lots", "sense": "at_least", "limit": 1}
    assert list(states_of(case_of(picks=[PICKED], rules=[rule]))) == ["pick[p]", "rule[r]"]


def test_a_low_bid_is_held_against_the_bids_of_others() -> None:
    # n:f: Old's 70 beside Firm's 100 is 30 % lower. s:g: Old's 120 beside 150 is 20 % lower, which is enough.
    found = verify(ALL, evaluation_of(ALL)).abnormally_low
    assert [(row.lot, row.bid, str(row.price), str(row.mean), str(row.next), row.accepted) for row in found] == [
        ("n:f", "old-n", "70.00", "100.00", "100.00", False),
        ("s:g", "old-s", "120.00", "150.00", "150.00", False),
    ]


def low(marks: dict[str, Any], prices: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """The low bids for one lot, of which the bidder and the price are stated."""
    names = dict.fromkeys(name for name, _ in prices)
    case = small(
        services=[{"id": "f", "name": "F"}],
        bidders=[{"id": name, "name": name, "kind": "private", "viability_floor": 0} for name in names],
        bids=[
            {"id": f"{at}{name}", "bidder": name, "lots": ["b:f"], "price": price}
            for at, (name, price) in enumerate(prices)
        ],
        abnormally_low=marks,
    )
    found = weighed(case, [f"0{prices[0][0]}"]).abnormally_low
    return [(row.bid, str(row.mean), str(row.next)) for row in found]


@pytest.mark.parametrize(
    ("marks", "prices", "found"),
    [
        # The default: half the mean and a fifth below the next, of five bidders.
        ({}, [("a", "50"), ("b", "100"), ("c", "100"), ("d", "100"), ("e", "100")], [("0a", "100.00", "100.00")]),
        ({}, [("a", "50"), ("b", "100"), ("c", "100"), ("d", "100")], []),
        ({}, [("a", "50.01"), ("b", "100"), ("c", "100"), ("d", "100"), ("e", "100")], []),
        # Half the mean, and no fifth below the next.
        ({"min_bidders": 3}, [("a", "50"), ("b", "62.49"), ("c", "200")], []),
        ({"min_bidders": 3}, [("a", "50"), ("b", "62.50"), ("c", "200")], [("0a", "131.25", "62.50")]),
        ({"min_bidders": 3, "below_mean": None}, [("a", "50"), ("b", "63"), ("c", "64")], [("0a", "63.50", "63.00")]),
        (
            {"min_bidders": 3, "below_next": None},
            [("a", "50"), ("b", "50"), ("c", "150")],
            [("0a", "100.00", "50.00"), ("1b", "100.00", "50.00")],
        ),
        # Its own bids are no measure of a bidder's bid; both of a's are low.
        (
            {"min_bidders": 2},
            [("a", "10"), ("a", "20"), ("b", "40")],
            [("0a", "40.00", "40.00"), ("1a", "40.00", "40.00")],
        ),
        # The mean is compared unrounded: 0.5 x 100.01 / 2 = 25.0025.
        (
            {"min_bidders": 3, "below_next": None},
            [("a", "25"), ("b", "50"), ("c", "50.01")],
            [("0a", "50.01", "50.00")],
        ),
        ({"min_bidders": 3, "below_next": None}, [("a", "25.01"), ("b", "50"), ("c", "50.01")], []),
        # One bidder alone has nobody to be held against.
        ({"min_bidders": 0}, [("a", "0"), ("a", "9")], []),
    ],
)
def test_a_bid_is_low_beside_every_mark(
    marks: dict[str, Any], prices: list[tuple[str, str]], found: list[tuple[str, str, str]]
) -> None:
    assert low(marks, prices) == found


def test_what_is_decided_by_hand_is_told_with_its_reason() -> None:
    found = verify(ALL, evaluation_of(ALL)).by_hand
    assert [(row.name, row.sentence, row.reason) for row in found] == [
        ("pick[p]", 'Finance for North: bid "firm-n" by Firm is to win.', "They know the place."),
        ("exclusion[x]", "Bids of Old for lots of Growth in Kent are left out.", "In court."),
    ]


def test_what_is_told_rightly_is_valid() -> None:
    assert broken(told(ALL), ALL) == set()
    # In what order a case lists its bids and lots is the order in which they are told.
    assert len(told(ALL).disqualified) == len(told(ALL).abnormally_low) == len(told(ALL).by_hand) == 2


def test_an_older_award_tells_nothing_and_one_that_tells_of_none_is_wrong() -> None:
    assert broken(evaluation_of(ALL), ALL) == set()
    nothing = dict.fromkeys(("disqualified", "abnormally_low", "by_hand"), ())
    assert broken(told(ALL, **nothing), ALL) == set(nothing)


@pytest.mark.parametrize("name", ["disqualified", "abnormally_low", "by_hand"])
def test_what_is_told_twice_or_out_of_order_is_caught(name: str) -> None:
    right = getattr(told(ALL), name)
    for stated in (right[::-1], right[:1], (*right, right[0])):
        assert broken(told(ALL, **{name: stated}), ALL) == {name}


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        (("disqualified", 0, "bidder"), "unit", {"disqualified[0].bidder"}),
        (("disqualified", 0, "reasons"), [{"rule": "veto[n, old]", "sentence": "No."}], {"disqualified[0].reasons"}),
        (("disqualified", 0, "reasons", 0, "rule"), "veto[s, old]", {"disqualified[0].reasons"}),
        (("disqualified", 0, "reasons", 0, "sentence"), "Worded otherwise.", set()),
        (("disqualified", 0, "bid"), "firm-n", {"disqualified"}),
        (("abnormally_low", 0, "price"), "70.01", {"abnormally_low[0].price"}),
        (("abnormally_low", 0, "mean"), "99.99", {"abnormally_low[0].mean"}),
        (("abnormally_low", 0, "next"), "99.99", {"abnormally_low[0].next"}),
        (("abnormally_low", 0, "accepted"), True, {"abnormally_low[0].accepted"}),
        (("abnormally_low", 0, "bidder"), "unit", {"abnormally_low[0].bidder"}),
        (("abnormally_low", 0, "lot"), "s:g", {"abnormally_low"}),
        (("by_hand", 0, "reason"), "They are cheap.", {"by_hand[0].reason"}),
        (("by_hand", 0, "sentence"), "Worded otherwise.", set()),
        (("by_hand", 1, "name"), "exclusion[y]", {"by_hand"}),
    ],
)
def test_what_is_told_wrongly_is_caught(path: tuple[str | int, ...], value: Any, found: set[str]) -> None:
    assert broken(changed(told(ALL), *path, to=value), ALL) == found


def test_an_outcome_without_an_award_tells_of_no_bids() -> None:
    full = told(ALL).model_copy(update={"status": "unknown"})
    assert {"disqualified", "abnormally_low", "by_hand"} < broken(full, ALL)


def test_the_scenario_under_which_an_award_was_made_is_kept() -> None:
    good = told(ALL)
    named = good.model_copy(update={"provenance": good.provenance.model_copy(update={"scenario": "merged"})})
    assert broken(named, ALL) == set()
    assert changed(named, "name", to="Board").provenance.scenario == "merged"
