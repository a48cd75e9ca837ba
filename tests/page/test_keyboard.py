"""The keyboard alone leads from the start to the paper."""

from playwright.sync_api import expect

from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER

MOST_STOPS = 80


def test_from_the_start_to_the_paper(visit: Visit) -> None:
    visit.go()
    expect(visit.button("Two boards")).to_be_visible(timeout=PATIENCE)
    _to(visit, "Two boards")
    visit.page.keyboard.press("Enter")
    visit.is_at("What matters to the board")
    _to(visit, "Find the best award")
    visit.page.keyboard.press("Enter")
    visit.is_at("The award")
    _to(visit, "Take away the board paper")
    visit.page.keyboard.press("Enter")
    visit.is_at("Take away")
    _to(visit, "Download the PDF")
    with visit.page.expect_download(timeout=PATIENCE) as found:
        visit.page.keyboard.press("Enter")
    assert found.value.path().read_bytes().startswith(b"%PDF")
    assert visit.clicks == 0


def test_the_first_stop_skips_to_the_content(visit: Visit) -> None:
    visit.go()
    visit.page.keyboard.press("Tab")
    assert _focused(visit) == "Skip to the content"
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "main"
    assert visit.page.evaluate("location.hash") in ("", "#/")


def test_a_dialog_keeps_the_focus_and_gives_it_back(visit: Visit) -> None:
    visit.go()
    visit.press("Two boards")
    visit.is_at("What matters to the board")
    _to(visit, "Add a rule")
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        # The browser's own buttons are beyond the page: there the focus is nowhere in it.
        assert visit.page.evaluate(
            "document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)"
        )
    visit.page.keyboard.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    assert _focused(visit) == "Add a rule"


def _to(visit: Visit, name: str) -> None:
    """Go on until what has the focus begins with a name; each stop shows that it has it."""
    for _ in range(MOST_STOPS):
        visit.page.keyboard.press("Tab")
        if _focused(visit).startswith(name):
            outline = visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
    raise AssertionError(f"{name} is not among the first {MOST_STOPS} stops")


def _focused(visit: Visit) -> str:
    found: str = visit.page.evaluate(
        "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"
    )
    return found
