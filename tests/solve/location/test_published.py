"""Published optima of quick instances (Holmberg, Rönnqvist and Yuan 1999), reproduced with proof."""

import numpy as np
import pytest

from benchmarks import instances
from benchmarks.formats import holmberg
from selector.solve.location import Location, solve_location


@pytest.mark.parametrize(("name", "optimum"), [("p1", 8848), ("p4", 10714), ("p18", 7125), ("p41", 6589)])
def test_holmberg1999(name: str, optimum: int) -> None:
    path = instances.folder() / "sscflp" / "holmberg" / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"the public instances are not beside the checkout, nor named by {instances.VARIABLE}")
    read = holmberg.parse(path)
    cost = np.array([[int(each) for each in row] for row in read.cost], dtype=np.int64)
    provider, lot = np.nonzero(np.ones(cost.shape, dtype=np.bool_))
    location = Location(
        cost=cost[provider, lot],
        lot=lot,
        provider=provider,
        fixed=np.array([int(each) for each in read.fixed], dtype=np.int64),
        volume=np.array([int(each) for each in read.demand], dtype=np.int64),
        capacity=np.array([float(each) for each in read.capacity]),
        floor=np.zeros(len(cost), dtype=np.int64),
    )
    located = solve_location(location)
    assert located.ending == "proven"
    assert located.choice is not None
    assert location.value(located.choice) == optimum == located.bound
