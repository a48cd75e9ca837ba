"""What a board reads: why its case has no award, and what to do, word for word."""

import json
from decimal import Decimal

import pytest

from models import Sense, read_case
from selector import evaluate
from selector.decide.lever import Lever
from selector.decide.member import Member
from selector.decide.words import move
from tests.decide.told import TOLD, Told
from tests.decide.told_by_board import TOLD as TOLD_BY_BOARD
from tests.decide.told_of_each import TOLD as TOLD_OF_EACH
from tests.decide.told_together import TOLD as TOLD_TOGETHER

_TOLD = TOLD | TOLD_OF_EACH | TOLD_TOGETHER | TOLD_BY_BOARD


@pytest.mark.parametrize("told", _TOLD.values(), ids=_TOLD)
def test_why_and_what_to_do(told: Told) -> None:
    conflict = evaluate(read_case(json.dumps(told.document)), isolated=False).conflict
    assert conflict is not None
    assert conflict.repair is not None
    assert conflict.minimal
    assert list(conflict.explanation) == told.why
    repairs = [[each.sentence for each in repair.moves] for repair in (conflict.repair, *conflict.alternatives)]
    assert sorted(repairs) == sorted(told.repairs)
    assert conflict.repair.distance == min(each.distance for each in (conflict.repair, *conflict.alternatives))


def _member(sense: Sense, limit: str, unit: str = "£") -> Member:
    return Member("m", ("m",), "the rule", "A rule.", frozenset(), (), Decimal(limit), sense, unit)


@pytest.mark.parametrize(
    ("sense", "before", "after", "sentence"),
    [
        ("at most", "100", "109.94", "Raise the rule from £100.00 to £109.94 (by 9.9 %)."),
        ("at most", "100", "110", "Raise the rule from £100.00 to £110.00 (by 10 %)."),
        ("at most", "1000", "1001", "Raise the rule from £1,000.00 to £1,001.00 (by 0.1 %)."),
        ("at most", "100000", "100001", "Raise the rule from £100,000.00 to £100,001.00 (by 0.001 %)."),
        (
            "at most",
            "1000000",
            "1000000.01",
            "Raise the rule from £1,000,000.00 to £1,000,000.01 (by less than 0.001 %).",
        ),
        ("at most", "0", "0.01", "Raise the rule from £0.00 to £0.01."),
        ("at least", "100", "99.5", "Lower the rule from £100.00 to £99.50 (by 0.5 %)."),
        ("at least", "100", "0.01", "Lower the rule from £100.00 to £0.01 (by 100 %)."),
        ("at least", "100", "0", "Give up the rule (£100.00)."),
    ],
)
def test_moves_of_limits(sense: Sense, before: str, after: str, sentence: str) -> None:
    assert move(_member(sense, before), Lever(0), None, Decimal(after)) == sentence
