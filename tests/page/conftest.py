from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser

from selector.client import Client
from tests.api.live import Server, serving
from tests.chromium import chromium
from tests.page.browsing import Visit

Visiting = Callable[..., Visit]


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service as it is installed, which asks nobody for a key."""
    with serving(tmp_path_factory.mktemp("site") / "log", "--workers", "1") as server:
        yield server


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def visiting(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Visits of a service, each in a profile of its own; nothing may go wrong in any."""
    visits: list[Visit] = []
    with ExitStack() as stack:

        def visit(url: str, width: int = 1280, **context: Any) -> Visit:
            made = browser.new_context(viewport={"width": width, "height": 900}, **context)
            stack.callback(made.close)
            visits.append(Visit(made.new_page(), url))
            return visits[-1]

        yield visit
        assert [wrong for each in visits for wrong in each.wrong] == []


@pytest.fixture
def visit(visiting: Callable[..., Visit], site: Server) -> Visit:
    """One visit of the service that asks nobody for a key."""
    return visiting(site.url)


@pytest.fixture
def client(site: Server) -> Iterator[Client]:
    """For what a test needs to be there before the visit."""
    with Client(site.url) as client:
        yield client
