"""How much memory a process took at most. Imports nothing of the engine."""

import re
import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_UNITS_OF_MB = 2**20 if sys.platform == "darwin" else 2**10


def peak_mb() -> float:
    """Peak resident memory in MiB of this process plus that of the largest child it has waited for.

    The two are at their peaks at different times, if at all, so the sum is an upper bound.
    """
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _UNITS_OF_MB
    return round(_own_peak() + children, 1)


def _own_peak() -> float:
    # Linux's ru_maxrss starts at what the parent held when it forked; the high-water mark starts afresh with the program.
    if _STATUS.exists():
        mark = re.search(r"^VmHWM:\s+(\d+) kB$", _STATUS.read_text(encoding="ascii"), re.MULTILINE)
        if mark:
            return int(mark[1]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNITS_OF_MB
