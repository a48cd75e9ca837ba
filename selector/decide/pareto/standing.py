"""Awards of a case that are known by their bids: what they come to, and that they stand up to the check."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from models import Case, Evaluation, Totals
from selector.appraise import Appraisal, appraise
from selector.award import Weighing
from selector.verify.brief import brief
from selector.verify.tender import Tender


@dataclass(frozen=True)
class Standing:
    """An award: what it accepts, in the order of the case, and what it comes to."""

    bids: tuple[str, ...]
    totals: Totals


@dataclass(frozen=True)
class Check:
    """A case, and an evaluation of it that the awards that are checked take the place of."""

    case: Case
    appraisal: Appraisal
    like: Evaluation

    @cached_property
    def _tender(self) -> Tender:
        return Tender(self.case)

    def standing(self, accepted: Sequence[int]) -> Standing | None:
        """The award of accepted columns; None where the solver-free check does not accept it."""
        bids = np.flatnonzero(self.appraisal.bids.open)[list(accepted)]
        weighing = Weighing(self.case, self.appraisal, bids)
        rows, totals = weighing.awards(), weighing.totals()
        found = self.like.model_copy(update={"awards": rows, "totals": totals, "moves": weighing.moves()})
        if brief(self._tender, found):
            return None
        return Standing(tuple(dict.fromkeys(row.bid for row in rows)), totals)


@dataclass(frozen=True)
class Asked:
    """Awards of a case, as accepted columns, that are to be checked."""

    case: str
    """As JSON: a process that has it already does not read it again."""
    like: str
    """An evaluation of it as JSON, which they take the place of."""
    accepted: tuple[tuple[int, ...], ...]


def check_awards(asked: Asked, seconds: float | None, stop: Callable[[], bool]) -> tuple[Standing | None, ...]:
    """Check awards, in whatever process this is, for as long as there is time; what is not come to is left out."""
    began, check = time.monotonic(), _check(asked.case, asked.like)

    def over() -> bool:
        return seconds is not None and time.monotonic() - began > seconds

    return tuple(check.standing(accepted) for accepted in asked.accepted if not (stop() or over()))


@lru_cache(maxsize=1)
def _check(case: str, like: str) -> Check:
    read = Case.model_validate_json(case)
    return Check(read, appraise(read), Evaluation.model_validate_json(like))
