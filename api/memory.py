"""How much memory a process may have."""

import sys
from collections.abc import Callable
from typing import Any


def limit_memory(most_bytes: int, _tell: Callable[[Any], None]) -> None:
    """Let this process have no more; what asks for more then fails in it, and takes nothing from its neighbours.

    Where the system knows no such limit there is none.
    """
    if sys.platform == "win32":
        return
    import resource

    # Linux counts what may be written to (since 4.7). Addresses are no measure: V8, which draws the charts of papers, sets
    # aside many more than it ever uses, and cannot start with less.
    which = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    resource.setrlimit(which, (most_bytes, most_bytes))
