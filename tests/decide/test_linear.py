"""Rows that the linear relaxation shows cannot hold together."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from selector.decide.linear import violated_support
from selector.program import Program


def _program(*rows: tuple[list[float], float, float]) -> Program:
    """Rows over two columns of at most 1: entries, the least and the most."""
    entries, lower, upper = zip(*rows, strict=True)
    return Program(
        matrix=csr_array(np.array(entries)),
        row_lower=np.array(lower),
        row_upper=np.array(upper),
        factor=np.ones(len(rows)),
        upper=np.ones(2),
        integral=np.ones(2, dtype=np.bool_),
        accepts=2,
        pair_accept=np.arange(2),
        pair_lot=np.zeros(2, dtype=np.int64),
    )


_COVER = ([1.0, 1.0], 1.0, 1.0)
_ALL = np.array([False, True, True])


@pytest.mark.parametrize(
    ("least", "most", "exactly"),
    [
        # Of the first there is at most a half, and all of it is asked for.
        (0.5, np.inf, 1.0),
        # Of the first there is at least a half, and a quarter is asked for.
        (-np.inf, 0.5, 0.25),
    ],
)
def test_a_row_that_asks_for_exactly_so_much_may_be_broken_on_either_side(
    least: float, most: float, exactly: float
) -> None:
    program = _program(_COVER, ([0.0, 1.0], least, most), ([1.0, 0.0], exactly, exactly))
    found = violated_support(program, _ALL, 10)
    assert not isinstance(found, str)
    assert found.tolist() == [False, True, True]


def test_rows_that_hold_together_show_nothing() -> None:
    program = _program(_COVER, ([0.0, 1.0], 0.5, np.inf), ([1.0, 0.0], 0.5, 0.5))
    assert violated_support(program, _ALL, 10) == "feasible"
