"""What the page works out by itself, held against the engine: scenarios out of changes, rules out of a form, figures as text."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models import Scenario, read_case
from selector.scenarios import under
from tests.page.browsing import IN_A_BROWSER, Visit

pytestmark = IN_A_BROWSER

DOCS = Path(__file__).parents[2] / "docs"
RULES: list[dict[str, Any]] = json.loads(
    re.findall(r"```json\n(\[.*?\])\n```", (DOCS / "rules.md").read_text(encoding="utf-8"), flags=re.DOTALL)[0]
)
"""One of each metric."""

PATCH = """async ([stated, draft]) => {
  const { asStated, patchOf } = await import("/page/views/set-up/draft.js");
  return patchOf(stated, { ...asStated(stated), ...draft });
}"""

ROUND = """async (rules) => {
  const { fitsForm, formOf, ruleOf } = await import("/page/views/set-up/grammar.js");
  return rules.map((rule) => (fitsForm(rule) ? ruleOf(formOf(rule)) : null));
}"""

TEXTS = """async () => {
  const { pounds, shortPounds, gap, duration, percent } = await import("/page/lib/format.js");
  return [
    pounds("1234567.89"), pounds("-1000.00"), pounds("9007199254740993.01"), pounds("0.5"), pounds(null),
    shortPounds("999949"), shortPounds("999950"), shortPounds("1698670000"), shortPounds("-12345678"), shortPounds("0"),
    gap(0), gap(0.00001), gap(0.0123), gap(null), duration(125), percent(0.125),
  ];
}"""

SHOWN = [
    "£1,234,567.89",
    "−£1,000",  # noqa: RUF001
    "£9,007,199,254,740,993.01",
    "£0.50",
    "–",  # noqa: RUF001
    "£999,949",
    "£1.000m",
    "£1.699bn",
    "−£12.35m",  # noqa: RUF001
    "£0",
    "none",
    "below 0.01 %",
    "1.23 %",
    "not known yet",
    "2 min 5 s",
    "12.5 %",
]

CHANGES: dict[str, dict[str, Any]] = {
    "a weight": {"objective": {"liability_weight": "2", "quality_value": "10000.00"}},
    "a weight left out": {"objective": {"quality_value": "5000"}},
    "another mode": {
        "objective": {"mode": "ratio", "price_weight": "60", "quality_weight": "40", "formula": "to_the_mean"}
    },
    "rules": {"rules": [{**RULES[0], "active": False}, {**RULES[4], "limit": "0.4", "penalty": "7"}, RULES[6]]},
    "no rules": {"rules": []},
    "by hand": {"exclusions": [{"id": "gone", "bidder": "charity", "reason": "It has withdrawn."}], "picks": []},
    "criteria": {
        "criteria": [
            {"id": "service", "name": "Quality of the service", "weight": "10"},
            {"id": "continuity", "name": "Continuity"},
        ]
    },
}


def canonical(case: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read_case(json.dumps(case)).canonical_json())
    return found


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_a_scenario_says_what_was_changed(visit: Visit, change: str) -> None:
    visit.go("#/glossary")
    stated = json.loads((DOCS.parent / "examples" / "two-boards.json").read_text(encoding="utf-8"))
    stated["rules"] = [RULES[0], RULES[4]]
    stated["picks"] = [{"id": "kept", "bid": "valley/southbank/data", "reason": "It runs on."}]
    stated = canonical(stated)
    draft = CHANGES[change]
    patch = visit.page.evaluate(PATCH, [stated, draft])
    scenario = Scenario.model_validate({"id": "changed", "name": "Changed", "patch": patch})
    case = read_case(json.dumps(stated)).model_copy(update={"scenarios": (scenario,)})
    changed = json.loads(under(case, "changed").canonical_json())
    changed.pop("scenarios", None)
    assert changed == canonical({**stated, **draft})


def test_a_form_keeps_all_that_a_rule_says(visit: Visit) -> None:
    visit.go("#/glossary")
    case = json.loads((DOCS.parent / "examples" / "two-boards.json").read_text(encoding="utf-8"))
    back = visit.page.evaluate(ROUND, RULES)
    assert canonical({**case, "rules": back})["rules"] == canonical({**case, "rules": RULES})["rules"]


def test_figures_as_text(visit: Visit) -> None:
    visit.go("#/glossary")
    assert visit.page.evaluate(TEXTS) == SHOWN


ROUTES = """async (hashes) => {
  const { route } = await import("/page/lib/router.js");
  const { pattern } = route("/runs/:id/explore/:tab?", "", null);
  return hashes.map((hash) => pattern.test(hash));
}"""


def test_an_address_leads_no_request_elsewhere(visit: Visit) -> None:
    visit.go()
    addresses = [
        "/runs/7f/explore",
        "/runs/7f/explore/why",
        "/runs/..%2Fcases/explore",
        "/runs/7%3Fx/explore",
        "/runs/%/explore",
    ]
    assert visit.page.evaluate(ROUTES, addresses) == [True, True, False, False, False]


def test_a_scenario_may_take_the_objective_away(visit: Visit) -> None:
    visit.go()
    taken = """async (stated) => (await import("/page/views/run/patched.js")).patched(stated, { objective: null })"""
    assert visit.page.evaluate(taken, {"name": "A case", "objective": {"mode": "ratio"}}) == {"name": "A case"}


def test_a_wrong_clock_of_the_machine_does_not_matter(visit: Visit) -> None:
    visit.page.clock.set_fixed_time("2001-01-01T12:00:00Z")
    visit.go()
    seconds = """async (began) => {
      const { get } = await import("/page/lib/api.js");
      const { elapsed } = await import("/page/views/run/live.js");
      await get("/v1/examples");
      return elapsed({ started_at: began, finished_at: null });
    }"""
    began = datetime.now(UTC) - timedelta(minutes=10)
    assert 590 < visit.page.evaluate(seconds, began.isoformat()) < 900


def test_a_gap_that_is_left_is_told_beside_the_alternatives(visit: Visit) -> None:
    visit.go()
    told = """async (awards) => {
      const { proofOf } = await import("/page/views/award/alternatives.js");
      return awards.map(proofOf);
    }"""
    proven = {"status": "optimal", "certificate": {"gap": 0.0, "gap_pounds": "0.00"}}
    within = {"status": "optimal", "certificate": {"gap": 0.00005, "gap_pounds": "120.00"}}
    none = {"status": "infeasible", "certificate": None}
    assert visit.page.evaluate(told, [proven, within, none]) == ["proven", "proven within the gap", "no award possible"]
