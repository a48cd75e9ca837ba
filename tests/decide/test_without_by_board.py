"""What bids are worth where the board has rules, scores prices, or has decided something by hand."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from models import Case, Certificate, Evaluation, Options, WithoutBid, read_case
from selector import evaluate, without
from selector.decide.without.nearby import better
from selector.search import search
from tests.decide.test_difference import found as best_award
from tests.decide.test_difference import spread
from tests.oracle.by_hand import Row, bid, bidder, buyer, care, case

_BIDS = (bid("a", "x", "N:it", 100, 50), bid("b", "y", "N:it", 200, 80), bid("c", "z", "N:it", 300, 100))
_RATIO = {"mode": "ratio", "formula": "lowest_over_price", "price_weight": 60, "quality_weight": 40}


def _case(bids: Sequence[Row] = _BIDS, **more: Any) -> Case:
    """One lot: from £100 at 50 points to £300 at 100."""
    tables = {
        "buyers": [buyer("N", 180_000)],
        "bidders": [bidder(name) for name in "xyzw"],
        "criteria": [care()],
        "bids": list(bids),
    }
    return read_case(json.dumps(case(**tables | more)))


def _rule(**more: Any) -> Row:
    return {"id": "r", "metric": "mean_quality", "sense": "at_least", "limit": 80, **more}


def _without(read: Case, gone: str, award: Evaluation | None = None) -> WithoutBid:
    (found,) = without(read, [gone], award=award, isolated=False).bids
    return found


def _spans(found: WithoutBid) -> list[tuple[str, object, object]]:
    return [(each.objective, each.at_least, each.at_most) for each in found.levels]


def _searches(monkeypatch: pytest.MonkeyPatch) -> list[Case]:
    """The cases that are searched from now on."""
    searched: list[Case] = []

    def note(read: Case, options: Options, **more: Any) -> Evaluation:
        searched.append(read)
        return search(read, options, **more)

    monkeypatch.setattr("selector.decide.without.answer.search", note)
    return searched


def test_what_is_picked_need_not_be_accepted_once_it_is_gone() -> None:
    found = _without(_case(picks=[{"id": "p", "bid": "c", "reason": "as agreed"}]), "c")
    assert found.accepted
    assert _spans(found) == [("money_valued", -200, -200)]
    assert found.sentence == "Without it the best award is £200.00 better (money-valued)."


def test_a_bid_that_is_left_out_is_as_good_as_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    read = _case(exclusions=[{"id": "e", "bid": "a", "reason": "a conflict of interest"}])
    award = evaluate(read, isolated=False)
    searched = _searches(monkeypatch)
    found = _without(read, "a", award)
    assert not found.accepted
    assert _spans(found) == [("money_valued", 0, 0)]
    assert searched == []


def test_scenarios_that_name_the_bid_are_left_out() -> None:
    changes = {"bids": {"a": None}, "picks": {"p": {"id": "p", "bid": "b", "reason": "as agreed"}}}
    read = _case(scenarios=[{"id": "s", "name": "Without a", "patch": changes}])
    assert _spans(_without(read, "a")) == [("money_valued", 100, 100)]


def test_a_rule_that_comes_first_is_told_first() -> None:
    read = _case(rules=[_rule(limit=90, priority=1)])
    # c alone is of 90 points. Of b ten are missing, a ninth of what is asked.
    found = _without(read, "c")
    assert found.accepted
    ninth = Decimal("0.111111")
    assert _spans(found) == [("priority 1", ninth, ninth), ("money_valued", -100, -100)]
    assert found.sentence == "Without it the best award is 0.111111 worse (priority 1)."
    found = _without(_case(rules=[_rule(priority=1)]), "b")
    assert _spans(found) == [("priority 1", 0, 0), ("money_valued", 100, 100)]
    assert found.sentence == ("Without it the best award is as good (priority 1), and £100.00 worse (money-valued).")


def test_penalties_are_part_of_the_objective_and_of_no_cost() -> None:
    # Of a 30 points are missing: £100 + £300.
    found = _without(_case(_BIDS[:2], rules=[_rule(penalty=10)]), "b")
    assert _spans(found) == [("money_valued", 200, 200)]
    assert found.totals is not None
    assert (found.totals.cost, found.totals.penalty) == (Decimal(-100), Decimal(300))


def test_what_a_share_counts_for_may_be_measured_against_a_bid_that_cannot_win() -> None:
    # While the least price is £50, the £100 of a count for 2 x £75; without it for £75.
    bids = [*_BIDS[:2], bid("e", "w", "N:it", 50, 50)]
    rule = _rule(metric="share_of_spend", sense="at_most", limit=0, bidders={"ids": ["x"]}, penalty=75)
    read = _case(bids, rules=[rule], buyers=[buyer("N", 180_000, vetoes=["w"])])
    assert {row.bid for row in evaluate(read, isolated=False).awards} == {"b"}
    found = _without(read, "e")
    assert not found.accepted
    assert _spans(found) == [("money_valued", -25, -25)]
    assert [(each.from_bid, each.to_bid) for each in found.others] == [("b", "a")]


def test_scores_of_price_are_measured_against_the_bids_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    # With a: 0.6 x 100 + 0.4 x 50 = 80. Without it the lowest price is that of b: 0.6 x 100 + 0.4 x 80 = 92.
    read = _case(objective=_RATIO)
    award = evaluate(read, isolated=False)
    found = _without(read, "a", award)
    assert _spans(found)[0] == ("score", 12, 12)
    assert found.sentence == "Without it the best award is 12 points better (score)."
    searched = _searches(monkeypatch)
    assert _spans(_without(read, "b", award)) == [("score", 0, 0), ("charges", 0, 0)]
    assert len(searched) == 1


@pytest.mark.parametrize(("tolerance", "searches"), [(0, 0), ("0.001", 1)])
def test_scores_against_a_benchmark_are_their_own(
    tolerance: object, searches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    objective = _RATIO | {"formula": "to_a_benchmark", "tolerance": tolerance}
    lots = [{"id": "N:it", "buyer": "N", "service": "it", "benchmark": 400}]
    read = _case(objective=objective, lots=lots)
    award = evaluate(read, isolated=False)
    searched = _searches(monkeypatch)
    assert _spans(_without(read, "b", award)) == [("score", 0, 0), ("charges", 0, 0)]
    assert len(searched) == searches


def test_a_level_that_penalties_add_is_not_the_last_that_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    levels = [{"objective": "cost"}, {"objective": "quality"}]
    objective = {"mode": "lexicographic", "levels": levels}
    read = _case(objective=objective, rules=[_rule(penalty=10)])
    award = evaluate(read, isolated=False)
    searched = _searches(monkeypatch)
    found = _without(read, "c", award)
    assert [name for name, _, _ in _spans(found)] == ["cost", "quality", "penalty"]
    assert len(searched) == 1


def _ended(certificate: Certificate) -> Certificate:
    """The certificate of a search that was ended before it found anything."""
    nothing = {"objective": None, "bound": None, "gap": None, "gap_pounds": None, "levels": (), "limit": "time"}
    return certificate.model_copy(update=nothing)


def test_an_award_nearby_where_rules_come_first() -> None:
    read = _case(rules=[_rule(priority=1)])
    near = evaluate(read, isolated=False)
    nothing: dict[str, object] = {
        "status": "unknown",
        "totals": None,
        "awards": (),
        "certificate": _ended(near.certificate),
    }
    told = better(read, near.model_copy(update=nothing), near).certificate
    assert (told.objective, told.bound, told.gap, told.gap_pounds) == (Decimal(200), None, None, None)
    assert [(level.objective, level.value, level.bound) for level in told.levels] == [("priority 1", Decimal(0), None)]


def test_a_bound_of_the_objective_is_none_of_a_rule_that_comes_first() -> None:
    best = best_award(("priority 1", 1, 1), ("money_valued", 100, 100))
    rest = best_award(status="unknown", bound=500)
    assert spread(best, rest, can_only_worsen=False) == (None, None)
    assert spread(best_award(("money_valued", 100, 100)), rest, can_only_worsen=False) == (400, None)


def test_of_scores_more_is_better() -> None:
    best, rest = best_award(("score", 80, 90)), best_award(("score", 70, 75))
    assert spread(best, rest, can_only_worsen=True) == (-20, -5)
