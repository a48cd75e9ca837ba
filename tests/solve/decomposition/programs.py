"""Programs small enough to enumerate, their best solutions by enumeration, and what a search of them is given."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csr_array

from selector.program import Program
from selector.solve.backend import Watch
from selector.solve.decomposition.branch_and_cut import Limits

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

INFINITE = float("inf")
FREELY = Limits(lambda: None, lambda: False)
DEAF = Watch(lambda _: None, lambda _: None, lambda _: False, lambda: False)


def program(
    rows: Sequence[Sequence[float]],
    lower: Sequence[float],
    upper: Sequence[float],
    *,
    accepts: int = 0,
    pairs: Sequence[tuple[int, int]] = (),
    group: Sequence[int] = (),
    continuous: Sequence[int] = (),
    most: Sequence[float] | None = None,
) -> Program:
    """A program by its dense rows; ``pairs`` are of an accept column and a lot."""
    matrix = csr_array(np.array(rows, dtype=np.float64))
    columns = matrix.shape[1]
    integral = np.ones(columns, dtype=np.bool_)
    integral[list(continuous)] = False
    return Program(
        matrix=matrix,
        row_lower=np.array(lower, dtype=np.float64),
        row_upper=np.array(upper, dtype=np.float64),
        factor=np.ones(matrix.shape[0]),
        upper=np.ones(columns) if most is None else np.array(most, dtype=np.float64),
        integral=integral,
        accepts=accepts,
        pair_accept=np.array([accept for accept, _ in pairs], dtype=np.int64),
        pair_lot=np.array([lot for _, lot in pairs], dtype=np.int64),
        group=np.array(group, dtype=np.int64),
    )


def two_services(*coupling: tuple[Sequence[float], float, float]) -> Program:
    """Two services of a lot each, two bids for each lot; rows over all four bids with their limits."""
    return program(
        [[1, 1, 0, 0], [0, 0, 1, 1], *(row for row, _, _ in coupling)],
        [1, 1, *(lower for _, lower, _ in coupling)],
        [1, 1, *(upper for _, _, upper in coupling)],
        accepts=4,
        pairs=[(0, 0), (1, 0), (2, 1), (3, 1)],
        group=[0, 0, 1, 1],
    )


def solutions(of: Program) -> Floats:
    """All its solutions, one a line, by trying all; for programs of whole columns alone."""
    columns = of.matrix.shape[1]
    tried = ((np.arange(2**columns)[:, None] >> np.arange(columns)) & 1).astype(np.float64)
    activity = np.asarray(tried @ of.matrix.toarray().T)
    kept = ((activity >= of.row_lower - 1e-7) & (activity <= of.row_upper + 1e-7)).all(axis=1)
    found: Floats = tried[kept & (tried <= of.upper).all(axis=1)]
    return found


def least(of: Program, goal: Floats) -> float | None:
    """The value of its best solution, by trying all; None where there is none."""
    values = solutions(of) @ goal
    return float(values.min()) if len(values) else None


def keeps(of: Program, columns: Floats, tolerance: float = 1e-7) -> bool:
    """Whether columns are a solution."""
    activity = of.matrix @ columns
    return bool(
        (activity >= of.row_lower - tolerance).all()
        and (activity <= of.row_upper + tolerance).all()
        and (columns >= -tolerance).all()
        and (columns <= of.upper + tolerance).all()
        and np.array_equal(columns[of.integral], np.rint(columns[of.integral]))
    )


@st.composite
def drawn(
    draw: st.DrawFn, *, coupling: bool = True, packages: bool = True, continuous: bool = False
) -> tuple[Program, Floats]:
    """A program of up to three services and a goal: who serves each lot, who provides, and rows of every kind.

    With ``continuous`` a row over all bids has a slack at a price, of no service.
    """
    services, lots, bidders = draw(st.integers(1, 3)), draw(st.integers(1, 2)), draw(st.integers(1, 2))
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    served = [(s, lot, j) for s in range(services) for lot in range(lots) for j in range(bidders) if rng.random() < 0.8]
    bids = [([s * lots + lot], s, j) for s, lot, j in served][:7]
    if packages and services * lots > 1 and draw(st.booleans()):
        of = sorted(int(lot) for lot in rng.choice(services * lots, 2, replace=False))
        of_services = {lot // lots for lot in of}
        bids.append((of, of_services.pop() if len(of_services) == 1 else -1, 0))
    providers = sorted({(s, j) for _, s, j in bids if s >= 0})[:5]
    accepts, whole = len(bids), len(bids) + len(providers)
    columns = whole + continuous
    rows: list[Floats] = []
    limits: list[tuple[float, float]] = []

    def add(row: Floats, lower: float, upper: float) -> None:
        rows.append(row)
        limits.append((lower, upper))

    for lot in range(services * lots):
        row = np.zeros(columns)
        row[[k for k, (of, _, _) in enumerate(bids) if lot in of]] = 1
        add(row, 1, 1)
    for number, provider in enumerate(providers):
        of_it = [k for k, (_, s, j) in enumerate(bids) if (s, j) == provider]
        for each in of_it:
            row = np.zeros(columns)
            row[each], row[accepts + number] = 1, -1
            add(row, -INFINITE, 0)
        row = np.zeros(columns)
        row[of_it] = rng.integers(1, 4, len(of_it)) / 4
        row[accepts + number] = -draw(st.sampled_from([0.5, 0.75, 1.5]))
        add(row, -INFINITE, 0)
    kinds = draw(st.lists(st.sampled_from(["most", "least", "equal", "between"]), max_size=2)) if coupling else []
    for kind in kinds:
        row = np.zeros(columns)
        row[:accepts] = rng.integers(0, 5, accepts) / 4
        total = float(row.sum())
        low, high = sorted((round(total * rng.uniform(0.2, 0.7) * 4) / 4, round(total * rng.uniform(0.2, 0.7) * 4) / 4))
        if kind == "equal":
            row[:accepts] = np.where(row[:accepts] > 0, 1.0, 0.0)
            low = high = float(rng.integers(0, services * lots + 1))
        add(row, -INFINITE if kind == "most" else low, INFINITE if kind == "least" else high)
    if continuous:
        row = np.zeros(columns)
        row[:accepts], row[-1] = rng.integers(0, 5, accepts) / 4, -1
        add(row, -INFINITE, float(rng.integers(0, 3)) / 4)
    goal = np.concatenate([rng.integers(-3, 12, accepts), rng.integers(0, 6, columns - accepts)]).astype(np.float64)
    return (
        program(
            np.array(rows).tolist() if columns else np.zeros((len(rows), 0)).tolist(),
            [lower for lower, _ in limits],
            [upper for _, upper in limits],
            accepts=accepts,
            pairs=[(k, lot) for k, (of, _, _) in enumerate(bids) for lot in of],
            group=[*(s for _, s, _ in bids), *(s for s, _ in providers), *([-1] if continuous else [])],
            continuous=[whole] if continuous else [],
            most=[*([1.0] * whole), *([float(rng.choice([5.0, INFINITE]))] if continuous else [])],
        ),
        goal,
    )
