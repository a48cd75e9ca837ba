"""What no member is to blame for: packages and exclusive groups that leave no way to give each lot to exactly one bid."""

from dataclasses import dataclass

import numpy as np

from selector.decide.feasibility import Judge, Verdict
from selector.decide.minimal import fewest


@dataclass(frozen=True)
class Background:
    """The bids of a case with every member lifted."""

    judge: Judge

    def verdict(self) -> Verdict:
        """Whether some choice of bids gives each lot to exactly one."""
        part = self.judge.parts.background()
        # With nothing in it every lot has a bid that needs no other.
        return self.judge.of_part(part) if len(part.rows) else "feasible"

    def lots(self) -> tuple[int, ...]:
        """Positions of few lots that cannot all be covered, others being free; none to spare if the time allowed."""
        parts = self.judge.parts
        place = {int(row): lot for lot, row in enumerate(parts.cover)}
        part = parts.background()
        drawn = tuple(int(row) for row in part.rows if int(row) in place)

        def clashing(rows: tuple[int, ...]) -> bool:
            return self.judge.of_part(parts.lots(np.array(rows, dtype=np.int64))) == "infeasible"

        return tuple(sorted(place[row] for row in fewest(clashing, drawn)))
