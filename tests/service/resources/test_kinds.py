"""Every kind of question: as a run, about the award of a run, and at once."""

import json
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import pytest

from api.jobs.kinds import KINDS, command
from models import Analyses, Case, Conflict, Evaluation, Explanation, Letters, Options, read_case
from selector import (
    audit,
    break_even,
    choice,
    compare,
    evaluate,
    explain,
    letters,
    market,
    pareto,
    prices,
    prospectus,
    resilience,
    robust,
    stability,
    synthetic,
    ties,
    under,
    without,
)
from selector.client import Client, RunTold
from selector.client.questions import ANSWERS
from selector.files.workbook.writing import write_workbook
from tests.api.cases import edited, smallest
from tests.api.live import JSON
from tests.api.problems import problem

DUEL = edited(
    bidders=[
        {"id": "csu", "name": "Northern CSU", "kind": "nhs_csu"},
        {"id": "firm", "name": "A firm", "kind": "private"},
    ],
    bids=[
        {"id": "csu-1", "bidder": "csu", "lots": ["north:payroll"], "price": "120000.00"},
        {"id": "firm-1", "bidder": "firm", "lots": ["north:payroll"], "price": "125000.00"},
    ],
)
"""Somebody wins, and somebody loses."""
BOARDS = (Path(__file__).parents[3] / "examples" / "two-boards.json").read_bytes()
"""One that takes a moment."""
MORE_THAN_THERE_IS = {"buyers": [{"id": "north", "name": "North", "population": 200_000, "budget": {"2013-14": 1}}]}
_LIMIT = Options(time_limit=600)


def duel() -> Case:
    return read_case(read_case(DUEL).canonical_json())  # as the service keeps it


def here(kind: str, case: Case, award: Evaluation) -> Any:
    """The engine's own answer about an award."""
    known: dict[str, Any] = {"award": award, "isolated": False}
    one_by_one = known | {"workers": 1}
    match kind:
        case "compare":
            return compare(case, options=_LIMIT, workers=1, isolated=False)
        case "without":
            return without(case, options=_LIMIT, **known)
        case "break_even":
            return break_even(case, _LIMIT, **known)
        case "ties":
            return ties(case, _LIMIT, within=Decimal("0.0"), **known)
        case "choice":
            return choice(case, _LIMIT, **one_by_one)
        case "explain":
            return explain(case, _LIMIT, **one_by_one)
        case "prices":
            return prices(case, _LIMIT, **one_by_one)
        case "resilience":
            return resilience(case, _LIMIT, **one_by_one)
        case "audit":
            return audit(case, _LIMIT, **one_by_one)
        case "pareto":
            return pareto(case, _LIMIT, **one_by_one)
        case "stability":
            return stability(case, _LIMIT, **one_by_one)
        case "robust":
            return robust(case, _LIMIT, **one_by_one)
        case "market":
            return market(case, award=award)
    assert kind == "prospectus"
    return prospectus(case)


def timeless(node: Any) -> Any:
    """An answer without what differs from one time to the next."""
    if isinstance(node, dict):
        return {key: timeless(value) for key, value in node.items() if key not in ("seconds", "time_limit")}
    return [timeless(value) for value in node] if isinstance(node, list) else node


@pytest.fixture
def award(client: Client) -> RunTold:
    """A run that an award came of."""
    return client.wait(client.start("evaluate", client.add_case(DUEL).id).id)


def test_the_client_knows_every_kind() -> None:
    assert {name: kind.result for name, kind in KINDS.items()} == dict(ANSWERS)


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"evaluate", "conflict", "letters", "analyse"}))
def test_the_answer_is_the_engines(client: Client, award: RunTold, kind: str) -> None:
    known = client.answer(award)
    assert isinstance(known, Evaluation)
    asked: dict[str, Any] = {"award": award.id} if KINDS[kind].is_of_award else {}
    run = client.wait(client.start(kind, award.case, **asked).id)
    assert run.result_status == (None if kind in ("market", "prospectus") else "optimal")
    found, own = json.loads(client.result(run.id)), here(kind, duel(), known)
    assert timeless(found) == timeless(json.loads(own.to_json()))
    at_once = json.loads(client.ask(kind, DUEL))
    if kind == "market":
        known_before = json.loads(market(duel()).to_json())
        assert timeless(at_once) == timeless(known_before)
    elif kind != "compare":
        assert at_once.keys() == found.keys()


