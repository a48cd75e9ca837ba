"""The built-in scenarios, as what they change in a case."""

from pathlib import Path
from typing import Any

from models import Case, Lexicographic, MoneyValued
from selector.scenarios import BASELINES, own_rule, under
from tests.references.tender import offer, supplier, tender

BIDS = [offer(f"{name}/it", 100, "north:it") for name in ("csu", "firm", "both")]
BIDDERS = [
    supplier("csu", "nhs_csu"),
    supplier("firm"),
    supplier("both", "partnership", partners=[{"bidder": "csu", "share": 1}]),
]
RULES = [
    {"id": "late", "metric": "lots", "sense": "at_most", "limit": 1, "priority": 100},
    {"id": "soon", "metric": "lots", "sense": "at_most", "limit": 1, "priority": 7},
    {"id": "hard", "metric": "lots", "sense": "at_most", "limit": 1},
]


LEXICOGRAPHIC = {"mode": "lexicographic", "levels": [{"objective": "cost"}]}


def case(**more: Any) -> Case:
    return tender({"north": 100_000}, ["it"], BIDS, bidders=BIDDERS, **more)


def levels(name: str) -> list[str]:
    objective = under(case(objective={"disruption": "staff"}), name).objective
    assert isinstance(objective, Lexicographic)
    assert objective.disruption == "staff"
    return [level.objective for level in objective.levels]


def test_those_that_change_the_objective() -> None:
    assert levels("cheapest") == ["cost", "quality"]
    assert levels("best-quality") == ["quality", "cost"]
    weighed = under(case(objective={"quality_value": 9, "disruption": "staff"}), "no-redundancy").objective
    assert weighed == MoneyValued(liability_weight=1000, disruption="staff")
    assert all(own_rule(case(), name) is None for name in ("cheapest", "best-quality", "no-redundancy"))


def test_those_that_add_a_rule_come_before_the_boards_own_priorities() -> None:
    for name in ("all-nhs", "incumbents-stay", "partnerships-only", "in-house"):
        rules = {rule.id: rule for rule in under(case(rules=RULES, objective=LEXICOGRAPHIC), name).rules}
        assert {rule.id: rule.priority for rule in rules.values()} == {"late": 3, "soon": 2, "hard": None, name: 1}
        added = rules[name]
        assert added.sense == "at_most"
        assert added.limit == 0
        assert added.is_soft
        assert own_rule(case(rules=RULES), name) == name


def test_a_board_that_weighs_all_in_money_has_a_price_for_each_lot() -> None:
    bids = [*BIDS, offer("firm/both", "0.001", "north:it", "south:it", price_basis="head")]
    people = {"north": 100_000, "south": 200_000}
    horizon = {"start": "2013-04-01", "years": 3}
    both = tender(
        people, ["it"], [*bids, offer("csu/s", 100, "south:it")], bidders=BIDDERS, horizon=horizon, rules=RULES
    )
    rules = {rule.id: rule for rule in under(both, "in-house").rules}
    # Four bids of £100 for a lot and one of £300 for two: 700 / 6 a year and lot, twice that for three years, and £1.
    assert rules["in-house"].penalty == 701
    assert [rules[name].priority for name in ("late", "soon", "in-house")] == [100, 7, None]


def test_a_rule_of_the_case_keeps_its_name() -> None:
    found = under(case(rules=[{**RULES[2], "id": "all-nhs"}]), "all-nhs")
    assert [rule.id for rule in found.rules] == ["all-nhs", "all-nhs'"]
    assert own_rule(found.model_copy(update={"rules": found.rules[:1]}), "all-nhs") == "all-nhs'"


def test_whom_they_name() -> None:
    def named(name: str) -> set[str]:
        bidders = under(case(), name).rules[0].bidders
        return {*bidders.ids, *bidders.kinds}

    assert named("all-nhs") == {"firm", "both"}
    assert named("incumbents-stay") == set()
    assert named("partnerships-only") == {"nhs_csu", "private", "voluntary", "local_authority", "in_house"}
    assert named("in-house") == {"nhs_csu", "private", "voluntary", "local_authority", "partnership"}


def test_where_all_are_of_the_nhs_nothing_is_to_be_asked() -> None:
    nhs = tender({"north": 100_000}, ["it"], BIDS[:1], bidders=BIDDERS[:1])
    assert under(nhs, "all-nhs").rules == ()
    assert own_rule(nhs, "all-nhs") is None


def test_each_has_a_sentence() -> None:
    assert len(BASELINES) == 7
    assert all(sentence.endswith(".") for sentence in BASELINES.values())


def test_the_page_tells_of_each() -> None:
    page = (Path(__file__).parents[2] / "docs" / "scenarios.md").read_text(encoding="utf-8")
    assert [name for name in BASELINES if f"| `{name}` |" in page] == list(BASELINES)
