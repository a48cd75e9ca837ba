"""Prices of rules that are worked out by hand, and what becomes of the question where there is little to say."""

from typing import Any

import pytest

from models import AwardInvalid, Case, Options, UnknownName
from selector import evaluate
from selector.decide.prices import prices
from tests.references.tender import Row, offer, tender

BIDS = [offer("acme/a", 1_000, "a:it"), offer("firm/a", 1_500, "a:it"), offer("third/a", 2_000, "a:it")]


def _case(bids: list[Row] = BIDS, **changes: Any) -> Case:
    return tender({"a": 100_000}, ["it"], bids, **changes)


def _told(case: Case, **asked: Any) -> dict[str, Any]:
    found = prices(case, isolated=False, **asked)
    return {each.rule: (each.at_least, each.at_most) for each in found.rules}


def _known(*values: Any) -> tuple[Any, ...]:
    return values


def test_two_vetoes_that_cost_nothing_alone_and_much_together() -> None:
    case = tender(
        {"a": 100_000, "b": 100_000},
        ["it"],
        [
            offer("both/p", 1_000, "a:it", "b:it"),
            offer("firm/a", 900, "a:it"),
            offer("firm/b", 900, "b:it"),
        ],
        places={"a": {"vetoes": ["both"]}, "b": {"vetoes": ["both"]}},
    )
    found = prices(case, isolated=False)

    assert {each.rule: _known(each.at_most)[0] for each in found.rules} == {"veto[a, both]": 0, "veto[b, both]": 0}
    (pair,) = found.pairs
    assert _known(pair.at_least, pair.at_most, pair.beyond_at_least, pair.beyond_at_most) == (800, 800, 800, 800)
    assert "though either alone costs nothing" in pair.told


def test_two_vetoes_that_cost_together_at_a_later_objective() -> None:
    case = tender(
        {"a": 100_000, "b": 100_000},
        ["it"],
        [
            offer("both/p", 1_800, "a:it", "b:it", scores={"q": 90}),
            offer("firm/a", 900, "a:it", scores={"q": 50}),
            offer("firm/b", 900, "b:it", scores={"q": 50}),
        ],
        criteria=[{"id": "q", "name": "Q"}],
        places={"a": {"vetoes": ["both"]}, "b": {"vetoes": ["both"]}},
        objective={"mode": "lexicographic", "levels": [{"objective": "cost"}, {"objective": "quality"}]},
    )
    (pair,) = prices(case, isolated=False).pairs

    assert _known(pair.objective, pair.at_least, pair.beyond_at_least) == ("quality", 40, 40)
    assert "40 points, though either alone costs nothing" in pair.told