def test_letters_and_all_questions_at_once(client: Client, award: RunTold) -> None:
    ends = "2013-05-01"
    written = client.answer(client.wait(client.start("letters", award.case, award=award.id, standstill_ends=ends).id))
    asked = client.answer(client.wait(client.start("analyse", award.case, award=award.id, standstill_ends=ends).id))
    assert isinstance(written, Letters)
    assert isinstance(asked, Analyses)
    assert isinstance(client.answer(award), Evaluation)
    assert asked.award == client.answer(award)
    assert written.letters == asked.letters
    assert asked.letters == letters(
        duel(), asked.award, explanation=asked.explain, standstill_ends=date.fromisoformat(ends), bidders=()
    )
    assert all("1 May 2013" in letter.text for letter in asked.letters)
    (one,) = client.letters(DUEL, bidder=written.letters[0].bidder).letters
    assert one.bidder == written.letters[0].bidder


def test_why_there_is_no_award(client: Client) -> None:
    case = client.add_case(edited(**MORE_THAN_THERE_IS))
    run = client.wait(client.start("conflict", case.id).id)
    assert run.result_status == "infeasible"
    found = client.answer(run)
    assert isinstance(found, Conflict)
    assert [rule.rule for rule in found.rules] == ["budget[north, 2013-14]"]
    assert client.conflict(edited(**MORE_THAN_THERE_IS)) == found
    other = client.wait(client.start("conflict", client.add_case(smallest()).id).id)
    assert (other.result_status in ("optimal", "feasible"), client.answer(other)) == (True, None)
    assert client.conflict(smallest()) is None


def test_an_award_brings_its_scenario(client: Client) -> None:
    case = client.add_case(smallest())
    client.add_scenario(case.id, "dearer", {"bids": {"csu-1": {"price": 130000}}})
    award = client.wait(client.start("evaluate", case.id, scenario="dearer").id)
    found = client.answer(client.wait(client.start("explain", case.id, award=award.id, bidders=["csu"]).id))
    assert isinstance(found, Explanation)
    known = client.answer(award)
    assert isinstance(known, Evaluation)
    assert known.totals is not None
    assert found.best.totals == known.totals
    assert found.best.totals != evaluate(read_case(smallest())).totals
    built_in = client.wait(client.start("evaluate", case.id, scenario="cheapest").id)
    found = client.answer(client.wait(client.start("explain", case.id, award=built_in.id).id))
    assert isinstance(found, Explanation)
    assert found.provenance.case_sha256 == under(read_case(smallest()), "cheapest").sha256
    client.delete_scenario(case.id, "dearer")
    with pytest.raises(Exception, match="no longer there"):
        client.start("explain", case.id, award=award.id)
    client.add_scenario(case.id, "dearer", {"bids": {"csu-1": {"price": 140000}}})
    other = client.start("explain", case.id, award=award.id)
    with pytest.raises(Exception, match="none of the case"):
        client.wait(other.id)
    assert [error["pointer"] for error in (client.run(other.id).problem or {})["errors"]] == ["/award"]


