"""A run is watched as it goes, and cancelled."""

from playwright.sync_api import expect

from selector.client import Client
from tests.api.cases import knot
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER


def test_a_run_that_goes_on_is_cancelled(visit: Visit, client: Client) -> None:
    case = client.add_case(knot())
    visit.go(f"#/cases/{case.id}")
    visit.press("Find the best award")
    visit.is_at("Searching for the best award")
    expect(visit.page.get_by_text("You may close the page")).to_be_visible(timeout=PATIENCE)
    (run,) = client.runs(case_id=case.id)
    # Its address stays: whoever comes back to it sees it go on.
    visit.go(f"#/runs/{run.id}")
    visit.is_at("Searching for the best award")
    visit.press("Cancel")
    visit.is_at("This run was cancelled")
    assert client.run(run.id).status == "cancelled"
    expect(visit.button("Run it again")).to_be_visible()
