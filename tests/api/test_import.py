"""Importing the service does nothing but that."""

import subprocess
import sys
from pathlib import Path

import api

WATCH = """
import sys, threading

def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if writes or event.split(".")[0] in ("socket", "subprocess") or event in ("os.mkdir", "os.fork", "os.posix_spawn"):
        # DBOS asks as it is imported whether Python is of 64 bits, of which it has no need.
        if event not in ("socket.__new__", "socket.gethostname") and arguments[:1] != ("file",):
            print(event, arguments)

sys.addaudithook(watch)
import api
assert "fastapi" not in sys.modules, "importing api waits for the web framework"
import api.app, api.commands, api.server
api.create_app()
print(*(thread.name for thread in threading.enumerate()))
"""


def test_no_threads_no_files_no_processes(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-B", "-c", WATCH], cwd=tmp_path, capture_output=True, text=True, timeout=100, check=False
    )
    assert (ran.stdout, ran.stderr) == ("MainThread\n", "")
    assert list(tmp_path.iterdir()) == []


def test_public_names() -> None:
    assert api.__all__ == ["Settings", "create_app"]
    assert all(hasattr(api, name) for name in api.__all__)
