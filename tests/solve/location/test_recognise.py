"""Programs laid from cases, read back as location problems."""

from typing import Any

import numpy as np
import pytest

from models import MoneyValued
from selector import Appraisal, Program, appraise, lay, objectives
from selector.levels import levels
from selector.solve.location import Location, recognised, solve_location
from tests.references.small import one_service
from tests.solve.location.brute import cheapest

_PRICES: dict[str, dict[str, Any]] = {
    "x": {"a": 5, "b": 6, "c": 9},
    "y": {"a": 4, "b": 8},
    "z": {"b": 3, "c": 2},
}


def _bidder(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": name, "kind": "private", "viability_floor": 0, **more}


def _read(**changes: Any) -> tuple[Appraisal, Program, np.ndarray[tuple[int], np.dtype[np.int64]], Location | None]:
    case = one_service(_PRICES, **changes)
    appraisal = appraise(case)
    assert isinstance(case.objective, MoneyValued)
    goal = levels(case.objective, objectives(appraisal))[0].goal.coefficients
    program = lay(appraisal).bare()
    return appraisal, program, goal, recognised(program, goal)


def test_charges_capacities_and_the_number_of_providers_are_read() -> None:
    bidders = [
        _bidder("x", setup={"it": "7.50"}, capacity={"it": 200_000}),
        _bidder("y", capacity={"it": 150_000}),
        _bidder("z"),
    ]
    services = [{"id": "it", "name": "IT", "min_providers": 2, "max_providers": 2}]
    appraisal, _, _, location = _read(bidders=bidders, services=services)
    assert location is not None
    assert location.fixed.tolist() == [750, 0, 0]
    assert location.capacity.tolist() == [200e6, 150e6, np.inf]  # in thousandths
    assert location.volume.tolist() == [100_000_000] * 3
    assert (location.least, location.most) == (2, 2)
    assert location.lot.tolist() == appraisal.bids.pair_lot.tolist()
    assert location.provider.tolist() == appraisal.bids.bidder.tolist()
    located = solve_location(location)
    assert located.ending == "proven"
    assert located.bound == cheapest(location) == (4 + 3 + 2) * 100


def test_a_floor_is_read() -> None:
    services = [{"id": "it", "name": "IT", "floor": 150_000}]
    _, _, _, location = _read(services=services)
    assert location is not None
    assert location.floor.tolist() == [150_000_000] * 3
    assert solve_location(location).bound == cheapest(location)


def test_what_it_costs_is_what_the_program_says() -> None:
    bidders = [_bidder("x", setup={"it": 3}), _bidder("y", setup={"it": 4}), _bidder("z", setup={"it": 5})]
    _, program, goal, location = _read(bidders=bidders)
    assert location is not None
    located = solve_location(location)
    assert located.choice is not None
    columns = np.zeros(program.matrix.shape[1], dtype=np.int64)
    columns[located.choice] = 1
    columns[program.accepts + np.unique(location.provider[located.choice])] = 1
    activity = program.matrix @ columns
    assert (activity >= program.row_lower - 1e-9).all()
    assert (activity <= program.row_upper + 1e-9).all()
    assert goal @ columns == located.bound


@pytest.mark.parametrize(
    "changes",
    [
        {"bidders": [_bidder("x", overhead=9), _bidder("y"), _bidder("z")]},
        {"bidders": [_bidder("x", viability_floor=150_000), _bidder("y"), _bidder("z")]},
        {"rules": [{"id": "r", "metric": "lots", "bidders": {"ids": ["x"]}, "sense": "at_most", "limit": 1}]},
    ],
)
def test_anything_else_is_not_one(changes: dict[str, Any]) -> None:
    assert _read(**changes)[-1] is None
