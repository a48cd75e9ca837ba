"""Moves of displaced staff: allowed, within what is displaced and wanted, and saving the most there is."""

from typing import Any

import pytest

from selector.verify import verify
from tests.verify.checking import broken, changed
from tests.verify.shire.case import CASE, MOVES, Moved, case_of, evaluation_of
from tests.verify.shire.document import DOCUMENT

CLERKS, DESK, YARD_X, YARD_Y = MOVES


@pytest.mark.parametrize(
    ("moves", "rule"),
    [
        # Room is left; one saves less than another who has no post; nobody is moved.
        ([("clerks", "post-x", "0.5"), DESK, YARD_X, YARD_Y], "moves"),
        ([CLERKS, DESK, YARD_X, ("yard", "post-y", "0.799999")], "moves"),
        ([("clerks", "post-x", "0.550001"), ("desk", "post-x", "0.499999"), YARD_X, YARD_Y], "moves"),
        ([("clerks", "post-x", "1.25"), ("clerks", "post-y", "0.8")], "moves"),
        ([], "moves"),
        # More of the yard than are displaced, and then more than there are posts.
        ([("clerks", "post-x", "0.54"), DESK, ("yard", "post-x", "0.21"), YARD_Y], "displaced[yard]"),
        ([("clerks", "post-x", "0.550001"), DESK, YARD_X, YARD_Y], "vacancy[post-x]"),
        # To a bidder that wins nothing; too far; to posts of another function.
        ([*MOVES, ("clerks", "post-old", "1")], "moves[4].bidder"),
        ([*MOVES, ("clerks", "post-z", "1")], "moves[4].vacancy"),
        ([*MOVES, ("clerks", "estates-y", "1")], "moves[4].vacancy"),
        ([("clerks", "post-x", "0.3"), DESK, YARD_X, YARD_Y, ("clerks", "post-x", "0.25")], "moves"),
        ([*MOVES, ("clerks", "post-y", "0")], "moves[4].wte"),
    ],
)
def test_an_award_with_honest_totals_and_wrong_moves_is_caught_by_them(moves: list[Moved], rule: str) -> None:
    (finding,) = verify(CASE, evaluation_of(moves)).findings
    assert finding.rule == rule


@pytest.mark.parametrize(
    "moves",
    [
        [CLERKS, DESK, ("yard", "post-x", "0.2"), ("yard", "post-y", "0.8")],
        # Who sits where is all the same.
        [
            ("clerks", "post-y", "0.55"),
            ("desk", "post-x", "0.5"),
            ("yard", "post-x", "0.75"),
            ("yard", "post-y", "0.25"),
        ],
    ],
)
def test_any_moves_that_save_the_most_will_do(moves: list[Moved]) -> None:
    assert broken(evaluation_of(moves), CASE) == set()


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        ((0, "group"), "no-such", "moves[0].group"),
        ((0, "vacancy"), "no-such", "moves[0].vacancy"),
        ((0, "bidder"), "old", "moves[0].bidder"),
        ((0, "wte"), 0.5500001, "moves[0].wte"),
        ((0, "wte"), -1, "moves[0].wte"),
        ((0, "wte"), "1E+999999999", "moves[0].wte"),
        ((0, "wte"), "1E-999999999", "moves[0].wte"),
    ],
)
def test_a_move_of_nobody_or_to_nowhere_is_caught(path: tuple[str | int, ...], value: Any, rule: str) -> None:
    assert rule in broken(changed(evaluation_of(), "moves", *path, to=value), CASE)


def test_who_has_no_place_or_one_without_a_position_moves_nowhere_where_distance_counts() -> None:
    far = {"moves[0].vacancy", "moves[1].vacancy", "moves[2].vacancy"}
    nowhere = [{key: value for key, value in row.items() if key != "place"} for row in DOCUMENT["vacancies"][:1]]
    buyers = [{key: value for key, value in row.items() if key != "lat"} for row in DOCUMENT["buyers"][:1]]
    for changes in (
        {"vacancies": [*nowhere, *DOCUMENT["vacancies"][1:]]},
        {"buyers": [*buyers, *DOCUMENT["buyers"][1:]]},
    ):
        case = case_of(**changes)
        assert broken(evaluation_of(case=case), case) == far
        free = case_of(**changes, redeploy_within_km=None)
        assert broken(evaluation_of(case=free), free) == {
            "moves"
        }  # all posts are near now, and there are three in Zham


def test_a_finding_says_who_could_move() -> None:
    messages = [
        verify(CASE, evaluation_of(moves)).findings[0].message
        for moves in (
            [("clerks", "post-x", "0.550001"), ("desk", "post-x", "0.499999"), YARD_X, YARD_Y],
            [("clerks", "post-x", "0.5"), DESK, YARD_X, YARD_Y],
            [("clerks", "post-x", "0.54"), DESK, ("yard", "post-x", "0.21"), YARD_Y],
            [*MOVES, ("clerks", "post-z", "1")],
        )
    ]
    assert messages == [
        'The moves do not save the most there is: more of "desk", who save £15,225.00 a WTE, could move to "post-x"'
        ' in place of "clerks", who save £4,567.50.',
        'The moves do not save the most there is: more of "clerks", who save £4,567.50 a WTE, could move to "post-x".',
        '1 WTE are displaced of group "yard", and 1.01 WTE are moved.',
        'Staff are moved from "clerks" to "post-z", which is not known to be within 30 km.',
    ]
