"""What else there is to know about an award: each question is asked once, answered, and found again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from selector.client import Client
from tests.api.live import Server
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER

QUESTIONS = {
    "trade-offs": ("Find these awards", "8 awards. It is proven that there are no others.", "pareto"),
    "near": ("Look for them", "Proven: no other award is within £551 of it.", "ties"),
    "weights": (
        "Move the weights",
        "With weights that are off by up to 1.3588 % the award stays the best",
        "stability",
    ),
    "scenarios": ("Compare them", "Below each figure stands its difference", "compare"),
    "failure": ("Examine every supplier", "The worst single failure is that of Example Analytics Ltd.", "resilience"),
    "rules": ("Work out what each rule costs", "Continuity: a bid must score at least 40 points.", "prices"),
    "why": ("Explain every bid", "It wins at £169,325.00 a year, £675.00 a year less.", "explain"),
}
"""By tab: what is pressed, what is answered, and the kind of run that does."""


@pytest.fixture(scope="module")
def run(site: Server) -> str:
    """The award of the two boards."""
    with Client(site.url) as client:
        return client.wait(client.start("evaluate", client.add_example("two-boards").id).id).id


@pytest.mark.parametrize("tab", sorted(QUESTIONS))
def test_a_question_is_asked_once(
    visiting: Callable[..., Visit], site: Server, client: Client, run: str, tab: str
) -> None:
    button, answer, kind = QUESTIONS[tab]
    visit = visiting(site.url, bypass_csp=True)
    visit.go(f"#/runs/{run}/explore/{tab}")
    visit.press(button)
    expect(visit.page.get_by_text(answer).first).to_be_visible(timeout=PATIENCE)
    visit.page.wait_for_load_state("networkidle")
    visit.axe()
    visit.fits()
    again = visiting(site.url, 360, bypass_csp=True, color_scheme="dark")
    again.go(f"#/runs/{run}/explore/{tab}")
    expect(again.page.get_by_text(answer).first).to_be_visible(timeout=PATIENCE)
    again.page.wait_for_load_state("networkidle")
    again.fits()
    again.axe()
    assert len([each for each in client.runs(case_id=client.run(run).case) if each.kind == kind]) == 1


def test_a_point_of_the_front_is_looked_at_by_mouse_and_by_keyboard(visit: Visit, run: str) -> None:
    visit.go(f"#/runs/{run}/explore/trade-offs")
    panel = visit.page.locator(".front-point")
    _ask(visit, "Find these awards", panel.get_by_role("heading", name="Award 1 of 8"))
    expect(panel.get_by_text("2 lots from Valley CSU to Example Care Charity")).to_be_visible()
    # What is looked at is drawn last, so the first mark is the second award.
    visit.page.locator(".front-chart .mark-symbol path").first.click(timeout=PATIENCE)
    expect(panel.get_by_role("heading", name="Award 2 of 8")).to_be_visible(timeout=PATIENCE)
    visit.page.get_by_role("button", name="Next").focus()
    visit.page.keyboard.press("Enter")
    expect(panel.get_by_role("heading", name="Award 3 of 8")).to_be_visible()
    visit.page.get_by_role("button", name="The best by the board's weighing").press("Enter")
    expect(panel.get_by_text("Nothing: this is the award.")).to_be_visible()


def test_what_changes_hands_is_what_the_engine_says(visit: Visit, client: Client, run: str) -> None:
    visit.go(f"#/runs/{run}/explore/failure")
    visit.page.get_by_role("button", name="Valley CSU").first.click()
    expect(visit.page.get_by_role("heading", name="If Valley CSU fails")).to_be_visible()
    expect(visit.page.get_by_text("2 lots from Valley CSU to Example Care Charity")).to_be_visible(timeout=PATIENCE)
    assert visit.page.url.endswith("?bidder=valley")


def test_any_lot_has_an_address(visit: Visit, run: str) -> None:
    visit.go(f"#/runs/{run}/explore/why?lot=southbank%2Fdata")
    expect(visit.page.get_by_role("heading", name="Business intelligence for Southbank CCG")).to_be_visible()
    barred = visit.page.locator(".losers li", has_text="Valley CSU")
    _ask(visit, "Explain every bid", barred.get_by_text("may not be accepted", exact=True))
    visit.page.get_by_label("Buyer").select_option("northside")
    expect(visit.page.get_by_role("heading", name="Business intelligence for Northside CCG")).to_be_visible()
    assert visit.page.url.endswith("?lot=northside%2Fdata")


def test_a_cell_tells_why(visit: Visit, run: str) -> None:
    visit.go(f"#/runs/{run}")
    cell = visit.page.get_by_role("gridcell", name="Valley CSU").first
    cell.focus()
    visit.page.keyboard.press("Enter")
    dialog = visit.page.get_by_role("dialog", name="Continuing health care assessment for Northside CCG")
    expect(dialog.get_by_text("takes over from Moorland CSU")).to_be_visible()
    _ask(visit, "Explain every bid", dialog.get_by_text("It wins at up to £190,675.00 a year"))
    visit.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(cell).to_be_focused()


def _ask(visit: Visit, button: str, answer: Locator) -> None:
    """Ask, unless a test before did: the page looks for an answer before it offers to ask."""
    expect(visit.button(button).or_(answer).first).to_be_visible(timeout=PATIENCE)
    if visit.button(button).count():
        visit.press(button)
    expect(answer).to_be_visible(timeout=PATIENCE)
