"""What lies beside solutions: solutions themselves, and the best of them inside a region."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selector.fronts.kept import Kept
from selector.fronts.neighbours import Neighbours
from selector.many import never
from tests.fronts.brute import Small, dominates, front, solutions, value
from tests.fronts.programs import program, smalls

SMALL = Small([[3, 5, 2, 7]], [None], [9], [1] * 4, [[-4, -6, -3, -8], [-5, -1, -6, -2]])


@given(smalls(), st.data())
@settings(max_examples=60, deadline=None)
def test_each_is_a_solution_and_the_best_is_the_best_of_them(small: Small, data: st.DataObject) -> None:
    binary = small._replace(most=[min(each, 1) for each in small.most])
    found = Neighbours.of(replace(program(binary), upper=np.ones(len(binary.most))))
    assert found is not None
    every = solutions(binary._replace(most=[1] * len(binary.most)))
    if not every:
        return
    for x in data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=3)):
        found.add(np.array(x))
    kept = [tuple(each) for each in found._units.tolist()]
    assert [value(binary, tuple(x)) for x in found._columns.tolist()] == kept
    assert {tuple(x) for x in found._columns.tolist()} <= set(every)
    assert not any(dominates(one, other) for one in kept for other in kept)
    most = tuple(data.draw(st.sampled_from([each[at] for each in kept])) for at in range(len(binary.objectives)))
    for objective in range(len(binary.objectives)):
        inside = [each for each in kept if all(a <= b for a, b in zip(each, most, strict=True))]
        best = found.best(objective, most)
        assert (best is None) == (not inside)
        if best is not None:
            assert (best[objective], sum(best)) == min((each[objective], sum(each)) for each in inside)


def test_what_is_beside_a_solution_is_looked_at() -> None:
    found = Neighbours.of(program(SMALL))
    assert found is not None
    found.add(np.array([0, 0, 0, 0]))
    assert {tuple(each) for each in found._units.tolist()} == front(SMALL)


def test_only_small_programs_of_columns_that_are_0_or_1_have_them() -> None:
    laid = program(SMALL)
    assert Neighbours.of(laid) is not None
    assert Neighbours.of(replace(laid, upper=np.array([1.0, 1.0, 2.0, 1.0]))) is None
    partly = laid.objectives.copy()
    partly[:, 2] = 0
    assert Neighbours.of(replace(laid, integral=np.array([True, True, False, True]), objectives=partly)) is None
    assert Neighbours.of(replace(laid, matrix=laid.matrix * 0.5)) is None


def test_a_known_solution_that_is_none_is_not_believed() -> None:
    kept = Kept(program(SMALL))
    most, low = (0, 0), (-20, -20)
    told = kept.least(0, most, low, known=None, gap=0.0, cuts=(), seconds=None, stop=never)
    misled = kept.least(0, most, low, known=(-19, -19), gap=0.0, cuts=(), seconds=None, stop=never)
    assert told[1] is not None
    assert misled[1] is not None
    assert (misled[0], misled[2], misled[1].tolist()) == (told[0], told[2], told[1].tolist())