def test_two_rules_of_which_each_does_what_the_other_does() -> None:
    bids = [offer("acme/a", 1_000, "a:it"), offer("firm/a", 1_500, "a:it"), offer("third/a", 1_500, "a:it")]
    rules = [
        {"id": name, "metric": "lots", "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 0, "penalty": 300}
        for name in ("one", "two")
    ]
    found = prices(_case(bids, rules=rules), isolated=False)

    # With both the best is to keep them, at 500 more; with one alone to break it, at 300.
    assert {each.rule: _known(each.at_least, each.penalty) for each in found.rules} == {
        "rule[one]": (200, 0),
        "rule[two]": (200, 0),
    }
    (pair,) = found.pairs
    assert _known(pair.at_least, pair.beyond_at_least) == (500, 100)


def test_the_price_of_a_soft_rule_holds_its_penalty_told_apart() -> None:
    rule = {"id": "r", "metric": "lots", "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 0, "penalty": 200}
    (each,) = prices(_case(rules=[rule]), isolated=False).rules

    assert _known(each.soft, each.at_least, each.at_most, each.penalty) == (True, 200, 200, 200)
    assert "The best award breaks it, which counts for £200.00 of that." in each.told


def test_a_rule_of_a_priority_is_told_by_the_boards_objective() -> None:
    rule = {"id": "r", "metric": "lots", "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 0, "priority": 1}
    (each,) = prices(_case(rules=[rule]), isolated=False).rules

    assert _known(each.objective, each.at_least, each.at_most, each.penalty) == ("money_valued", 500, 500, None)


def test_objectives_one_after_another() -> None:
    scored = [offer("acme/a", 1_000, "a:it", scores={"q": 90}), offer("firm/a", 1_000, "a:it", scores={"q": 40})]
    case = _case(
        scored,
        criteria=[{"id": "q", "name": "Q"}],
        places={"a": {"vetoes": ["acme"]}},
        objective={"mode": "lexicographic", "levels": [{"objective": "cost"}, {"objective": "quality"}]},
    )
    (each,) = prices(case, isolated=False).rules

    assert _known(each.objective, each.at_least, each.at_most) == ("quality", 50, 50)
    assert [level.at_most for level in each.levels] == [0, -50]
    assert "It costs 50 points" in each.told


@pytest.mark.parametrize("levels", [["cost"], ["quality", "cost"], ["penalty", "cost"]])
def test_the_last_rule_with_a_penalty_takes_the_level_of_penalties_with_it(levels: list[str]) -> None:
    rule = {"id": "r", "metric": "lots", "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 0, "penalty": 200}
    objective = {"mode": "lexicographic", "levels": [{"objective": name} for name in levels]}
    (each,) = prices(_case(BIDS[:1], rules=[rule], objective=objective), isolated=False).rules

    assert _known(each.verdict, each.objective, each.at_least, each.at_most) == ("costs", "penalty", 200, 200)
    assert "It costs £200.00" in each.told


def test_two_penalties_of_the_level_that_goes_with_them_are_their_sum() -> None:
    rules = [
        {"id": name, "metric": "lots", "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 0, "penalty": penalty}
        for name, penalty in (("one", 200), ("two", 300))
    ]
    objective = {"mode": "lexicographic", "levels": [{"objective": "cost"}]}
    found = prices(_case(rules=rules, objective=objective), isolated=False)

    assert {each.rule: _known(each.at_least)[0] for each in found.rules} == {"rule[one]": 200, "rule[two]": 300}
    assert _known(found.paired, found.pairs) == (("rule[two]", "rule[one]"), ())


def test_a_pick_and_what_it_costs() -> None:
    picked = _case(picks=[{"id": "p", "bid": "third/a", "reason": "It is known here."}])

    assert _told(picked) == {"pick[p]": (1_000, 1_000)}


def test_without_any_award() -> None:
    found = prices(_case(places={"a": {"budget": {"2013-14": 10}}}), isolated=False)

    assert _known(found.best.status, found.rules, found.answered) == ("infeasible", (), True)


def test_a_rule_by_its_id_and_one_that_there_is_not() -> None:
    rule = {"id": "r", "metric": "lots", "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 0}
    case = _case(rules=[rule])

    assert _told(case, rules=["r"]) == _told(case, rules=["rule[r]"]) == {"rule[r]": (500, 500)}
    with pytest.raises(UnknownName, match="rule\\[r\\]"):
        prices(case, rules=["rule[s]"], isolated=False)


def test_an_award_of_another_case() -> None:
    with pytest.raises(AwardInvalid):
        prices(_case(), award=evaluate(_case([*BIDS, offer("cheap/a", 1, "a:it")]), isolated=False), isolated=False)


def test_a_limit_that_leaves_no_time() -> None:
    case = _case(places={"a": {"vetoes": ["acme"]}})
    award = evaluate(case, isolated=False)
    found = prices(case, Options(time_limit=1e-9), award=award, isolated=False)

    assert [_known(each.verdict, each.at_least) for each in found.rules] == [("open", 0)]
    assert found.rules[0].at_most is None
    assert not found.answered


def test_a_question_that_is_stopped() -> None:
    case = _case(places={"a": {"vetoes": ["acme"]}})
    award = evaluate(case, isolated=False)
    found = prices(case, award=award, stop=lambda: True, isolated=False)

    assert [each.verdict for each in found.rules] == ["open"]
    assert found.pairs_open == 0


def test_processes_of_their_own_say_the_same() -> None:
    case = _case(places={"a": {"vetoes": ["acme"]}})
    apart, here = prices(case, workers=2), prices(case, isolated=False)

    assert [each.model_dump(exclude={"without"}) for each in apart.rules] == [
        each.model_dump(exclude={"without"}) for each in here.rules
    ]
    assert apart.pairs == here.pairs


def test_a_hint_is_of_one_unit_of_the_limit_and_is_told_apart() -> None:
    dearer = {"a": 500, "b": 600, "c": 700}
    bids = [
        offer(f"{name}/{buyer}", 1_000 + (more if name == "firm" else 0), f"{buyer}:it")
        for buyer, more in dearer.items()
        for name in ("acme", "firm")
    ]
    case = tender(
        dict.fromkeys(dearer, 100_000),
        ["it"],
        bids,
        bidders=[{"id": "acme", "name": "Acme", "kind": "private", "viability_floor": 0, "capacity": {"it": "100000"}}],
    )
    (each,) = prices(case, isolated=False).rules

    assert _known(each.rule, each.at_least, each.at_most) == ("capacity[acme, it]", 1_100, 1_100)
    assert each.hint is not None
    assert (each.hint.unit, round(each.hint.amount * 100_000)) == ("people", 600)
    assert "600" not in each.told