def test_what_is_no_award_of_the_case(client: Client, wire: httpx2.Client, service: Any, award: RunTold) -> None:
    other = client.add_case(smallest())
    unknown = client.wait(client.start("market", award.case).id)
    with service.client("somebody else") as somebody:
        its_case = somebody.add_case(DUEL)
        its_award = somebody.wait(somebody.start("evaluate", its_case.id).id)
        assert its_case.id == award.case
    waits = {"kind": "ties", "case": award.case}
    details = {}
    for name, stated in {
        "nothing": waits | {"award": "0" * 32},
        "another's": waits | {"award": its_award.id},
        "of another kind": waits | {"award": unknown.id},
        "of another case": {"kind": "ties", "case": other.id, "award": award.id},
        "no id": waits | {"award": "the last one"},
    }.items():
        answer = wire.post("/v1/runs", json=stated)
        assert answer.status_code == 422, name
        (error,) = problem(422, answer.headers, answer.content, "/v1/runs")["errors"]
        assert error["pointer"] == "/award"
        details[name] = error["detail"]
    assert details["another's"] == details["nothing"] == "there is no such run"
    assert len(set(details.values())) == 3
    refused = wire.post("/v1/runs", json={"kind": "evaluate", "case": award.case, "award": award.id})
    assert refused.status_code == 422


@pytest.mark.parametrize(
    ("kind", "asked", "place"),
    [
        ("explain", {"bidders": ["csu", "nobody"]}, "/bidders/1"),
        ("letters", {"bidders": ["nobody"]}, "/bidders/0"),
        ("letters", {"standstill_ends": "soon"}, "/standstill_ends"),
        ("resilience", {"free": ["nobody"]}, "/free/0"),
        ("prices", {"rules": ["none"]}, "/rules/0"),
        ("audit", {"formulas": ["none"]}, "/formulas/0"),
        ("conflict", {"scenario": "none"}, "/scenario"),
        ("conflict", {"clashes": 0}, "/clashes"),
    ],
)
def test_names_are_held_against_the_case_first(
    client: Client, wire: httpx2.Client, kind: str, asked: dict[str, Any], place: str
) -> None:
    case = client.add_case(smallest())
    answer = wire.post("/v1/runs", json={"kind": kind, "case": case.id, **asked})
    assert answer.status_code == 422
    errors = problem(422, answer.headers, answer.content, "/v1/runs")["errors"]
    assert [error["pointer"] for error in errors] == [place]
    one = {"bidders": "bidder", "formulas": "formula", "rules": "rule"}
    query = {one.get(name, name): value for name, value in asked.items()}
    path = f"/v1/{command(kind)}"
    answer = wire.post(path, params=query, content=smallest(), headers=JSON)
    assert answer.status_code == 422
    errors = problem(422, answer.headers, answer.content, path)["errors"]
    assert {error["parameter"] for error in errors} == {next(iter(query))}


def test_a_workbook_is_asked_about_at_once(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "case.xlsx"
    write_workbook(path, duel())
    assert client.market(path).name == duel().name


def test_progress_of_many_searches_is_told(client: Client) -> None:
    # An audit of many searches, so that some are told between the looks at its progress; nobody waits for the rest.
    run = client.start("audit", client.add_case(synthetic(8, 16, 12, seed=0)).id)
    told = (event.run.progress for event in client.events(run.id))
    objectives = (progress.objective or "" for progress in told if progress is not None)
    assert any(re.search(r" \d+ of \d+$", objective) for objective in objectives)
    client.cancel(run.id)


def test_a_result_is_saved_under_a_name(client: Client, wire: httpx2.Client, award: RunTold) -> None:
    answer = wire.get(f"/v1/runs/{award.id}/result")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="award.json"'
    assert {name: link["url"] for name, link in answer.links.items()} == {
        "up": f"/v1/runs/{award.id}",
        "related": f"/v1/cases/{award.case}",
    }
    run = client.wait(client.start("break_even", award.case).id)
    answer = wire.get(f"/v1/runs/{run.id}/result")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="break-even.json"'


def test_the_result_of_a_run_holds_when_it_is_verified(client: Client, award: RunTold, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_bytes(client.case(award.case).canonical_json().encode())
    (tmp_path / "award.json").write_bytes(client.result(award.id))
    command = [sys.executable, "-m", "selector", "verify", "case.json", "award.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "every figure" in done.stdout.lower()
