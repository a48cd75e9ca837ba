"""Small programs, as drawn and as the engine takes them."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from hypothesis import strategies as st
from scipy.sparse import csr_array

from selector import Multiobjective
from tests.fronts.brute import Small

_COLUMNS = st.integers(2, 7)


@st.composite
def smalls(
    draw: st.DrawFn,
    objectives: st.SearchStrategy[int] | None = None,
    columns: st.SearchStrategy[int] = _COLUMNS,
) -> Small:
    """Two to seven columns where not told otherwise, none to three rows, two to four objectives, few values or large ones."""
    many = draw(columns)
    count = draw(st.integers(2, 4) if objectives is None else objectives)
    size = draw(st.sampled_from([2, 9, 100, 10**6, 10**9]))
    whole = draw(st.booleans())
    most = [1 if whole or many > 5 else draw(st.integers(1, 3)) for _ in range(many)]

    def line(least: int, largest: int) -> list[int]:
        return draw(st.lists(st.integers(least, largest), min_size=many, max_size=many))

    rows = [line(-4, 9) for _ in range(draw(st.integers(0, 3)))]
    kinds = [draw(st.sampled_from(["most", "least", "equal"])) for _ in rows]
    limits = [draw(st.integers(-2, 14)) for _ in rows]
    return Small(
        rows=rows,
        lower=[None if kind == "most" else limit for kind, limit in zip(kinds, limits, strict=True)],
        upper=[None if kind == "least" else limit for kind, limit in zip(kinds, limits, strict=True)],
        most=most,
        objectives=[line(-size, size) for _ in range(count)],
    )


def beside(several: Sequence[Small]) -> Small:
    """Programs beside each other, as one; of each objective the sum."""
    columns = sum(len(each.most) for each in several)
    rows: list[list[int]] = []
    start = 0
    for each in several:
        rows += [[0] * start + row + [0] * (columns - start - len(row)) for row in each.rows]
        start += len(each.most)
    return Small(
        rows=rows,
        lower=[limit for each in several for limit in each.lower],
        upper=[limit for each in several for limit in each.upper],
        most=[most for each in several for most in each.most],
        objectives=[list(chain(*rows)) for rows in zip(*(each.objectives for each in several), strict=True)],
    )


def program(small: Small) -> Multiobjective:
    """As the engine takes it."""
    columns = len(small.most)
    rows = np.array(small.rows, dtype=np.float64).reshape(len(small.rows), columns)
    return Multiobjective(
        matrix=csr_array(rows),
        row_lower=np.array([-np.inf if limit is None else limit for limit in small.lower], dtype=np.float64),
        row_upper=np.array([np.inf if limit is None else limit for limit in small.upper], dtype=np.float64),
        lower=np.zeros(columns),
        upper=np.array(small.most, dtype=np.float64),
        integral=np.ones(columns, dtype=np.bool_),
        objectives=np.array(small.objectives, dtype=np.int64),
    )
