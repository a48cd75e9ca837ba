"""What cases state, in words; faults marked in workbooks; and the examples."""

import io
import json
from pathlib import Path
from typing import Any

import httpx2
import openpyxl
import pytest

from models import Case, read_case
from models.faults import steps
from selector.client import Client, ServiceProblem
from selector.decide.case_statements import case_statements
from selector.examples.bundled import BUNDLED
from selector.files.workbook.writing import write_workbook
from tests.api.cases import edited

RULES: list[dict[str, Any]] = [
    {"id": "most", "metric": "lots", "each": True, "sense": "at_most", "limit": 3, "because": "Spread."},
    {"id": "soft", "metric": "moves", "sense": "at_most", "limit": 0, "priority": 1},
    {"id": "off", "metric": "moves", "sense": "at_most", "limit": 0, "active": False},
]
CASE = edited(
    rules=RULES,
    exclusions=[],
    picks=[{"id": "chair", "bid": "csu-1", "reason": "It is known to serve well."}],
    buyers=[{"id": "north", "name": "North", "population": 200000, "budget": {"2013-14": 500000}}],
)


def test_each_sentence_has_its_place(client: Client) -> None:
    told = client.statements(client.add_case(CASE).id)
    assert [(rule.id, rule.state, rule.pointer) for rule in told.rules] == [
        ("most", "hard", "/rules/0"),
        ("soft", "soft", "/rules/1"),
        ("off", "switched off", "/rules/2"),
    ]
    assert told.rules[0].sentence == "most: each bidder wins at most 3 lots."
    assert [(each.name, each.reason, each.pointer) for each in told.by_hand] == [
        ("pick[chair]", "It is known to serve well.", "/picks/0")
    ]
    document = json.loads(read_case(CASE).canonical_json())
    (budget,) = [each for each in told.limits if each.family == "budget"]
    assert budget.sentence == "North may spend at most £500,000.00 in 2013-14."
    place: Any = document
    for step in steps(budget.pointer):
        place = place[int(step) if isinstance(place, list) else step]
    assert place == "500000.00"
    assert not [each for each in told.limits if each.family in ("rule", "pick", "exclusion")]


def test_a_case_that_is_sent_is_not_kept(client: Client) -> None:
    told = client.statements(CASE)
    assert told == case_statements(read_case(CASE))
    assert list(client.cases()) == []


def test_scenarios_beside_the_case_are_told(client: Client, wire: httpx2.Client) -> None:
    case = client.add_case(CASE)
    path = f"/v1/cases/{case.id}/statements"
    before = wire.get(path)
    client.add_scenario(case.id, "dearer", {"bids": {"csu-1": {"price": 130000}}})
    after = wire.get(path)
    assert after.headers["ETag"] != before.headers["ETag"]
    sources = {each.id: each.source for each in client.statements(case.id).scenarios}
    assert sources["dearer"] == "beside"
    assert sources["cheapest"] == "built in"
    held = wire.get(path, headers={"If-None-Match": after.headers["ETag"]})
    assert held.status_code == 304


def test_faults_are_marked_in_the_workbook(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "case.xlsx"
    write_workbook(path, BUNDLED["two-boards"].build())
    book = openpyxl.load_workbook(path)
    sheet = book["Bids"]
    (price,) = [cell.column_letter for cell in sheet[1] if cell.value == "Price (£) *"]
    sheet[f"{price}2"] = -1
    book.save(path)
    with pytest.raises(ServiceProblem) as refused:
        client.add_case(path)
    (fault,) = refused.value.faults
    marked = openpyxl.load_workbook(io.BytesIO(client.annotate(path)))
    assert fault.sheet is not None
    assert fault.cell is not None
    comment = marked[fault.sheet][fault.cell].comment
    assert comment is not None
    assert fault.detail in comment.text


def test_a_workbook_that_is_none(wire: httpx2.Client) -> None:
    workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    answer = wire.post("/v1/annotate", content=b"no workbook", headers={"Content-Type": workbook})
    assert answer.status_code == 422
    assert wire.post("/v1/annotate", json={}).status_code == 415


def test_examples_are_listed_and_kept(client: Client, wire: httpx2.Client) -> None:
    told = {each.name: each for each in client.examples()}
    assert list(told) == list(BUNDLED)
    two = client.example("two-boards")
    assert (told["two-boards"].lots, told["two-boards"].bids) == (len(two.tendered), len(two.bids))
    kept = client.add_example("two-boards")
    assert kept.id == two.sha256
    assert wire.post("/v1/examples/two-boards").status_code == 200
    assert wire.get("/v1/examples/nobody").status_code == wire.post("/v1/examples/nobody").status_code == 404


@pytest.mark.parametrize("name", [name for name in BUNDLED if name != "england-2013"])
def test_what_is_told_of_an_example_is_so(name: str) -> None:
    _hold(BUNDLED[name].build(), name)


@pytest.mark.deep
def test_what_is_told_of_england_is_so() -> None:
    _hold(BUNDLED["england-2013"].build(), "england-2013")


def _hold(case: Case, name: str) -> None:
    told = BUNDLED[name]
    assert (len(case.buyers), len(case.tendered), len(case.bids)) == (told.buyers, told.lots, told.bids)


@pytest.mark.parametrize("name", ["csu-mergers", "two-boards"])
def test_the_files_of_examples_are_those_of_the_checkout(name: str) -> None:
    root = Path(__file__).parents[3]
    packaged = (root / "selector" / "examples" / "files" / f"{name}.json").read_bytes()
    assert packaged == (root / "examples" / f"{name}.json").read_bytes()
