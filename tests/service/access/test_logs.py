"""The log: lines of JSON, and no secrets in them."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from api.logs import write_json_lines
from tests.api.live import eventually
from tests.service.access.running import Running


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root, ours, engine = logging.getLogger(), logging.getLogger("api"), logging.getLogger("dbos")
    before = root.handlers[:], root.level, ours.level, engine.handlers, engine.propagate
    root.handlers = []
    stream = io.StringIO()
    write_json_lines(stream)
    yield stream
    root.handlers, root.level, ours.level, engine.handlers, engine.propagate = before


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_a_line_for_each_request(service: Running, log: io.StringIO) -> None:
    key = service.key()
    service.ask("/v1/cases?limit=7&secret=hush", key, X_Request_ID="mine")
    service.ask("/no/such/place")
    service.ask("/v1/cases")
    # The line is written once the answer is out, so the client may be quicker.
    eventually(lambda: log.getvalue().count("api.requests") == 3)
    found = [line for line in lines(log) if line["logger"] == "api.requests"]
    assert [(one["method"], one["status"], one["tenant"]) for one in found] == [
        ("GET", 422, "one"),
        ("GET", 404, None),
        ("GET", 401, None),
    ]
    assert found[0]["request_id"] == "mine"
    assert found[0]["path"] == "/v1/cases"
    assert 0 < found[0]["ms"] < 10_000
    assert {"event", "level", "timestamp"} <= set(found[0])
    assert key.split("_")[2] not in log.getvalue()
    assert "hush" not in log.getvalue()


def test_an_error_is_one_line_too(log: io.StringIO) -> None:
    try:
        int("two\nlines")
    except ValueError:
        logging.getLogger("api").exception("it failed, request %s", "mine")
    (line,) = lines(log)
    assert line["event"] == "it failed, request mine"
    assert line["level"] == "error"
    assert "Traceback" in line["exception"]
    assert "two\\nlines" in line["exception"]


def test_nothing_can_break_out_of_a_line(log: io.StringIO) -> None:
    logging.getLogger("api").info('{"event": "forged"}\n{"event": "forged"}')
    assert len(lines(log)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"key sel_{'a' * 12}_{'b' * 52}.", f"key sel_{'a' * 12}_…."),
        ("Bearer eyJhbGciOiJub25lIn0.e30.c2ln", "Bearer eyJhbGciOiJub25lIn0.…"),
        ("postgresql://ann:hush@host/name", "postgresql://ann:…@host/name"),
        ("http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1"),
        ("nothing to hide", "nothing to hide"),
    ],
)
def test_what_looks_like_a_secret_is_blotted_out(log: io.StringIO, text: str, told: str) -> None:
    logging.getLogger("dbos").warning("%s", text, extra={"also": text})
    (line,) = lines(log)
    assert (line["event"], line["also"]) == (told, told)


def test_others_are_heard_where_something_is_wrong(log: io.StringIO) -> None:
    logging.getLogger("uvicorn.error").info("started")
    logging.getLogger("uvicorn.error").warning("odd")
    assert [line["event"] for line in lines(log)] == ["odd"]
