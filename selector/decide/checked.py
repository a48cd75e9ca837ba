"""An award that was found, checked against its case: by a search that has nothing to choose."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from models import Case, Evaluation, Options
from selector.appraise import Appraisal
from selector.search import search


@dataclass(frozen=True)
class Piece:
    """A case, and an award of it."""

    case: Case
    appraisal: Appraisal
    options: Options
    bids: tuple[str, ...]


def checked(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> Evaluation:
    """The award as an evaluation. Work as ``Many`` takes it.

    Raises
    ------
    SolverFailed
        if it does not survive the check.
    """
    bids = piece.appraisal.bids
    return search(
        piece.case,
        piece.options.model_copy(update={"time_limit": seconds}),
        stop=stop,
        isolated=False,
        appraisal=replace(piece.appraisal, bids=replace(bids, open=bids.open & np.isin(bids.ids, list(piece.bids)))),
    )
