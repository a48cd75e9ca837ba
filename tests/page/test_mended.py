"""The page puts scenarios and repairs into a case as the engine does."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from models import Case, Scenario, read_case
from models.draft import TABLES
from models.reference import SMALLEST
from selector.decide.patch import mended
from selector.evaluation import evaluate
from selector.scenarios import under
from tests.api.cases import edited, market
from tests.page.browsing import IN_A_BROWSER, Visit
from tests.report.papers import two_boards

pytestmark = IN_A_BROWSER

_MENDED = """async ([theCase, patch]) => {
    const { applied } = await import("/page/views/run/patch.js");
    return applied(theCase, patch);
}"""
_UNDER = """async ([theCase, scenario]) => {
    const { under } = await import("/page/views/run/under.js");
    return await under(theCase, scenario.id, async () => scenario);
}"""

NO_AWARD: Mapping[str, bytes] = {
    "a budget": edited(
        buyers=[{"id": "north", "name": "North", "population": 200000, "budget": {"2013-14": 100000}}],
    ),
    "a shortlist": edited(
        buyers=[{"id": "north", "name": "North", "population": 200000, "shortlist": []}],
    ),
    "a veto": edited(buyers=[{"id": "north", "name": "North", "population": 200000, "vetoes": ["csu"]}]),
    "two rules": edited(
        rules=[
            {"id": "none", "metric": "lots", "sense": "exactly", "limit": 0},
            {"id": "one/two", "metric": "winners", "sense": "at_least", "limit": 2},
        ],
    ),
    "a floor": edited(services=[{**service, "floor": 10**7} for service in SMALLEST["services"]]),
}


@pytest.mark.parametrize("which", sorted(NO_AWARD))
def test_a_repair(visit: Visit, which: str) -> None:
    case = read_case(NO_AWARD[which])
    conflict = evaluate(case, isolated=False).conflict
    assert conflict is not None
    assert conflict.repair is not None
    visit.go()
    for repair in (conflict.repair, *conflict.alternatives):
        found = visit.page.evaluate(_MENDED, [_sent(case), [each.model_dump(mode="json") for each in repair.patch]])
        assert _read(found) == mended(case, repair)


@pytest.mark.parametrize("path", ["/buyers/7/vetoes", "/name/first", "/buyers/9"])
def test_a_place_that_is_not_there(visit: Visit, path: str) -> None:
    visit.go()
    with pytest.raises(Exception, match="leads nowhere"):
        visit.page.evaluate(_MENDED, [_sent(two_boards()), [{"op": "add", "path": path, "value": "x"}]])


SCENARIOS: Mapping[str, dict[str, Any]] = {
    "nothing": {},
    "a field of a row": {"bids": {"valley/northside/care": {"price": 190001, "transition": 5}}},
    "a row goes": {"bids": {"charity/northside/care": None}},
    "a row comes": {"rules": {"cap": {"metric": "lots", "sense": "at_most", "limit": 3}}},
    "a table": {"criteria": [{"id": "service", "name": "S"}, {"id": "continuity", "name": "C"}]},
    "another objective": {"objective": {"mode": "lexicographic", "levels": [{"objective": "cost"}]}},
    "a weight": {"objective": {"quality_value": "5"}},
    "a field goes": {"objective": {"quality_value": None}, "notes": None},
    "a nested field goes": {"bidders": {"moorland": {"setup": {"data": None}}}},
}


@pytest.mark.parametrize("which", sorted(SCENARIOS))
def test_a_scenario(visit: Visit, which: str) -> None:
    _is_the_same(visit, two_boards(), SCENARIOS[which])


def test_a_scenario_of_lots_that_are_not_listed(visit: Visit) -> None:
    case = read_case(market())
    assert case.lots is None
    _is_the_same(visit, case, {"lots": {case.tendered[0].id: {"incumbent": "csu"}}, "notes": "With an incumbent."})


def test_merged_bidders_are_left_to_the_board(visit: Visit) -> None:
    visit.go()
    merging = {"id": "one", "name": "One", "mergers": [{"bidders": ["moorland", "valley"]}]}
    with pytest.raises(Exception, match="Bidders merge"):
        visit.page.evaluate(_UNDER, [_sent(two_boards()), merging])


def test_what_is_built_in_is_asked_for_again(visit: Visit) -> None:
    visit.go()
    found = visit.page.evaluate(_UNDER, [_sent(two_boards()), {"id": "all-nhs"}])
    assert found == {"document": _sent(two_boards()), "scenario": "all-nhs"}


def test_it_knows_the_tables_of_a_case(visit: Visit) -> None:
    visit.go()
    found = visit.page.evaluate("""async () => (await import("/page/views/run/patched.js")).TABLES""")
    assert sorted(found) == sorted({*TABLES} - {"scenarios"})


def _is_the_same(visit: Visit, case: Case, patch: dict[str, Any]) -> None:
    scenario = Scenario(id="other", name="Another way", patch=patch)
    visit.go()
    found = visit.page.evaluate(_UNDER, [_sent(case), scenario.model_dump(mode="json")])
    assert found["scenario"] == "as-stated"
    wanted = under(case, scenario)
    assert _read(found["document"]) == wanted.model_copy(update={"name": f"{wanted.name}: Another way"})


def _sent(case: Case) -> Any:
    return json.loads(case.canonical_json())


def _read(document: Any) -> Case:
    return read_case(json.dumps(document).encode())
