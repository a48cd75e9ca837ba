"""A case that is a location problem, searched as one: the same as searched whole."""

import json

import numpy as np
import pytest

from models import Case, Options, read_case
from selector import appraise, evaluate, lay, objectives
from selector.levels import levels
from selector.program import Program
from selector.solve.backend import Watch
from selector.solve.decomposition import Decomposed
from selector.solve.decomposition.located import Located
from selector.solve.highs import Highs
from tests.solve.decomposition.programs import DEAF, Floats, keeps


def case(seed: int, *, capacity: int = 450_000, gap: float = 0.0) -> Case:
    """One service, eight buyers, five bidders with a charge and room for three or four."""
    rng = np.random.default_rng(seed)
    buyers = [f"b{number}" for number in range(8)]
    bidders = [f"p{number}" for number in range(5)]
    document = {
        "format": 1,
        "name": "location",
        "date": "2013-04-01",
        "horizon": {"start": "2013-04-01", "years": 1},
        "buyers": [{"id": each, "name": each, "population": int(rng.integers(8, 16)) * 10_000} for each in buyers],
        "services": [{"id": "it", "name": "IT"}],
        "bidders": [
            {
                "id": each,
                "name": each,
                "kind": "private",
                "viability_floor": 0,
                "setup": {"it": int(rng.integers(100, 300))},
                "capacity": {"it": capacity},
            }
            for each in bidders
        ],
        "bids": [
            {"id": f"{bidder}/{buyer}", "bidder": bidder, "lots": [f"{buyer}:it"], "price": int(rng.integers(100, 200))}
            for bidder in bidders
            for buyer in buyers
        ],
        "options": {"gap": gap},
    }
    return read_case(json.dumps(document))


def laid(of: Case) -> tuple[Program, Floats]:
    appraisal = appraise(of)
    goal = levels(of.objective, objectives(appraisal))[0].goal
    return lay(appraisal), goal.coefficients / goal.units


@pytest.mark.parametrize("seed", range(4))
def test_the_same_best_as_of_the_whole(seed: int) -> None:
    program, goal = laid(case(seed))
    assert Located.of(program, goal) is not None
    plain = Highs(program).minimise(goal, DEAF, absolute_gap=0, relative_gap=0, seconds=None)
    bounds: list[float] = []
    awards: list[Floats] = []
    watch = Watch(lambda c: awards.append(c.astype(np.float64)), bounds.append, lambda _: False, lambda: False)
    solver = Decomposed(program)
    found = solver.minimise(goal, watch, absolute_gap=0, relative_gap=0, seconds=None)
    assert "location" in solver.method
    assert found.ending == plain.ending == "proven"
    assert found.columns is not None
    assert keeps(program, found.columns.astype(np.float64))
    assert float(goal @ found.columns) == pytest.approx(plain.bound)
    assert found.bound == pytest.approx(plain.bound)
    assert all(bound <= plain.bound + 1e-6 for bound in bounds)
    assert awards
    assert all(keeps(program, each) for each in awards)


@pytest.mark.parametrize("seed", range(3))
def test_a_case_in_parts_is_answered_as_whole(seed: int) -> None:
    whole, parts = (
        evaluate(case(seed), options=Options(method=method), isolated=False) for method in ("whole", "parts")
    )
    assert "location" in parts.certificate.method
    assert "location" not in whole.certificate.method
    assert parts.status == whole.status == "optimal"
    assert parts.certificate.objective == whole.certificate.objective
    assert parts.certificate.bound == whole.certificate.bound
    assert parts.certificate.ties == whole.certificate.ties
    assert parts.awards == whole.awards


def test_room_for_too_few_is_infeasible() -> None:
    program, goal = laid(case(0, capacity=160_000))
    assert Located.of(program, goal) is not None
    found = Decomposed(program).minimise(goal, DEAF, absolute_gap=0, relative_gap=0, seconds=None)
    assert (found.ending, found.columns) == ("infeasible", None)


def test_a_start_is_the_first_award() -> None:
    program, goal = laid(case(0))
    best = Highs(program).minimise(goal, DEAF, absolute_gap=0, relative_gap=0, seconds=None).columns
    assert best is not None
    told: list[list[int]] = []
    watch = Watch(lambda columns: told.append(columns.tolist()), lambda _: None, lambda _: False, lambda: False)
    found = Decomposed(program).minimise(
        goal, watch, absolute_gap=0, relative_gap=0, seconds=None, start=best.astype(np.float64)
    )
    assert told[0] == best.tolist()
    assert found.columns is not None
    assert float(goal @ found.columns) == pytest.approx(float(goal @ best))


def test_a_wish_to_stop_ends_it() -> None:
    program, goal = laid(case(0))
    watch = Watch(lambda _: None, lambda _: None, lambda _: False, lambda: True)
    found = Decomposed(program).minimise(goal, watch, absolute_gap=0, relative_gap=0, seconds=None)
    assert found.ending in ("stopped", "proven")
    best = Highs(program).minimise(goal, DEAF, absolute_gap=0, relative_gap=0, seconds=None).bound
    assert found.bound <= best + 1e-6


def test_a_goal_in_parts_of_a_penny_is_none() -> None:
    program, goal = laid(case(0))
    assert Located.of(program, goal + 0.001) is None
