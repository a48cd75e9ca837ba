"""Papers of runs: what the command line writes, with what was asked besides."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx2
import openpyxl
import pypdf
import pytest

from models import read_award, read_case
from selector.client import Client, RunTold, ServiceProblem
from selector.examples.bundled import BUNDLED
from selector.report import board_paper
from tests.api.cases import edited, market
from tests.service.resources.house import House

TWO_BOARDS = BUNDLED["two-boards"].build()


@pytest.fixture(scope="module")
def owner(service: House) -> Iterator[Client]:
    with service.client("papers") as client:
        yield client


@pytest.fixture(scope="module")
def wire(service: House, owner: Client) -> Iterator[httpx2.Client]:
    with service.wire("papers") as wire:
        yield wire


@pytest.fixture(scope="module")
def run(owner: Client) -> RunTold:
    return owner.wait(owner.start("evaluate", owner.add_example("two-boards").id).id)


def test_the_data_are_those_of_the_paper_that_the_engine_makes(owner: Client, run: RunTold) -> None:
    award = read_award(owner.result(run.id))
    assert json.loads(owner.paper(run.id, "json")) == board_paper(TWO_BOARDS, award).as_json()


def test_each_form_is_one(wire: httpx2.Client, owner: Client, run: RunTold) -> None:
    page = wire.get(f"/v1/runs/{run.id}/paper.html")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Disposition"] == 'inline; filename="board-paper.html"'
    # It may be opened where it is: nothing in it runs, and its own style is let through.
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "style-src 'unsafe-inline'" in policy
    assert TWO_BOARDS.name in page.text
    text = "".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(owner.paper(run.id, "pdf"))).pages)
    assert TWO_BOARDS.name in text
    book = openpyxl.load_workbook(io.BytesIO(owner.paper(run.id, "xlsx")))
    assert "Record" in book.sheetnames


def test_like_papers_have_the_same_tag_and_bytes(wire: httpx2.Client, run: RunTold) -> None:
    path = f"/v1/runs/{run.id}/paper.json"
    first, second, public = wire.get(path), wire.get(path), wire.get(path, params={"publish": True})
    assert first.headers["ETag"] == second.headers["ETag"] != public.headers["ETag"]
    assert first.content == second.content != public.content
    held = wire.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (held.status_code, held.content) == (304, b"")


def test_answers_have_their_sections(owner: Client, run: RunTold) -> None:
    plain = _sections(owner.paper(run.id, "json"))
    for kind, section in (
        ("ties", "Awards next to it"),
        ("resilience", "If a provider fails"),
        ("explain", "Why each loser lost"),
    ):
        asked = owner.wait(owner.start(kind, run.case, award=run.id).id)
        assert _sections(owner.paper(run.id, "json", answer=[asked.id])) - plain == {section}


def test_all_answers_of_one_run(owner: Client, run: RunTold) -> None:
    asked = owner.wait(owner.start("analyse", run.case, award=run.id).id)
    found = _sections(owner.paper(run.id, "json", answer=[asked.id]))
    assert {
        "Awards next to it",
        "If a provider fails",
        "Why each loser lost",
        "Does it hang on the price formula?",
    } <= found
    letters = zipfile.ZipFile(io.BytesIO(owner.letters_archive(asked.id)))
    told = json.loads(owner.result(asked.id))["letters"]
    assert [letters.read(name).decode() for name in letters.namelist()] == [each["text"] for each in told]
    assert letters.namelist()[0].startswith("001-")


def test_the_differences_from_an_earlier_run(owner: Client, run: RunTold) -> None:
    owner.add_scenario(run.case, "dearer", {"bids": {"moorland/northside/care": {"price": 900_000}}})
    dearer = owner.wait(owner.start("evaluate", run.case, scenario="dearer").id)
    assert "Differences from the last run" in _sections(owner.paper(dearer.id, "json", since=run.id))
    owner.delete_scenario(run.case, "dearer")
    with pytest.raises(ServiceProblem, match="no longer kept") as gone:
        owner.paper(dearer.id, "json")
    assert gone.value.status == 409


def test_what_may_be_published_holds_no_price(owner: Client, run: RunTold) -> None:
    public = owner.paper(run.id, "html", publish=True).decode()
    assert "For publication: holds no prices." in public
    for bid in TWO_BOARDS.bids:
        assert f"{bid.price:,.2f}" not in public


def test_a_case_without_an_award_has_a_paper_that_says_why(owner: Client) -> None:
    case = edited(buyers=[{"id": "north", "name": "North", "population": 1, "budget": {"2013-14": 1}}])
    run = owner.wait(owner.start("evaluate", owner.add_case(case).id).id)
    assert run.result_status == "infeasible"
    assert {"What cannot hold together", "What would mend it"} <= _sections(owner.paper(run.id, "json"))
    with pytest.raises(ServiceProblem, match="nothing to publish") as none:
        owner.paper(run.id, "pdf", publish=True)
    assert [fault.parameter for fault in none.value.faults] == ["publish"]
    with pytest.raises(ServiceProblem) as released:
        owner.release(run.id, "ocds-213czf-1")
    assert released.value.status == 422


def test_runs_that_are_none_for_it(owner: Client, run: RunTold) -> None:
    other = owner.wait(owner.start("ties", owner.add_case(edited(name="another")).id).id)
    market_run = owner.wait(owner.start("conflict", run.case).id)
    for name, why in ((other.id, "of another case"), (market_run.id, "no section"), ("0" * 32, "no such run")):
        with pytest.raises(ServiceProblem, match=why) as refused:
            owner.paper(run.id, "json", answer=[name])
        assert (refused.value.status, refused.value.faults[0].parameter) == (422, "answer")
    with pytest.raises(ServiceProblem, match="evaluate") as none:
        owner.paper(other.id, "json")
    assert none.value.status == 404


def test_an_answer_about_another_award_of_the_case(owner: Client) -> None:
    case = owner.add_case(market())
    best = owner.wait(owner.start("evaluate", case.id).id)
    cheapest = owner.wait(owner.start("evaluate", case.id, scenario="cheapest").id)
    ties = owner.wait(owner.start("ties", case.id, award=cheapest.id).id)
    with pytest.raises(ServiceProblem, match="another award") as refused:
        owner.paper(best.id, "json", answer=[ties.id])
    assert refused.value.status == 422
    assert "Awards next to it" in _sections(owner.paper(cheapest.id, "json", answer=[ties.id]))


def test_a_release_is_that_of_the_command_line(owner: Client, run: RunTold, tmp_path: Path) -> None:
    package = owner.release(run.id, "ocds-213czf-1")
    assert package == owner.release(run.id, "ocds-213czf-1")
    (release,) = package["releases"]
    assert release["ocid"] == "ocds-213czf-1"
    award = read_award(owner.result(run.id))
    assert {bid for each in release["awards"] for bid in each["relatedBids"]} == {row.bid for row in award.awards}
    dated = owner.release(run.id, "ocds-213czf-1", date="2014-03-31T17:00:00+01:00")
    assert dated["releases"][0]["date"] == "2014-03-31T16:00:00+00:00"


def test_letters_of_a_run_of_another_kind(owner: Client, run: RunTold) -> None:
    with pytest.raises(ServiceProblem, match="writes no letters") as refused:
        owner.letters_archive(run.id)
    assert refused.value.status == 404


def test_an_example_is_kept_as_it_is(owner: Client, run: RunTold) -> None:
    assert read_case(owner.case(run.case).canonical_json().encode()) == TWO_BOARDS


def _sections(paper: bytes) -> set[str]:
    return {"".join(section["title"]) for section in json.loads(paper)["sections"]}
