"""A service that goes away, and comes back."""

from playwright.sync_api import expect

from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER


def test_what_is_said_without_a_connection(visit: Visit) -> None:
    visit.go()
    expect(visit.button("Two boards")).to_be_visible(timeout=PATIENCE)
    visit.page.context.set_offline(True)
    visit.press("Two boards")
    expect(visit.page.get_by_text("No connection to the service.")).to_be_visible(timeout=PATIENCE)
    visit.page.context.set_offline(False)
    expect(visit.page.get_by_text("No connection to the service.")).to_have_count(0, timeout=PATIENCE)
    visit.press("Two boards")
    visit.is_at("What matters to the board")


def test_a_paper_that_fails_is_told_where_it_was_asked_for(visit: Visit) -> None:
    visit.go()
    visit.press("Two boards")
    visit.press("Find the best award")
    visit.is_at("The award")
    visit.follow("Take away the board paper")
    visit.is_at("Take away")
    body = '{"type": "about:blank", "title": "Content Too Large", "status": 413, "detail": "It took too long."}'
    visit.page.route(
        "**/paper.pdf*",
        lambda route: route.fulfill(status=413, body=body, content_type="application/problem+json"),
    )
    visit.press("Download the PDF")
    expect(visit.page.get_by_role("alert")).to_contain_text("It took too long.")
    visit.page.unroute("**/paper.pdf*")
    assert visit.download("Download the PDF").startswith(b"%PDF")
    expect(visit.page.get_by_role("alert")).to_have_count(0)
