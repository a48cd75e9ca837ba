"""The files of the board's page, as they are sent, and that they hang together. In a browser: tests/page."""

import hashlib
import posixpath
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.page.files import TYPES, page_files
from api.page.routes import POLICY
from tests.api.problems import problem

FILES = page_files()
OURS = sorted(path for path in FILES if not path.startswith("vendor/"))
"""Those that are not of somebody else."""
VENDORED = sorted(path for path in FILES if path.startswith("vendor/") and path != "vendor/README.md")
_LINE = re.compile(r"^\| `(?P<path>[^`]+)` \| `(?P<digest>[0-9a-f]{64})` \|$", re.MULTILINE)
_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](?P<path>[^"']+)["']""")


@pytest.mark.parametrize(
    "path", ["/", "/page/main.js", "/page/icon.svg", "/page/style/base.css", "/page/vendor/README.md"]
)
def test_a_file_is_sent_as_what_it_is(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content == FILES[path.removeprefix("/page/") if path != "/" else "index.html"].content
    assert answer.headers["content-type"] == TYPES["." + path.rpartition(".")[2] if path != "/" else ".html"]
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/page/main.js"])
def test_a_browser_that_holds_it_is_told_so(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"another"'}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/page/main.js"])
def test_the_policy_lets_it_do_nothing_else(client: TestClient, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert policy == POLICY
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:|\*", policy)


@pytest.mark.parametrize(
    "path",
    [
        "/page/",
        "/page/none.js",
        "/page/lib",
        "/page/../app.py",
        "/page/%2e%2e/routes.py",
        "/page//etc/passwd",
        "/index.html",
    ],
)
def test_nothing_else_is_sent(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    problem(404, answer.headers, answer.content, answer.json()["instance"].partition("#")[0])


def imports(path: str) -> Iterator[str]:
    for found in _IMPORT.finditer(FILES[path].content.decode()):
        yield found["path"]


# Vega's two are a file each, and import nothing.
@pytest.mark.parametrize(
    "path", sorted(path for path in FILES if path.endswith(".js") and not path.endswith(".min.js"))
)
def test_every_module_that_is_imported_is_there(path: str) -> None:
    for each in imports(path):
        assert each.startswith("."), f"{each} is no relative path, and a browser knows no packages"
        assert posixpath.normpath(posixpath.join(posixpath.dirname(path), each)) in FILES


def test_every_file_that_the_page_names_is_there() -> None:
    named = re.findall(r'(?:href|src)="page/([^"]+)"', FILES["index.html"].content.decode())
    assert named
    assert set(named) <= set(FILES)


@pytest.mark.parametrize("path", OURS)
def test_what_the_policy_would_refuse_is_not_written(path: str) -> None:
    text = FILES[path].content.decode()
    assert not re.search(r"<[^>]*\sstyle=|<style|<script>|\son[a-z]+=\"|innerHTML|\beval\(|new Function", text)


def test_the_libraries_are_those_that_are_listed() -> None:
    listed = {found["path"]: found["digest"] for found in _LINE.finditer(FILES["vendor/README.md"].content.decode())}
    assert listed == {
        path.removeprefix("vendor/"): hashlib.sha256(FILES[path].content).hexdigest() for path in VENDORED
    }
    folders = {path.split("/")[1] for path in VENDORED}
    assert all(f"vendor/{folder}/LICENSE" in FILES for folder in folders)
