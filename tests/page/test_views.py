"""Each view, looked over by axe: light and dark, wide and narrow; and none scrolls sideways."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import expect

from selector.client import Client, RunTold
from tests.api.cases import edited
from tests.api.live import Server
from tests.page.browsing import IN_A_BROWSER, Visit

pytestmark = IN_A_BROWSER

VIEWS = {
    "start": ("#/", "Choose suppliers"),
    "sign-in": ("#/sign-in", "Sign in"),
    "set-up": ("#/cases/{case}", "What matters to the board"),
    "award": ("#/runs/{run}", "The award"),
    "explore": ("#/runs/{run}/explore", "What could be had instead"),
    "take-away": ("#/runs/{run}/take-away", "Take away"),
    "no-award": ("#/runs/{conflict}", "No award"),
    "history": ("#/history", "History"),
    "glossary": ("#/glossary", "Glossary"),
    "nowhere": ("#/nowhere", "Not found"),
}
SIZES: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (360, "dark")]


@pytest.fixture(scope="module")
def there(site: Server) -> dict[str, str]:
    """Ids of what there is to see."""
    with Client(site.url) as client:
        run = _run(client, client.add_example("two-boards").id)
        client.decide(run.id, by="A. Patel, chair", because="Meeting of 3 May 2013, item 7.")
        buyers = [{"id": "north", "name": "North", "population": 200000, "budget": {"2013-14": 100000}}]
        conflict = _run(client, client.add_case(edited(buyers=buyers)).id)
    return {"case": run.case, "run": run.id, "conflict": conflict.id}


def _run(client: Client, case: str) -> RunTold:
    return client.wait(client.start("evaluate", case).id)


@pytest.mark.parametrize(("width", "scheme"), SIZES)
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(
    visiting: Callable[..., Visit], site: Server, there: dict[str, str], view: str, width: int, scheme: str
) -> None:
    # For axe itself, which is a script.
    visit = visiting(site.url, width, color_scheme=scheme, bypass_csp=True)
    address, heading = VIEWS[view]
    visit.go(address.format(**there))
    visit.is_at(heading)
    visit.page.wait_for_load_state("networkidle")
    visit.fits()
    visit.axe()


def test_each_view_has_a_title_and_takes_the_focus(visit: Visit, there: dict[str, str]) -> None:
    visit.go("#/history")
    titles = [visit.page.title()]
    for view, (address, heading) in VIEWS.items():
        if view == "history":
            continue
        visit.page.evaluate("(hash) => { location.hash = hash; }", address.format(**there))
        visit.is_at(heading)
        expect(visit.page.locator("main:focus, main :focus")).to_have_count(1)
        titles.append(visit.page.title())
    assert len(set(titles)) == len(VIEWS)
    assert all(title.endswith("Supplier selector") for title in titles)


def test_the_widest_screen(visiting: Callable[..., Visit], site: Server, there: dict[str, str]) -> None:
    visit = visiting(site.url, 1920)
    for address, heading in VIEWS.values():
        visit.go(address.format(**there))
        visit.is_at(heading)
        visit.fits()


def test_a_policy_keeps_everything_else_out(visit: Visit) -> None:
    visit.go()
    header = visit.page.request.get(f"{visit.url}/").headers["content-security-policy"]
    stated = dict(each.strip().split(" ", 1) for each in header.split(";"))
    assert stated["default-src"] == "'none'"
    assert stated["script-src"] == "'self'"
    assert not [value for value in stated.values() if "unsafe" in value]


def test_printing_the_award_leaves_out_what_is_for_the_screen(visit: Visit, there: dict[str, str]) -> None:
    visit.go(f"#/runs/{there['run']}")
    visit.is_at("The award")
    visit.page.emulate_media(media="print")
    assert visit.page.get_by_role("navigation", name="Main").is_hidden()
    assert visit.heading().is_visible()
