"""Location problems solved: every answer beside all choices tried one by one."""

import numpy as np
from hypothesis import given, settings

from selector.solve.location import Location, solve_location
from tests.solve.location.brute import cheapest, locations


@settings(max_examples=150, deadline=None)
@given(locations())
def test_the_best_choice_is_found_and_proven(location: Location) -> None:
    expected = cheapest(location)
    found: list[int] = []

    def improved(choice: np.ndarray[tuple[int], np.dtype[np.int64]]) -> None:
        value = location.value(choice)
        assert value is not None
        found.append(value)

    bounds: list[float] = []
    located = solve_location(location, improved=improved, progress=bounds.append)
    if expected is None:
        assert located.ending == "infeasible"
        assert located.choice is None
        return
    assert located.ending == "proven"
    assert located.choice is not None
    assert location.value(located.choice) == expected == located.bound
    assert found[-1] == expected
    assert found == sorted(set(found), reverse=True)
    assert all(bound <= expected for bound in bounds)


@settings(max_examples=60, deadline=None)
@given(locations())
def test_a_gap_is_kept_and_told(location: Location) -> None:
    expected = cheapest(location)
    located = solve_location(location, absolute_gap=5.0)
    if expected is None:
        assert located.ending == "infeasible"
        return
    assert located.choice is not None
    value = location.value(located.choice)
    assert value is not None
    assert located.bound <= expected <= value <= located.bound + 5.0 or value == expected
