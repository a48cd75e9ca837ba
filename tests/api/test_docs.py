"""The pages about the service are so: their examples are run, and they leave nothing out."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.app import build
from api.jobs.kinds import KINDS
from api.jobs.webhook import signature
from api.settings import Settings
from models import read_award
from selector.client import Client
from tests.api.cases import smallest
from tests.api.live import Server, serving

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "api.md").read_text(encoding="utf-8")
CLIENT = (DOCS / "client.md").read_text(encoding="utf-8")
OPERATIONS = (DOCS / "operations.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
# A command may go on over several lines, each but the last ending in a backslash; what follows it is its output.
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
EXAMPLES = [example for block in BLOCKS for example in COMMAND.findall(block)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that does runs too."""
    with serving(tmp_path_factory.mktemp("server") / "log", "--body-limit", "1", "--workers", "1") as server:
        yield server


@pytest.mark.xdist_group("the server")
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_examples_give_what_they_say(server: Server, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_bytes(smallest())
    assert len(EXAMPLES) >= 4
    for command, output in EXAMPLES:
        here = command.replace("http://127.0.0.1:8000", server.url)
        ran = subprocess.run(["sh", "-c", here], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert ran.stdout.rstrip() == output.rstrip(), command


def test_every_path_and_status_is_on_the_page() -> None:
    for path, methods in build(Settings()).openapi()["paths"].items():
        for method, operation in methods.items():
            assert f"`{method.upper()} {path}`" in PAGE + OPERATIONS
            for status in operation["responses"]:
                assert f"| {status} |" in PAGE


def test_the_settings_are_those_there_are() -> None:
    options = set(re.findall(r"^ *--([a-z-]+)", _help("serve"), re.MULTILINE))
    rows = []
    for name, field in Settings.model_fields.items():
        option = name.replace("_", "-")
        shown = f"`--{option}`" if option in options else ""
        default = "" if field.default is None else f"{field.default}"
        rows.append(f"| `SELECTOR_{name.upper()}` | {shown} | {default} | {field.description} |")
    table = OPERATIONS.partition("| setting | option | default | meaning |\n|---|---|---|---|\n")[2].partition("\n\n")[
        0
    ]
    assert table.splitlines() == rows


def _help(command: str) -> str:
    run = [sys.executable, "-m", "selector", command, "--help"]
    wide = os.environ | {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(run, capture_output=True, text=True, check=True, env=wide)
    return done.stdout.replace("│", " ")


@pytest.mark.xdist_group("the server")
def test_the_programs_for_the_client_run(server: Server, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_bytes(smallest())
    programs = re.findall(r"```python\n(.*?)```", CLIENT, re.DOTALL)
    assert len(programs) >= 4
    here = "\n".join(programs).replace("http://127.0.0.1:8000", server.url)
    run = [sys.executable, "-W", "error", "-c", here]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    for told in ("optimal", "finished", "['explain', 'evaluate'", "422 The case has"):
        assert told in done.stdout
    assert read_award((tmp_path / "award.json").read_bytes()).provenance.scenario == "dearer"


def test_what_the_client_can_do_is_on_its_page() -> None:
    for name in dir(Client):
        if not name.startswith("_") and name != "close":
            assert f"`{name}`" in CLIENT or f"`{name}(" in CLIENT, name


@pytest.mark.parametrize("secret", ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "a secret of any kind"])
def test_a_signature_is_checked_as_the_page_has_it(secret: str) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    found: dict[str, Any] = {}
    exec(program, found)
    at, body = int(time.time()), b'{"type": "run.finished"}'
    headers = {"webhook-id": "7", "webhook-timestamp": str(at), "webhook-signature": signature(secret, "7", at, body)}
    assert found["is_genuine"](secret, headers, body)
    assert not found["is_genuine"](secret, headers, body + b" ")
    assert not found["is_genuine"](secret[:-4] + "AAAA", headers, body)
    old = str(at - 1000)
    stale = {"webhook-timestamp": old, "webhook-signature": signature(secret, "7", int(old), body)}
    assert not found["is_genuine"](secret, headers | stale, body)


def test_every_kind_of_run_is_on_the_page() -> None:
    for name, kind in KINDS.items():
        (row,) = (line for line in PAGE.splitlines() if f"| `{name}` |" in line)
        stated = set(kind.asked.model_fields) - {"award", "time_limit", "gap"}
        assert set(re.findall(r"`([a-z_]+)`", row.split("|")[3])) == stated
