"""The service told to end: in good order the first time, at once the second."""

import http.client
import json
import signal
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from tests.api.cases import knot
from tests.api.live import JSON, Server, needs_processes, parents, running, serving
from tests.service.jobs.place import eventually

pytestmark = needs_processes


def ask(server: Server, method: str, path: str, body: bytes | None = None) -> Any:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(method, path, body, JSON if body else {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    assert answer.status < 300, content
    return json.loads(content) if content else None


def family(pid: int) -> set[int]:
    """The processes below one."""
    found: set[int] = set()
    new = {pid}
    while new:
        found |= new
        new = {each for each, parent in parents().items() if parent in new} - found
    return found - {pid}


def begun(server: Server) -> str:
    """A run that goes."""
    case = ask(server, "POST", "/v1/cases", knot())["id"]
    run: str = ask(server, "POST", "/v1/runs", json.dumps({"kind": "evaluate", "case": case}).encode())["id"]
    eventually(lambda: ask(server, "GET", f"/v1/runs/{run}")["progress"])
    return run


def test_runs_that_go_are_for_whoever_comes_next(tmp_path: Path) -> None:
    with serving(tmp_path / "log", "--workers", "1") as server:
        run = begun(server)
        below = family(server.process.pid)
        began = time.monotonic()
        assert server.ended(signal.SIGTERM) == 0
        assert time.monotonic() - began < 12
        eventually(lambda: not any(map(running, below)), 2)
    log = (tmp_path / "log").read_text()
    assert "Traceback" not in log
    assert '"level": "error"' not in log
    with serving(tmp_path / "log", "--workers", "1") as server:
        eventually(lambda: ask(server, "GET", f"/v1/runs/{run}")["started_at"])
        told = ask(server, "GET", f"/v1/runs/{run}")
        assert told["status"] == "running"
        ask(server, "DELETE", f"/v1/runs/{run}")
        eventually(lambda: ask(server, "GET", f"/v1/runs/{run}")["status"] == "cancelled")
        assert server.ended(signal.SIGINT) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.deep)])
def test_a_second_signal_ends_it_at_once(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path / "log", "--workers", "1") as server:
        begun(server)
        below = family(server.process.pid)
        # Half a request, for the end of which it waits.
        with socket.create_connection(("127.0.0.1", server.port)) as half:
            half.sendall(b"POST /v1/cases HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n")
            half.sendall(b"Content-Length: 100000\r\n\r\n{")
            time.sleep(0.2)
            server.process.send_signal(number)
            time.sleep(0.5)
            assert server.process.poll() is None
            began = time.monotonic()
            assert server.ended(number) == -number
            assert time.monotonic() - began < 1
        eventually(lambda: not any(map(running, below)), 7)
    assert "Traceback" not in (tmp_path / "log").read_text()
