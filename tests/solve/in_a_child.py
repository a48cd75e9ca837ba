"""Text run as the work of a child is, in a process that starts as one."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from selector.solve import child


def run(folder: Path, text: str, *arguments: str) -> list[Any]:
    """What a text, to which ``sys`` is known, prints as a JSON list; it is written down in a folder."""
    (folder / "work_of_a_test.py").write_text("import sys\n" + text)
    done = subprocess.run(
        [sys.executable, "-P", child.START, "work_of_a_test", *arguments],
        env={"PYTHONPATH": f"{folder}:{Path(__file__).resolve().parents[2]}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found
