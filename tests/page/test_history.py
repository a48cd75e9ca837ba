"""What was asked before: the list is that of the filter that was chosen last."""

from playwright.sync_api import Route, expect

from selector.client import Client
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER


def test_a_late_answer_to_an_earlier_filter_is_not_shown(visit: Visit, client: Client) -> None:
    client.wait(client.start("evaluate", client.add_example("two-boards").id).id)
    visit.go("#/history")
    held: list[Route] = []
    visit.page.route("**/v1/runs?*status=finished*", lambda route: held.append(route))
    status, rows = visit.page.get_by_label("Status"), visit.page.locator("tbody tr")
    with visit.page.expect_request("**/v1/runs?*status=finished*"):
        status.select_option("Finished")
    status.select_option("Failed")
    expect(visit.page.get_by_text("Nothing was asked yet.")).to_be_visible(timeout=PATIENCE)
    with visit.page.expect_response("**/v1/runs?*status=finished*"):
        held[0].continue_()
    visit.page.wait_for_timeout(500)
    expect(rows).to_have_count(0)
