"""An award of the size of England: 211 buyers by 20 services are drawn as far as they are in sight, and found."""

import json
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from models import Case
from selector.client import Client
from selector.examples import synthetic
from tests.api.live import Server
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit
from tests.report.papers import awarded

pytestmark = IN_A_BROWSER

BUYERS, SERVICES = 211, 20
MOST_ROWS = 80
"""Rows that are drawn at a time: those in sight, and some to scroll into."""


@cache
def _case() -> Case:
    return synthetic(buyers=BUYERS, services=SERVICES, bidders=14, seed=1)


@cache
def _award() -> dict[str, Any]:
    """An award to whoever comes next among those who bid: to be looked at, and no good."""
    offers: dict[str, list[Any]] = {lot.id: [] for lot in _case().tendered}
    for bid in _case().bids:
        for name in bid.lots:
            offers[name].append(bid)
    rows = []
    for at, lot in enumerate(_case().tendered):
        bid = offers[lot.id][at % len(offers[lot.id])]
        rows.append(
            {"lot": lot.id, "buyer": lot.buyer, "service": lot.service, "bid": bid.id, "bidder": bid.bidder}
            | {"cost": "100000.00", "quality": 60.0, "liability": "0.00"}
        )
    award: dict[str, Any] = json.loads(awarded().to_json())
    return award | {"awards": rows}


@pytest.fixture(scope="module")
def kept(site: Server) -> tuple[str, str]:
    """Ids of the case, and of a run of another one whose answers are changed on their way."""
    with Client(site.url) as client:
        case = client.add_case(_case().canonical_json().encode())
        run = client.wait(client.start("evaluate", client.add_example("two-boards").id).id)
    return case.id, run.id


@pytest.fixture
def national(visit: Visit, kept: tuple[str, str]) -> Visit:
    """A visit to its award."""
    case, run = kept

    def of_the_case(route: Route) -> None:
        found = route.fetch().json()
        route.fulfill(json=found | {"case": case})

    visit.page.route(f"**/v1/runs/{run}", of_the_case)
    visit.page.route(f"**/v1/runs/{run}/result", lambda route: route.fulfill(json=_award()))
    visit.go(f"#/runs/{run}")
    visit.is_at("The award")
    return visit


def test_the_matrix_draws_what_is_in_sight(national: Visit) -> None:
    matrix = national.page.get_by_role("grid", name="Who wins what")
    assert matrix.get_attribute("aria-rowcount") == str(BUYERS + 1)
    assert matrix.get_attribute("aria-colcount") == str(SERVICES + 2)
    assert 0 < matrix.locator("tbody tr").count() < MOST_ROWS
    names = [buyer.name for buyer in _case().buyers]
    last = matrix.get_by_role("rowheader", name=names[-1], exact=True)
    expect(last).to_have_count(0)
    matrix.get_by_role("rowheader", name=names[0], exact=True).focus()
    national.page.keyboard.press("Control+End")
    expect(last).to_be_visible()
    national.page.keyboard.press("Home")
    expect(last).to_be_focused()
    assert matrix.locator("tbody tr").count() < MOST_ROWS
    national.fits()


def test_a_buyer_is_found_and_opened(national: Visit) -> None:
    matrix = national.page.get_by_role("grid", name="Who wins what")
    wanted = _case().buyers[150].name
    national.page.get_by_placeholder("Search by name").fill(wanted)
    expect(matrix).to_have_attribute("aria-rowcount", "2")
    matrix.get_by_role("rowheader", name=wanted, exact=True).press("Enter")
    dialog = national.page.get_by_role("dialog", name=wanted)
    expect(dialog.get_by_role("row")).to_have_count(SERVICES + 1)
    national.page.keyboard.press("Escape")
    national.press("Clear")
    expect(matrix).to_have_attribute("aria-rowcount", str(BUYERS + 1))


def test_a_supplier_is_picked(national: Visit) -> None:
    picked = national.page.get_by_role("group", name="Suppliers that win something").get_by_role("button").first
    picked.click()
    expect(picked).to_have_attribute("aria-pressed", "true")
    dimmed = national.page.locator(".matrix td .dimmed").first
    expect(dimmed).to_be_attached(timeout=PATIENCE)
    national.press("More about")
    expect(national.page.get_by_role("dialog").get_by_text("Paid for its lots")).to_be_visible()


def test_the_map_has_a_dot_for_each_buyer(national: Visit) -> None:
    dots = national.page.get_by_role("img", name=f"Map of {BUYERS} buyers").locator("circle")
    expect(dots).to_have_count(BUYERS)
    region = national.page.locator("#places").get_by_label("Region")
    region.select_option(index=1)
    chosen = region.input_value()
    expect(national.page.locator("#places svg circle")).to_have_count(
        sum(buyer.region == chosen for buyer in _case().buyers)
    )
