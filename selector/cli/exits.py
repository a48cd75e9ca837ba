"""Exit codes that callers rely on."""

from collections.abc import Mapping

from models import Status

FAILED = 1
INVALID = 2
OF_STATUS: Mapping[Status, int] = {"optimal": 0, "feasible": 0, "infeasible": 3, "unknown": 4}
