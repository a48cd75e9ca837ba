"""What the README shows, run."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from models import read_case
from selector.client import Client
from tests.api.live import eventually, serving
from tests.service.jobs.conftest import POSTGRES
from tests.service.jobs.place import drop_database, new_database

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def test_the_library_in_ten_lines() -> None:
    (program,) = _blocks("python")
    assert len([line for line in program.splitlines() if line]) <= 10
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.startswith("optimal ")


def test_the_case_by_example_is_a_case() -> None:
    (case,) = _blocks("json")
    assert read_case(case).name == json.loads(case)["name"]


def test_what_a_bid_is_worth_is_what_is_printed() -> None:
    (command,) = (block for block in _blocks("sh") if block.startswith("selector without"))
    (shown,) = (block for block in _blocks("text") if "Without it" in block)
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    printed = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    for part in shown.split("\n\n"):
        assert part.strip("\n") in printed


@pytest.mark.parametrize(("heading", "answers"), [("Why this award", 7), ("What else, and how sure", 3)])
def test_each_answer_about_an_award_is_what_is_printed(tmp_path: Path, heading: str, answers: int) -> None:
    section = README.partition(f"## {heading}")[2].partition("\n## ")[0]
    samples = re.findall(r"```sh\n(.*?)```\n\n```text\n(.*?)```", section, flags=re.DOTALL)
    assert len(samples) == answers
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for commands, shown in samples:
        for command in commands.splitlines():
            done = subprocess.run(
                [sys.executable, "-m", *shlex.split(command)],
                cwd=tmp_path,
                env={**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                timeout=120,
                check=True,
            )
        printed = "\n".join(line.rstrip() for line in done.stdout.splitlines())
        for part in shown.split("\n\n"):
            assert part.strip("\n") in printed, command


SERVICE = README.partition("## The service")[2].partition("\n## ")[0]
needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


@needs_curl
def test_one_curl_for_an_award(tmp_path: Path) -> None:
    (command,) = re.findall(r"```sh\n(curl .*?)```", SERVICE, flags=re.DOTALL)
    (shown,) = re.findall(r"```text\n(.*?)```", SERVICE, flags=re.DOTALL)
    with serving(tmp_path / "log", "--workers", "0") as server:
        assert _curled(command.replace("http://127.0.0.1:8000", server.url)).startswith(shown)


@needs_curl
@pytest.mark.skipif(not os.environ.get(POSTGRES), reason=f"{POSTGRES} names no PostgreSQL server")
def test_two_machines_in_six_lines(tmp_path: Path) -> None:
    (block,) = (
        block for block in re.findall(r"```sh\n(.*?)```", SERVICE, flags=re.DOTALL) if "SELECTOR_DATABASE" in block
    )
    install, export, *commands, asked = [line.partition("  #")[0].rstrip() for line in block.splitlines()]
    assert (install, len(block.splitlines())) == ("pip install 'supplier-selector[service]'", 6)
    name, _, _ = export.removeprefix("export ").partition("=")
    url = new_database(os.environ[POSTGRES])
    here = {**os.environ, name: url, "SELECTOR_PORT": "0", "PYTHONPATH": str(ROOT)}
    keys, serve, worker = ([sys.executable, "-m", *shlex.split(command)] for command in commands)
    try:
        made = subprocess.run(keys, cwd=tmp_path, env=here, capture_output=True, text=True, check=True)
        key = re.search(r"sel_\w+", made.stdout)
        assert key
        # Both machines are this one, and nobody else is to reach it.
        serve[serve.index("0.0.0.0")] = "127.0.0.1"
        with (
            (tmp_path / "log").open("wb") as log,
            subprocess.Popen(serve, cwd=tmp_path, env=here, stderr=log) as first,
            subprocess.Popen(worker, cwd=tmp_path, env=here, stderr=subprocess.DEVNULL) as second,
        ):
            try:
                at = _listening(tmp_path / "log", first)
                here["KEY"] = key[0]
                run = json.loads(_curled(asked.replace("http://first:8000", at), here))
                with Client(at, key[0]) as client:
                    assert client.wait(run["id"], timeout=100).result_status == "optimal"
            finally:
                first.terminate()
                second.terminate()
    finally:
        drop_database(os.environ[POSTGRES], url)


def _curled(command: str, environment: Mapping[str, str] | None = None) -> str:
    silent = command.replace("curl ", "curl --silent --show-error ", 1)
    done = subprocess.run(
        ["sh", "-c", silent], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout


def _listening(log: Path, server: subprocess.Popen[bytes]) -> str:
    """Where a server listens, once it does."""

    def found() -> re.Match[str] | None:
        return re.search(r"Listening on (http://[0-9.:]+) ", log.read_text())

    eventually(lambda: found() is not None or server.poll() is not None)
    told = found()
    assert told, log.read_text()
    return told[1]


def test_every_link_leads_somewhere() -> None:
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
