"""A case without an award: why there is none, what would mend it, and the award of the mended case."""

import json

import pytest
from playwright.sync_api import Route, expect

from models import read_case
from selector.client import Client
from tests.api.cases import edited
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER

SHORT_OF_MONEY = edited(
    name="Short of money",
    buyers=[{"id": "north", "name": "North", "population": 200000, "budget": {"2013-14": 100000}}],
)


def test_from_no_award_to_one(visit: Visit, client: Client) -> None:
    case = client.add_case(SHORT_OF_MONEY)
    before = {each.id for each in client.cases()}
    visit.go(f"#/cases/{case.id}")
    visit.press("Find the best award")
    visit.is_at("No award keeps every rule")
    expect(visit.page.get_by_text("North may spend at most £100,000.00 in 2013-14.")).to_be_visible()
    move = "Raise the budget of North for 2013-14 from £100,000.00 to £120,000.00 (by 20 %)."
    expect(visit.page.get_by_text(move)).to_be_visible()
    visit.press("Mend it so, and find the award")
    visit.is_at("The award")
    expect(visit.page.get_by_text("Proven the best")).to_be_visible(timeout=PATIENCE)
    (made,) = [each for each in client.cases() if each.id not in before]
    mended = client.case(made.id)
    stated = json.loads(read_case(SHORT_OF_MONEY).canonical_json())
    changed = json.loads(mended.canonical_json())
    assert changed["buyers"][0].pop("budget") == {"2013-14": "120000.00"}
    stated["buyers"][0].pop("budget")
    assert move in changed.pop("notes")
    assert {key: value for key, value in stated.items() if key != "notes"} == changed


@pytest.mark.parametrize("form", ["html"])
def test_the_paper_says_why_there_is_none(visit: Visit, client: Client, form: str) -> None:
    run = client.wait(client.start("evaluate", client.add_case(SHORT_OF_MONEY).id).id)
    visit.go(f"#/runs/{run.id}/take-away")
    assert b"What cannot hold together" in visit.download("Download the web page")
    expect(visit.page.get_by_role("heading", name="For publication")).to_have_count(0)


def test_who_has_left_is_not_led_away(visit: Visit, client: Client) -> None:
    run = client.wait(client.start("evaluate", client.add_case(SHORT_OF_MONEY).id).id)
    visit.go(f"#/runs/{run.id}")
    visit.is_at("No award keeps every rule")
    waiting: list[Route] = []
    visit.page.route(
        "**/v1/cases", lambda route: waiting.append(route) if route.request.method == "POST" else route.continue_()
    )
    with visit.page.expect_request(lambda request: request.method == "POST"):
        visit.press("Mend it so, and find the award")
    visit.page.goto(f"{visit.url}/#/glossary")
    visit.is_at("Glossary")
    before = len(list(client.runs()))
    for each in waiting:
        each.continue_()
    visit.page.wait_for_timeout(1500)
    assert len(list(client.runs())) == before
    visit.is_at("Glossary")
