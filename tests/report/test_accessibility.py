"""The page is looked over by axe in a browser: WCAG 2.1 A and AA, and good practice, light, dark and narrow."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.chromium import CHROMIUM, chromium
from tests.report.papers import Name, rendered

pytestmark = [
    pytest.mark.xdist_group("paper"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("full", 1280, "light"),
        ("full", 360, "dark"),
        ("public", 360, "light"),
        ("hostile", 360, "light"),
        ("comparison", 1280, "dark"),
    ],
)
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, name: Name, width: int, scheme: Literal["light", "dark"]
) -> None:
    path = tmp_path / f"{name}.html"
    path.write_bytes(rendered(name, "html"))
    context = browser.new_context(
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # for axe itself, which is a script
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert asked == [path.as_uri()]
    # Tables scroll by themselves: the page never does sideways.
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
