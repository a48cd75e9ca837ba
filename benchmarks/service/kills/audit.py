"""What the audit log tells of the runs."""

import json
from collections import Counter

from benchmarks.service.place import CommandFailed, Place

_END = "run.end"


def ends(place: Place, tenant: str) -> Counter[str]:
    """How often the end of each run is written down."""
    told = json.loads(place.command("audit-log", "show", "--last", "100000", "--tenant", tenant, "--json"))
    return Counter(entry["subject"] for entry in told if entry["action"] == _END)


def is_whole(place: Place) -> bool:
    """Whether the log is as it was written."""
    try:
        place.command("audit-log", "verify")
    except CommandFailed:
        return False
    return True
