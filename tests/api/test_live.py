"""The service as its users meet it: a server in a process of its own, real connections, real ends."""

import http.client
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.api.cases import knot, market, smallest
from tests.api.live import JSON, Server, eventually, needs_processes, running, serving
from tests.api.problems import problem

pytestmark = pytest.mark.xdist_group("the server")

TWO_BOARDS = Path(__file__).parents[2] / "examples" / "two-boards.json"


def without_seconds(award: bytes) -> bytes:
    text, count = re.subn(rb'"seconds": [0-9.]+', b'"seconds": 0', award)
    assert count == 1
    return text


def case_text(name: str) -> bytes:
    if name == "market":
        return market()
    if not TWO_BOARDS.exists():
        pytest.skip(f"there is no {TWO_BOARDS.name}")
    return TWO_BOARDS.read_bytes()


def assert_problem(status: int, answer: http.client.HTTPResponse) -> None:
    assert answer.status == status
    problem(status, dict(answer.headers), answer.read())


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("name", ["two-boards", pytest.param("market", marks=pytest.mark.deep)])
def test_the_award_is_the_command_lines(server: Server, tmp_path: Path, name: str) -> None:
    case = tmp_path / "case.json"
    case.write_bytes(case_text(name))
    curl = ["curl", "--silent", "--show-error", "--fail", "--header", "Content-Type: application/json"]
    curl += ["--data-binary", f"@{case}", f"{server.url}/v1/evaluate?time_limit=50"]
    fetched = subprocess.run(curl, capture_output=True, check=True).stdout
    command = [sys.executable, "-m", "selector", "evaluate", str(case), "--time-limit", "50"]
    printed = subprocess.run([*command, "--json", "--out", str(tmp_path)], capture_output=True, check=True).stdout
    assert json.loads(fetched)["status"] == "optimal"
    assert without_seconds(fetched) == without_seconds(printed)
    assert (tmp_path / "award.json").read_bytes() == printed


def test_a_body_in_chunks_is_cut_off(server: Server) -> None:
    connection = server.connect()
    connection.request("POST", "/v1/evaluate", (b" " * 2**16 for _ in range(20)), JSON, encode_chunked=True)
    answer = connection.getresponse()
    assert_problem(413, answer)
    connection.close()


def test_a_body_announced_too_long_is_not_waited_for(server: Server) -> None:
    connection = server.connect()
    connection.putrequest("POST", "/v1/evaluate")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", str(2**21))
    connection.endheaders()
    answer = connection.getresponse()
    assert_problem(413, answer)
    connection.close()


def test_a_body_shorter_than_announced_is_no_case(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(
            b"POST /v1/evaluate HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: cut-short\r\n"
            b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        )
    eventually(
        lambda: any('"cut-short"' in line and '"status": 400' in line for line in server.log.read_text().splitlines())
    )
    assert "Traceback" not in server.log.read_text()


@needs_processes
def test_a_solve_ends_with_its_client(server: Server) -> None:
    waiting = server.hold(2, knot())
    for number, each in zip((2, 1), waiting, strict=True):
        server.busy(number)
        each.close()
    server.busy(0)
    eventually(lambda: not server.is_full())


@needs_processes
def test_no_more_solves_than_are_allowed(server: Server) -> None:
    waiting = server.hold(2, knot())
    connection = server.ask("/v1/evaluate", smallest())
    answer = connection.getresponse()
    assert int(answer.headers["Retry-After"]) >= 1
    assert_problem(503, answer)
    health = server.connect()
    health.request("GET", "/livez")
    assert health.getresponse().status == 200
    for each in (*waiting, connection, health):
        each.close()
    eventually(lambda: not server.is_full())


@needs_processes
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_answers_with_what_it_has_and_ends(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path / "log", "--solves", "1", "--wait", "0.2", "--workers", "0") as server:
        (connection,) = server.hold(1, knot())
        solvers = server.solvers()
        status = server.ended(number)
        answer = connection.getresponse()
        evaluation = json.loads(answer.read())
        connection.close()
    assert status == 0
    assert not any(running(solver) for solver in solvers)
    assert answer.status == 200
    assert (evaluation["status"], evaluation["certificate"]["limit"]) == ("unknown", "stopped")
    assert "Traceback" not in server.log.read_text()
