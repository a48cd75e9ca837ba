"""Two organisations on one service: each signs in with its key, and sees nothing of the other."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from selector.client import Client
from tests.api.live import Server, serving
from tests.page.browsing import IN_A_BROWSER, PATIENCE, Visit

pytestmark = IN_A_BROWSER


def made(data: Path, tenant: str) -> str:
    """A key of a tenant, which is made too."""
    selector = [sys.executable, "-m", "selector"]
    place = ["--data", str(data)]
    subprocess.run([*selector, "tenants", "create", tenant, *place], check=True, capture_output=True)
    command = [*selector, "keys", "create", "page", "--tenant", tenant, *place]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, dict[str, str]]]:
    """A service with keys of two tenants."""
    folder = tmp_path_factory.mktemp("keyed")
    with serving(folder / "log", "--workers", "1") as server:
        yield server, {tenant: made(folder / "data", tenant) for tenant in ("north", "south")}


def signed_in(visit: Visit, key: str) -> None:
    visit.go()
    visit.is_at("Sign in")
    visit.page.get_by_label("Key").fill(key)
    visit.press("Sign in")
    visit.is_at("Choose suppliers")


def test_each_sees_its_own(visiting: Callable[..., Visit], keyed: tuple[Server, dict[str, str]]) -> None:
    server, keys = keyed
    with Client(server.url, keys["north"]) as north:
        run = north.wait(north.start("evaluate", north.add_example("two-boards").id).id)
    one, other = visiting(server.url), visiting(server.url)
    signed_in(one, keys["north"])
    expect(one.page.get_by_role("link", name="Two boards")).to_be_visible(timeout=PATIENCE)
    signed_in(other, keys["south"])
    expect(other.page.get_by_text("None yet.")).to_be_visible(timeout=PATIENCE)
    # What is linked to is shown to whom it belongs, and to nobody else.
    for address in (f"#/runs/{run.id}", f"#/runs/{run.id}/take-away", f"#/cases/{run.case}"):
        other.page.goto(f"{server.url}/{address}")
        expect(other.page.get_by_role("alert")).to_contain_text("There is no such", timeout=PATIENCE)
    one.page.goto(f"{server.url}/#/runs/{run.id}/take-away")
    one.is_at("Take away")
    assert one.download("Download the PDF").startswith(b"%PDF")
    # A plain link would go without the key.
    expect(one.page.get_by_role("link", name="Open it in a new tab")).to_have_count(0)


def test_the_key_is_in_no_address_and_is_forgotten(
    visiting: Callable[..., Visit], keyed: tuple[Server, dict[str, str]]
) -> None:
    server, keys = keyed
    visit = visiting(server.url)
    addresses: list[str] = []
    visit.page.on("request", lambda request: addresses.append(request.url))
    visit.go()
    visit.page.get_by_label("Key").fill("sel_nobody")
    visit.press("Sign in")
    expect(visit.page.get_by_role("alert")).to_contain_text("not valid", timeout=PATIENCE)
    visit.page.get_by_label("Key").fill(keys["north"])
    visit.press("Sign in")
    visit.is_at("Choose suppliers")
    assert not [each for each in addresses if keys["north"] in each]
    visit.press("Sign out")
    visit.is_at("Sign in")
    assert visit.page.evaluate("JSON.stringify([sessionStorage, localStorage])").count("sel_") == 0


def test_a_link_leads_on_once_signed_in(visiting: Callable[..., Visit], keyed: tuple[Server, dict[str, str]]) -> None:
    server, keys = keyed
    with Client(server.url, keys["north"]) as north:
        case = north.add_example("two-boards")
    visit = visiting(server.url)
    visit.go(f"#/cases/{case.id}")
    visit.is_at("Sign in")
    visit.page.get_by_label("Key").fill(keys["north"])
    visit.press("Sign in")
    visit.is_at("What matters to the board")


def test_nothing_of_one_is_left_to_the_next(
    visiting: Callable[..., Visit], keyed: tuple[Server, dict[str, str]]
) -> None:
    server, keys = keyed
    # The same case has the same address with both.
    for key in keys.values():
        with Client(server.url, key) as client:
            case = client.add_example("two-boards")
    visit = visiting(server.url)
    signed_in(visit, keys["north"])
    visit.page.goto(f"{server.url}/#/cases/{case.id}")
    visit.is_at("What matters to the board")
    visit.page.get_by_role("radio", name="Points for price and quality").check()
    expect(visit.page.get_by_text("with changes that are not kept yet")).to_be_visible(timeout=PATIENCE)
    visit.press("Sign out")
    visit.is_at("Sign in")
    visit.page.get_by_label("Key").fill(keys["south"])
    visit.press("Sign in")
    visit.is_at("Choose suppliers")
    visit.page.goto(f"{server.url}/#/cases/{case.id}")
    visit.is_at("What matters to the board")
    expect(visit.page.get_by_text("with changes that are not kept yet")).to_have_count(0)


def test_an_answer_on_its_way_is_not_kept_for_the_next(
    visiting: Callable[..., Visit], keyed: tuple[Server, dict[str, str]]
) -> None:
    server, keys = keyed
    with Client(server.url, keys["north"]) as north:
        case = north.add_example("csu-mergers")
    visit = visiting(server.url)
    signed_in(visit, keys["north"])
    left = """async ([id, next]) => {
      const { caseOf } = await import("/page/lib/store.js");
      const { key } = await import("/page/lib/key.js");
      const asked = caseOf(id);
      key.set(next);
      await asked;
      return caseOf(id).then(() => "told", (problem) => problem.status);
    }"""
    assert visit.page.evaluate(left, [case.id, keys["south"]]) == 404
