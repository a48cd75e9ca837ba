"""Rows that cut off no award but lift the bound: with them as without, the same awards are allowed."""

import numpy as np
from scipy.optimize import linprog

from models import Case
from selector import Program, appraise, lay, objectives
from selector.program import strengthen, tier_limits
from selector.program.lay import FAMILIES
from tests.program.fixing import awards, extent
from tests.references.ground import ground
from tests.references.small import one_service

_WITHOUT = tuple(rows for rows in FAMILIES if rows not in (strengthen.rows, tier_limits.rows))


def _capped() -> Case:
    return one_service(
        {"x": {"a": 100, "b": 60, "c": 30}, "y": {"a": 105, "b": 63, "c": 32}},
        max_lots_per_bidder=2,
        bidders=[
            {"id": "x", "name": "X", "kind": "private", "viability_floor": 0, "capacity": {"it": 250_000}},
            {"id": "y", "name": "Y", "kind": "private", "viability_floor": 0},
        ],
        discounts=[{"id": "d", "bidder": "x", "tiers": [{"at_least": 180, "rate": "0.5"}]}],
    )


def _bound(program: Program, case: Case) -> float:
    """The least cost in fractions."""
    cost = objectives(appraise(case)).cost.astype(np.float64)
    above, below = np.isfinite(program.row_upper), np.isfinite(program.row_lower)
    solution = linprog(  # type: ignore[call-overload]  # the stubs know no list of pairs of arrays
        cost,
        A_ub=np.vstack([program.matrix.toarray()[above], -program.matrix.toarray()[below]]),
        b_ub=np.concatenate([program.row_upper[above], -program.row_lower[below]]),
        bounds=np.column_stack([np.zeros(len(cost)), program.upper]),
    )
    assert solution.status == 0
    return float(solution.fun)


def test_limits_in_each_tier_lift_the_bound_and_cut_off_nothing() -> None:
    # The tier takes all three lots, of which x may win two: in fractions it would be reached by two thirds of each.
    case = _capped()
    strong, weak = lay(appraise(case)), lay(appraise(case), _WITHOUT)
    for accepted in awards(weak):
        assert (extent(strong, accepted, 0) is None) == (extent(weak, accepted, 0) is None)
    assert _bound(strong, case) > _bound(weak, case) + 1


def test_the_root_of_a_ground_is_not_spread_over_places_apart() -> None:
    # Apart they take 290, x serving west and east. Of a root in parts each place would be fed by a third, and nothing
    # would be dearer; but west and east are served by the root or from the middle, which x has to serve by half then.
    case = ground({"of": "buyer"}, neighbours=[["w", "m"], ["m", "e"]])
    assert _bound(lay(appraise(case)), case) > 290.01 * 100


def test_the_root_of_a_ground_is_in_its_part() -> None:
    # No neighbours at all: nobody may serve both. By x alone it would be 200, by one each it is 250 at the least.
    case = ground({"of": "buyer"}, {"x": {"w": 100, "e": 100}, "y": {"w": 150, "e": 170}}, neighbours=[])
    assert _bound(lay(appraise(case)), case) >= 250 * 100 - 1e-4
