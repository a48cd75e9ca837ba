"""The processes that work for this one."""

import os
from collections.abc import Callable
from pathlib import Path

Started = Callable[[], set[int]]
"""The processes that solve or analyse for this one since the test began: the fixture ``started``."""


def workers() -> set[int]:
    """Those that solve or analyse, among the children of this process, whoever started them."""
    own = str(os.getpid())
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "stat").read_text().rpartition(")")[2].split()
            command = (entry / "cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if status[1] == own and b"selector.solve.worker" in command:
            found.add(int(entry.name))
    return found
