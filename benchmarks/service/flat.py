"""Whether memory is flat."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SLOPE_KB, GROWTH = 1.0, 0.05
"""What counts as flat after the first quarter: under 1 KiB for each request, and at the end within 5% of what it was."""


@dataclass(frozen=True)
class Course:
    """Memory over requests, of which the first quarter is taken as getting warm."""

    quarter_mb: float
    """After a quarter of the requests."""
    end_mb: float
    slope_kb: float
    """KiB for each request after that quarter: the line that fits best."""

    @property
    def flat(self) -> bool:
        """Whether it is."""
        return self.slope_kb < SLOPE_KB and self.end_mb <= (1 + GROWTH) * self.quarter_mb


def course(requests: Sequence[int], megabytes: Sequence[float]) -> Course:
    """The course of some points."""
    first = next(at for at, number in enumerate(requests) if number >= requests[-1] / 4)
    slope, _ = np.polyfit(requests[first:], megabytes[first:], 1)
    return Course(round(megabytes[first], 1), round(megabytes[-1], 1), round(float(slope) * 1024, 4))
