"""The commands: a server with workers of its own, and workers apart."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.api.cases import knot, smallest
from tests.api.live import needs_processes, parents, running
from tests.service.jobs.place import PATIENCE, Place, eventually

pytestmark = needs_processes
_LISTENING = re.compile(r"Listening on http://127\.0\.0\.1:(\d+) ")


class Served:
    """A server that was started by its command."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        self.process = process
        self._port = port

    def ask(self, method: str, path: str, body: bytes | None = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
        response = connection.getresponse()
        found = json.loads(response.read())
        connection.close()
        assert response.status < 300, found
        return found

    def run(self, content: bytes, **asked: Any) -> str:
        case = self.ask("POST", "/v1/cases", content)["id"]
        body = json.dumps({"kind": "evaluate", "case": case, **asked}).encode()
        run_id: str = self.ask("POST", "/v1/runs", body)["id"]
        return run_id

    def ended(self, run_id: str) -> str:
        eventually(lambda: self.ask("GET", f"/v1/runs/{run_id}")["status"] not in ("queued", "running"))
        status: str = self.ask("GET", f"/v1/runs/{run_id}")["status"]
        return status


@contextmanager
def command(log: Path, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    with (
        log.open("wb") as errors,
        subprocess.Popen([sys.executable, "-m", "selector", *arguments], stderr=errors) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def served(log: Path, data: Path, *arguments: str) -> Iterator[Served]:
    os.environ["SELECTOR_DATA"] = str(data)
    try:
        with command(log, "serve", "--port", "0", *arguments) as process:
            eventually(lambda: _LISTENING.search(log.read_text()) or process.poll() is not None)
            found = _LISTENING.search(log.read_text())
            assert found, log.read_text()
            server = Served(process, int(found[1]))
            eventually(lambda: _answers(server))
            yield server
    finally:
        del os.environ["SELECTOR_DATA"]


def _answers(server: Served) -> bool:
    try:
        server.ask("GET", "/livez")
    except ConnectionRefusedError:
        return False
    return True


def _family(pid: int) -> set[int]:
    """The processes below one."""
    known, found = parents(), {pid}
    while more := {each for each, parent in known.items() if parent in found} - found:
        found |= more
    return found - {pid}


def test_a_server_that_is_killed_and_started_again_has_lost_nothing(tmp_path: Path) -> None:
    with served(tmp_path / "first", tmp_path / "data", "--workers", "1") as server:
        done = server.run(smallest())
        assert server.ended(done) == "finished"
        goes, waits = server.run(knot(), time_limit=2), server.run(smallest())
        eventually(lambda: server.ask("GET", f"/v1/runs/{goes}")["status"] == "running")
        family = _family(server.process.pid)
        assert family
        server.process.kill()
    eventually(lambda: not any(map(running, family)), 10)
    with served(tmp_path / "second", tmp_path / "data", "--workers", "1") as server:
        assert server.ask("GET", f"/v1/runs/{done}/result")["status"] == "optimal"
        assert [server.ended(run) for run in (goes, waits)] == ["finished", "finished"]
        assert server.ask("GET", f"/v1/runs/{goes}/result")["status"] == "unknown"
        family = _family(server.process.pid)
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(PATIENCE) == 0
    assert not any(map(running, family))


def test_workers_apart_do_the_runs_of_a_server_that_has_none(tmp_path: Path) -> None:
    with served(tmp_path / "log", tmp_path / "data", "--workers", "0") as server:
        run = server.run(smallest())
        assert server.ask("GET", f"/v1/runs/{run}")["status"] == "queued"
        with command(tmp_path / "worker", "worker", "--data", str(tmp_path / "data"), "--workers", "2") as worker:
            assert server.ended(run) == "finished"
            family = _family(worker.pid)
            worker.terminate()
            assert worker.wait(PATIENCE) == 0
        assert "Working with 2 processes until Ctrl-C." in (tmp_path / "worker").read_text()
        assert not any(map(running, family))


def test_a_worker_of_another_machine_needs_the_database_alone(place: Place, tmp_path: Path) -> None:
    run = place.accept()
    with command(tmp_path / "log", "worker", "--database", place.url):
        assert place.ended(run).status == "finished"
