"""What the README shows, run."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from models import read_case

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


def test_each_answer_about_an_award_is_what_is_printed(tmp_path: Path) -> None:
    section = README.partition("## Why this award")[2].partition("\n## ")[0]
    samples = re.findall(r"```sh\n(.*?)```\n\n```text\n(.*?)```", section, flags=re.DOTALL)
    assert len(samples) == 7
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


def test_every_link_leads_somewhere() -> None:
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
