"""Headers that every answer has; those of errors are checked with their shape."""

import re

import pytest
from starlette.testclient import TestClient

from api.http.headers import HEADERS


@pytest.mark.parametrize("path", ["/livez", "/openapi.json"])
def test_a_browser_makes_no_more_of_it(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_a_request_keeps_its_name(client: TestClient) -> None:
    assert (
        client.get("/livez", headers={"X-Request-ID": "Board-7.2013_04"}).headers["X-Request-ID"] == "Board-7.2013_04"
    )


@pytest.mark.parametrize("name", ["", "two words", "a" * 129, "é", 'a"b', "<script>"])
def test_a_name_that_could_do_harm_is_replaced(client: TestClient, name: str) -> None:
    given = client.get("/livez", headers={b"X-Request-ID": name.encode("latin-1")}).headers["X-Request-ID"]
    assert re.fullmatch("[0-9a-f]{32}", given)


def test_requests_without_a_name_get_one_each(client: TestClient) -> None:
    assert len({client.get("/livez").headers["X-Request-ID"] for _ in range(3)}) == 3


def test_the_log_has_the_request_on_one_line(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "api"):
        client.get("/no%0Awhere", headers={"X-Request-ID": "seven"})
    (record,) = [record for record in caplog.records if record.name == "api.requests"]
    told = vars(record)
    assert record.getMessage() == "request"
    assert [told[name] for name in ("method", "path", "status", "request_id")] == ["GET", "/no%0Awhere", 404, "seven"]
    assert told["ms"] >= 0
