"""How far a run has come, as its owner is told."""

import math
from typing import Any

from selector import ScenarioSign, Sign


def progress_of(sign: Sign | ScenarioSign) -> dict[str, Any] | None:
    """A sign of life as JSON has it, money as text; None where it tells of no figures."""
    if isinstance(sign, ScenarioSign):
        found = None if sign.sign is None else progress_of(sign.sign)
        return None if found is None else found | {"objective": f"{sign.scenario}: {found['objective']}"}
    return {
        "objective": sign.objective,
        "incumbent": None if sign.incumbent is None else str(sign.incumbent),
        "bound": None if sign.bound is None else str(sign.bound),
        "gap": sign.gap if sign.gap is not None and math.isfinite(sign.gap) else None,
        "seconds": round(sign.seconds, 3),
    }
