"""Bids that the best award does not accept, and that nevertheless have a part in which award is the best."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from models import Case, Evaluation, Options, WithoutBid, read_case
from selector import Appraisal, evaluate, without
from selector.search import search
from tests.oracle.by_hand import Row, bid, bidder, buyer, care, case


def _case(bids: Sequence[Row], **more: Any) -> Case:
    bidders = [bidder(name) for name in "xyzw"]
    return read_case(json.dumps(case(**{"criteria": [care()], "bidders": bidders, "bids": list(bids)} | more)))


def _levels(*levels: tuple[str, int | None]) -> Row:
    told = [{"objective": name} | ({} if slack is None else {"tolerance": slack}) for name, slack in levels]
    return {"mode": "lexicographic", "levels": told}


_DEARER_AND_BETTER = [
    bid("a", "x", "N:it", 100, 0),
    bid("b", "y", "N:it", 200, 50),
    bid("c", "z", "N:it", 300, 100),
]


def _one_lot(*levels: tuple[str, int | None]) -> Case:
    """From £100 at 0 points to £300 at 100."""
    return _case(_DEARER_AND_BETTER, buyers=[buyer("N", 180_000)], objective=_levels(*levels))


def _without(read: Case, gone: str, options: Options | None = None, award: Evaluation | None = None) -> WithoutBid:
    (found,) = without(read, [gone], options, award=award, isolated=False).bids
    return found


def _spans(found: WithoutBid) -> list[tuple[object, object]]:
    """How much more each level is, at least and at most."""
    return [(each.at_least, each.at_most) for each in found.levels]


def _searches(monkeypatch: pytest.MonkeyPatch) -> list[Case]:
    """The cases that are searched from now on."""
    searched: list[Case] = []

    def note(read: Case, options: Options, **more: Any) -> Evaluation:
        searched.append(read)
        return search(read, options, **more)

    monkeypatch.setattr("selector.decide.without.answer.search", note)
    return searched


def test_a_tolerance_is_counted_from_a_bid_that_does_not_win() -> None:
    # a at £100 lets b in at £200; without it b at £200 lets c in at £300.
    found = _without(_one_lot(("cost", 100), ("quality", 0)), "a")
    assert not found.accepted
    assert _spans(found) == [(100, 100), (50, 50)]
    assert found.totals is not None
    assert (found.totals.cost, found.totals.quality) == (Decimal(100), Decimal(50))
    assert found.totals.proven
    assert [(each.from_bid, each.to_bid) for each in found.others] == [("b", "c")]
    assert found.sentence == (
        "The award that was found does not accept it. Without it the best award is £100.00 worse (cost)."
    )


def test_where_the_award_is_the_best_at_each_level_nothing_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    read = _one_lot(("cost", 50), ("quality", 0))
    award = evaluate(read, isolated=False)
    searched = _searches(monkeypatch)
    assert _without(read, "b", award=award).sentence == "The best award does not accept it."
    assert searched == []


@pytest.mark.parametrize(("slack", "searches"), [(0, 0), (None, 1)])
def test_qualities_that_are_told_alike_may_differ(
    slack: int | None, searches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = _one_lot(("quality", slack), ("cost", None))
    award = evaluate(read, isolated=False)
    searched = _searches(monkeypatch)
    found = _without(read, "a", award=award)
    assert len(searched) == searches
    assert _spans(found) == [(0, 0), (0, 0)]


def _all_as_good() -> Case:
    """Three bids at one price for N's lot: within 0.001 point of Q of the best of them, the id decides."""
    bids = [
        bid("a", "x", "N:it", 100, "50.004"),
        bid("b", "y", "N:it", 100, "50.003"),
        bid("e", "w", "N:it", 100, "50.002"),
        bid("c", "w", "S:it", 100, 50),
    ]
    return _case(bids)


def test_ties_are_settled_again() -> None:
    # Of Q N's lot is 0.6: with a, e is 0.0012 behind and too far; without it, 0.0006. Then e and c make one provider.
    read = _all_as_good()
    assert {row.bid for row in evaluate(read, isolated=False).awards} == {"b", "c"}
    found = _without(read, "a")
    assert not found.accepted
    assert _spans(found) == [(0, 0)]
    assert [(each.from_bid, each.to_bid) for each in found.others] == [("b", "e")]
    assert found.totals is not None
    assert (found.totals.quality, found.totals.proven) == (Decimal("-0.0006"), True)
    assert found.sentence == "The best award does not accept it."


def test_where_there_is_no_time_to_settle_ties_what_is_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    read = _all_as_good()
    award = evaluate(read, isolated=False)
    assert award.certificate.ties == "found"

    def ended(case: Case, options: Options, *, appraisal: Appraisal, **_: object) -> Evaluation:
        found = search(case, options, isolated=False, appraisal=appraisal)
        worse = {"limit": "time", "ties": "not_examined", "bound": Decimal(0), "levels": ()}
        return found.model_copy(update={"certificate": found.certificate.model_copy(update=worse)})

    monkeypatch.setattr("selector.decide.without.answer.search", ended)
    found = _without(read, "a", award=award)
    assert found.without.status == "optimal"
    assert _spans(found) == [(0, 0)]
    assert found.totals is not None
    assert not found.totals.proven
    assert (found.handovers, found.others) == ((), ())
