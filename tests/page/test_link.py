"""The link to an award, where the browser has no clipboard: over plain HTTP from another machine."""

from playwright.sync_api import expect

from selector.client import Client
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER


def test_it_is_copied_without_a_clipboard(visit: Visit, client: Client) -> None:
    run = client.wait(client.start("evaluate", client.add_example("two-boards").id).id)
    visit.page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })")
    visit.go(f"#/runs/{run.id}/take-away")
    visit.press("Copy")
    expect(visit.page.get_by_role("button", name="Copied")).to_be_visible(timeout=PATIENCE)
