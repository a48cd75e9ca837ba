"""Where a body ends, whoever says what about its length; spoken to the application itself, below any client."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.types import Message

from api.app import Service, build
from api.settings import Settings
from api.store.migrate import migrate
from tests.api.cases import smallest
from tests.api.problems import problem

LIMIT = 1000


@dataclass
class Exchange:
    """One request to the application, and what came back."""

    chunks: Iterator[Message]
    stays: bool = False
    """Whether the client waits for its answer."""
    received: int = 0
    sent: list[Message] = field(default_factory=list)

    async def receive(self) -> Message:
        for message in self.chunks:
            self.received += 1
            return message
        if self.stays:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    def run(self, app: Service, headers: dict[str, str]) -> tuple[int, Headers, bytes]:
        scope: dict[str, Any] = {
            "type": "http",
            "method": "POST",
            "path": "/v1/evaluate",
            "query_string": b"",
            "client": ("127.0.0.1", 40000),
            "headers": [
                (b"host", b"localhost"),
                *((name.lower().encode(), value.encode()) for name, value in headers.items()),
            ],
        }
        asyncio.run(app(scope, self.receive, self.send))
        start, *rest = self.sent
        return start["status"], Headers(raw=start["headers"]), b"".join(message["body"] for message in rest)


def chunks(*sizes: int) -> Iterator[Message]:
    last = len(sizes) - 1
    return iter(
        {"type": "http.request", "body": b" " * size, "more_body": number < last} for number, size in enumerate(sizes)
    )


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One whose processes start when they are needed, as few of these get that far."""
    service = build(Settings(body_limit=LIMIT, data=tmp_path_factory.mktemp("service")))
    migrate(service.parts.database)
    yield service
    service.parts.close()


@pytest.mark.parametrize(
    ("announced", "sizes", "read"),
    [
        pytest.param("1001", [500, 500, 1], 0, id="announced"),
        pytest.param(str(10**30), [1], 0, id="announced beyond belief"),
        pytest.param(None, [400, 400, 400, 400, 400], 3, id="in chunks"),
        pytest.param("5", [400, 400, 400, 400, 400], 3, id="more than announced"),
        pytest.param("-5", [2000, 2000], 1, id="a length that is none"),
        pytest.param("many", [2000, 2000], 1, id="a length in words"),
    ],
)
def test_what_is_too_long_is_read_no_further(app: Service, announced: str | None, sizes: list[int], read: int) -> None:
    exchange = Exchange(chunks(*sizes))
    headers = {"Content-Type": "application/json"}
    if announced is not None:
        headers["Content-Length"] = announced
    status, got, body = exchange.run(app, headers)
    assert status == 413
    assert "1,000 bytes" in problem(413, got, body)["detail"]
    assert exchange.received == read


def test_a_body_of_just_the_limit_is_read(app: Service) -> None:
    body = smallest().ljust(LIMIT)
    messages: list[Message] = [
        {"type": "http.request", "body": body[:600], "more_body": True},
        {"type": "http.request", "body": body[600:]},
    ]
    exchange = Exchange(iter(messages), stays=True)
    status, _, _ = exchange.run(app, {"Content-Type": "application/json", "Content-Length": str(LIMIT)})
    assert status == 200


def test_a_client_that_goes_away_while_it_sends(app: Service, caplog: pytest.LogCaptureFixture) -> None:
    exchange = Exchange(iter([{"type": "http.request", "body": b"{", "more_body": True}]))
    status, got, body = exchange.run(app, {"Content-Type": "application/json"})
    assert status == 400
    problem(400, got, body)
    assert not [record for record in caplog.records if record.exc_info]
