"""Members that are known to clash before any search: by names, which two of them may share, or which nobody has."""

import json

import pytest

from models import Case, Conflict, Options, read_case
from selector.appraise import appraise
from selector.decide.conflict import Ask, conflict
from selector.decide.early import Names, early
from tests.oracle.by_hand import Row, bid, bidder, buyer, care, case, service

_OF_THE_SERVICE, _OF_THE_LOT = "/services/0/min_quality", "/lots/0/min_quality"


def _alike(*more: Row) -> Case:
    """The lot ``it`` of the service ``it`` asks for 50 points, which bid a has; the other lot's only bid misses 20."""
    document = case(
        lots=[
            {"id": "it", "buyer": "N", "service": "it", "min_quality": 50},
            {"id": "other", "buyer": "S", "service": "it"},
        ],
        services=[service(min_quality=20)],
        criteria=[care()],
        bidders=[bidder("x")],
        bids=[bid("a", "x", "it", score=60), bid("b", "x", "other", score=10), *more],
    )
    return read_case(json.dumps(document))


def _told(read: Case, *, isolated: bool, known: tuple[Names, ...] | None = None) -> Conflict:
    """What is told in no time."""
    known = early(read, appraise(read)) if known is None else known
    return conflict(Ask(read, Options(), seconds=0, known=known), isolated=isolated)


@pytest.mark.parametrize("isolated", [True, False])
def test_a_name_that_only_another_member_would_have(isolated: bool) -> None:
    told = _told(_alike(), isolated=isolated)
    assert [rule.pointer for rule in told.rules] == [_OF_THE_SERVICE]
    assert not told.minimal
    assert told.mendable is None


@pytest.mark.parametrize("isolated", [True, False])
def test_a_name_that_another_member_has(isolated: bool) -> None:
    told = _told(_alike(bid("c", "x", "it", score=40)), isolated=isolated)
    assert {rule.pointer for rule in told.rules} == {_OF_THE_SERVICE, _OF_THE_LOT}
    assert not told.minimal


@pytest.mark.parametrize("isolated", [True, False])
@pytest.mark.parametrize("names", [("floor[it]",), ("floor[it]", "budget[N, 2013-14]"), ()])
def test_a_name_that_no_member_has(names: Names, isolated: bool) -> None:
    buyers = [buyer("N", 180_000, budget={"2013-14": 1}), buyer("S", 120_000, budget={"2013-14": 1})]
    bids = [bid("a", "x", "N:it"), bid("b", "x", "S:it")]
    read = read_case(json.dumps(case(buyers=buyers, bidders=[bidder("x")], bids=bids)))
    told = _told(read, isolated=isolated, known=(names,))
    assert [rule.rule for rule in told.rules] == ["budget[N, 2013-14]", "budget[S, 2013-14]"]
    assert not told.minimal
