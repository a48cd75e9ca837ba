"""The rules that an award lists."""

from decimal import ROUND_DOWN, localcontext
from typing import Any

import pytest

from selector.verify import verify
from tests.verify.checking import broken, changed, with_rules
from tests.verify.small import claimed, small
from tests.verify.three_boards.case import CASE, GOOD, evaluation_of

LISTED = with_rules(evaluation_of(GOOD), CASE)


def test_the_rules_listed_survive_a_file() -> None:
    assert broken(LISTED, CASE) == set()


@pytest.mark.parametrize(
    ("path", "value", "rules"),
    [
        ((16, "value"), 71.333334, {"rules[16].value"}),
        ((16, "limit"), 64, {"rules[16].limit"}),
        ((16, "sense"), "at most", {"rules[16].limit"}),
        ((16, "satisfied"), False, {"rules[16].satisfied"}),
        ((16, "rule"), "min_mean_quality[s]", {"rules", "rules[16]"}),
    ],
)
def test_a_rule_stated_wrongly_is_caught(path: tuple[str | int, ...], value: Any, rules: set[str]) -> None:
    assert broken(changed(LISTED, "rules", *path, to=value), CASE) == rules


def test_a_rule_left_out_is_caught() -> None:
    assert broken(LISTED.model_copy(update={"rules": LISTED.rules[1:]}), CASE) == {"rules"}


@pytest.mark.parametrize("precision", [3, 28])
def test_the_callers_decimal_context_changes_nothing(precision: int) -> None:
    with localcontext(prec=precision, rounding=ROUND_DOWN):
        assert verify(CASE, LISTED).findings == ()


def test_two_rules_may_have_one_name() -> None:
    # Ids may hold commas. Of "j" one bid of its group is accepted, of "j, k" two of its own are.
    lots = ["b:f", "b:g", "b:h"]
    bidders = [{"id": name, "name": name, "kind": "private", "viability_floor": 0} for name in ("j", "j, k")]
    groups = [("j", "k, m"), ("j, k", "m"), ("j, k", "m")]
    case = small(
        services=[{"id": name, "name": name} for name in "fgh"],
        bidders=bidders,
        bids=[
            {"id": lot, "bidder": bidder, "lots": [lot], "price": 0, "exclusive_group": group}
            for lot, (bidder, group) in zip(lots, groups, strict=True)
        ],
    )
    listed = with_rules(claimed(case), case)
    assert [(rule.rule, int(rule.value)) for rule in listed.rules] == [
        ("exclusive[j, k, m]", 1),
        ("exclusive[j, k, m]", 2),
    ]
    assert {rule for rule in broken(listed, case) if "rules" in rule} == set()
    swapped = listed.model_copy(update={"rules": listed.rules[::-1]})
    assert {rule for rule in broken(swapped, case) if "rules" in rule} == {
        f"rules[{position}].{field}" for position in (0, 1) for field in ("value", "satisfied")
    }
    for kept in (listed.rules[:1], (*listed.rules, listed.rules[1])):
        assert "rules" in broken(listed.model_copy(update={"rules": kept}), case)
