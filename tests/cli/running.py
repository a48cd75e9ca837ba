"""Running the command line: as a process of its own, or here where only its words and its exit code count."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from selector.cli import main


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


def run_process(*arguments: str | Path, **environment: str) -> Ran:
    """Run ``python -m selector`` with these arguments, and these variables besides its environment."""
    done = subprocess.run(
        [sys.executable, "-m", "selector", *map(str, arguments)],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def run_here(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> Ran:
    """Run the command line in this process."""
    monkeypatch.setattr(sys, "argv", ["selector", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    captured = capfd.readouterr()
    code = ended.value.code
    return Ran(code if isinstance(code, int) else 0, captured.out, captured.err)
