"""The processes of this machine, as Linux lists them."""

from pathlib import Path

_PROCESSES = Path("/proc")
_MB = 2**10


def children(pid: int) -> list[int]:
    """The processes that one has started."""
    return [child for child, parent in _parents().items() if parent == pid]


def descendants(pid: int) -> list[int]:
    """The processes that one has started, and those that these have, and so on."""
    started: dict[int, list[int]] = {}
    for child, parent in _parents().items():
        started.setdefault(parent, []).append(child)
    found: list[int] = []
    left = [pid]
    while left:
        more = started.get(left.pop(), [])
        found += more
        left += more
    return found


def resident_mb(pid: int) -> float:
    """Resident memory of a process in MiB; 0 where it has ended."""
    try:
        lines = (_PROCESSES / str(pid) / "status").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return next((int(line.split()[1]) / _MB for line in lines if line.startswith("VmRSS:")), 0.0)


def _parents() -> dict[int, int]:
    """The parent of each process that lives."""
    found: dict[int, int] = {}
    for entry in _PROCESSES.glob("[0-9]*"):
        try:
            state, parent = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()[:2]
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
        if state != "Z":
            found[int(entry.name)] = int(parent)
    return found
