"""How many files and sockets a process may have open."""

import sys

_SPARE = 200
"""For the database, the log, and pipes to other processes."""


def allow_descriptors(connections: int) -> None:
    """Let this process have so many connections, as far as it may: the usual limit is met by a crowd of clients.

    Where the system knows no such limit there is none.
    """
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + _SPARE
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
