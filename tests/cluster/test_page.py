"""What docs/scale.md shows, run."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.xdist_group("cluster"), pytest.mark.deep]
ROOT = Path(__file__).parents[2]


def test_a_scheduler_and_two_workers_in_five_lines(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```sh\n(.*?)```", (ROOT / "docs" / "scale.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = shown.splitlines()
    assert len(lines) == 5
    assert lines[0] == "pip install 'supplier-selector[cluster]'"
    commands = Path(sys.executable).parent
    assert shutil.which("dask", path=commands)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = "\n".join(lines[1:]).replace("8786", str(port))
    out, err = tmp_path / "out", tmp_path / "err"
    with out.open("wb") as told, err.open("wb") as logged:
        run = subprocess.Popen(
            ["bash", "-c", script],
            cwd=ROOT,
            env=os.environ
            | {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", "DASK_TEMPORARY_DIRECTORY": str(tmp_path)},
            stdout=told,
            stderr=logged,
            start_new_session=True,
        )
    try:
        assert run.wait(timeout=120) == 0, err.read_text()[-2000:]
        assert "Bids that have lost, the nearest to winning first" in out.read_text()
    finally:
        os.killpg(run.pid, signal.SIGKILL)
