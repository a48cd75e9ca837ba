"""What this process may use of its machine."""

import os


def processors() -> int:
    """How many processors it may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1
