"""What an engine says of a problem. Imports nothing, so that a peer's process can use it."""

import math
from dataclasses import dataclass
from typing import Literal

Status = Literal["optimal", "feasible", "infeasible", "unknown"]


@dataclass(frozen=True)
class Answer:
    """An engine's answer to one problem; ``objective`` and ``bound`` in the units of the problem's money.

    ``status`` is ``optimal`` only where the gap asked for was proven; an engine that met a limit says ``feasible``, or
    ``unknown`` where it has no award. ``gap`` is a fraction.
    """

    status: Status
    objective: float | None
    bound: float | None
    gap: float | None
    seconds: float
    base: float | None = None
    """What ``gap`` is a share of; None where there is no award."""


def relative_gap(objective: float | None, bound: float | None, base: float | None) -> float | None:
    """|objective - bound| / |base|; None where one is not known, or base is 0 and they differ."""
    if objective is None or bound is None or base is None or not math.isfinite(bound):
        return None
    if bound >= objective:  # a minimum: only arithmetic brings a bound above it
        return 0.0
    return (objective - bound) / abs(base) if base else None
