"""The national case's paper is made in under half a minute: 211 buyers, 20 services, 4,220 lots."""

import time
from pathlib import Path

import numpy as np
import pytest

from models import Case, Certificate, Evaluation, Provenance
from selector.appraise import appraise
from selector.award import Weighing
from selector.examples import synthetic
from selector.report import board_paper, write_paper

_MOST_SECONDS = 30.0


def any_award(case: Case) -> Evaluation:
    """Some bid for each lot, weighed: no rule is looked at, and nothing searched."""
    bids = appraise(case).bids
    single = np.flatnonzero(np.bincount(bids.pair_bid, minlength=len(bids.ids))[bids.pair_bid] == 1)
    _, first = np.unique(bids.pair_lot[single], return_index=True)
    weighing = Weighing(case, appraise(case), np.unique(bids.pair_bid[single[first]]))
    certificate = Certificate(
        objective=None, bound=None, gap=None, seconds=0.0, solver="none", method="none",
        feasibility_tolerance=0.0, integrality_tolerance=0.0,
    )  # fmt: skip
    return Evaluation(
        status="feasible",
        name=case.name,
        certificate=certificate,
        totals=weighing.totals(),
        awards=weighing.awards(),
        providers=weighing.providers(),
        buyers=weighing.buyers(),
        staff=weighing.staff(),
        provenance=Provenance(case_sha256=case.sha256, version="0", options={}),
    )


@pytest.mark.deep
def test_all_three_forms_in_under_half_a_minute(tmp_path: Path) -> None:
    case = synthetic(211, 20, 40, seed=1)
    award = any_award(case)
    assert len(award.awards) > 4000
    started = time.monotonic()
    written = write_paper(tmp_path, "board-paper", board_paper(case, award))
    assert time.monotonic() - started < _MOST_SECONDS
    assert all(path.stat().st_size > 100_000 for path in written)
