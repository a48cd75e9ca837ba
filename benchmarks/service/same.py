"""Whether two evaluations of a case are the same."""

import json
from typing import Any


def essence(award: bytes) -> Any:
    """An evaluation without what no two have alike: how long it took."""
    found = json.loads(award)
    found["certificate"].pop("seconds", None)
    found["provenance"].pop("options", None)  # the service states its own limit of time
    return found
