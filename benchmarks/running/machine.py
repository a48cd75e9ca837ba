"""What the figures were measured on."""

import os
import platform
import re
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from benchmarks.running.cores import cores
from selector import __version__

_CPU = Path("/proc/cpuinfo")


def machine(packages: Iterable[str]) -> dict[str, object]:
    """The machine, and the versions of this program and of the packages named."""
    return {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "cpu": _cpu(),
        "cpu_count": os.cpu_count(),
        "cores": cores(),
        "versions": {"selector": __version__, **{name: version(name) for name in sorted(set(packages))}},
    }


def _cpu() -> str:
    model = None
    if _CPU.exists():
        model = re.search(r"^model name\s*: (.+)$", _CPU.read_text(encoding="utf-8"), re.MULTILINE)
    return model[1].strip() if model else platform.machine()
