"""``docs/api.md`` is so: its examples are run, and it leaves nothing out."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from api.app import build
from api.settings import Settings
from tests.api.cases import smallest
from tests.api.live import Server

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "api.md").read_text(encoding="utf-8")
OPERATIONS = (DOCS / "operations.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
# A command may go on over several lines, each but the last ending in a backslash; what follows it is its output.
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
EXAMPLES = [example for block in BLOCKS for example in COMMAND.findall(block)]


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


def test_every_setting_is_on_the_page() -> None:
    for name in Settings.model_fields:
        assert f"`--{name.replace('_', '-')}`" in PAGE or f"`SELECTOR_{name.upper()}`" in PAGE + OPERATIONS, name
