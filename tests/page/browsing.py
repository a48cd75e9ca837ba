"""What tests in a browser share: who may run them, and a visit that notes what must not happen."""

import re
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Download, Locator, Page, Request, Response, expect

from tests.chromium import CHROMIUM

PATIENCE = 60_000
"""Milliseconds: long enough for the slowest machine."""

IN_A_BROWSER = [
    pytest.mark.xdist_group("page"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@dataclass
class Visit:
    """Somebody before the page."""

    page: Page
    url: str
    wrong: list[str] = field(default_factory=list)
    """Errors of the page, requests to elsewhere, and answers that say the service failed."""
    clicks: int = 0

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def go(self, address: str = "#/") -> None:
        """Open an address of the page, as from a link, and wait for its heading."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.url}/{address}")
        expect(self.heading()).to_be_visible(timeout=PATIENCE)

    def heading(self) -> Locator:
        """The heading of the view."""
        return self.page.get_by_role("heading", level=1)

    def is_at(self, heading: str) -> None:
        """Wait for a view by its heading."""
        expect(self.heading()).to_have_text(re.compile(heading), timeout=PATIENCE)

    def button(self, name: str) -> Locator:
        """A button that can be seen, by its name."""
        return self.page.get_by_role("button", name=name).locator("visible=true").first

    def press(self, name: str) -> None:
        """Click a button."""
        self._click(self.button(name))

    def follow(self, name: str) -> None:
        """Click a link."""
        self._click(self.page.get_by_role("link", name=name, exact=True).locator("visible=true").first)

    def download(self, name: str) -> bytes:
        """What a button has the browser save."""
        with self.page.expect_download(timeout=PATIENCE) as found:
            self.press(name)
        saved: Download = found.value
        return saved.path().read_bytes()

    def axe(self) -> None:
        """Have axe look at what is shown: WCAG 2.2 A and AA, and good practice."""
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": tags}})
        assert found.violations_count == 0, found.generate_report()

    def fits(self) -> None:
        """The page itself never scrolls sideways: what is wide does so by itself."""
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.page.evaluate("innerWidth"), wide

    def _click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()

    def _console(self, message: ConsoleMessage) -> None:
        # What the service refuses is no error of the page; the browser notes it all the same.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.wrong.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "blob:", "data:", "about:")):
            self.wrong.append(f"request: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500 and response.status != 503:
            self.wrong.append(f"{response.status}: {response.url}")
