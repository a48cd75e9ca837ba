"""What docs/rules.md shows, run."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from models import Case, Metric, Rule
from selector import PRESETS, evaluate, read_case_file
from selector.presets import PARAMETERS
from selector.verify.sentences.rule import rule_sentence

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
STATED, STATE = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL))
RULES = [Rule.model_validate(row) for row in STATED]


@pytest.fixture
def case() -> Case:
    return read_case_file(ROOT / "examples" / "two-boards.json")


def test_each_metric_has_an_example() -> None:
    assert {rule.metric for rule in RULES} == set(get_args(Metric))


def test_the_examples_read_as_the_page_says(case: Case) -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", PAGE, flags=re.DOTALL)
    assert shown.splitlines() == [rule_sentence(case, rule) for rule in RULES]


def test_all_examples_together_are_rules_of_the_case(case: Case) -> None:
    assert case.model_copy(update={"rules": tuple(RULES)}).rules == tuple(RULES)


def test_where_the_award_stands(case: Case) -> None:
    (share,) = (rule for rule in RULES if rule.id == "share")
    evaluation = evaluate(case.model_copy(update={"rules": (share,)}), isolated=False)
    (row,) = (row for row in evaluation.rules if row.rule == STATE["rule"])
    assert json.loads(row.model_dump_json()) == STATE


@pytest.mark.parametrize("name", PRESETS)
def test_the_table_of_presets_has_each_with_what_it_takes(name: str) -> None:
    (row,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |"))
    options = {"services": "service", "buyers": "buyer", "bidders": "bidder", "tags": "tag"}
    takes = {options.get(field, field.replace("_", "-")) for field in PARAMETERS[name].model_fields}
    assert set(re.findall(r"--([a-z-]+)", row)) == takes - {"penalty", "priority"}
