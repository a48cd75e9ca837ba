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

    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
