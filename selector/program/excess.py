"""A sum over accepted bids as its least plus what each bid adds to the least of its lot.

Bids for one lot often differ by pounds in hundreds of thousands. A row of such figures, once a solver has subtracted the
row that covers the lot, is rounding noise within its tolerance; a row of the differences, which says the same, is not.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from selector.program.program import Program

Ints = NDArray[np.int64]
Number = TypeVar("Number", np.int64, np.float64)


def excess(values: NDArray[Number], lot: Ints, lots: int) -> tuple[NDArray[Number], NDArray[Number]]:
    """What each pair's value adds to the least for its lot, and the least for each lot (0 where no bid is open).

    ``values`` and ``lot`` have an entry for each open pair of bid and lot.
    """
    least = np.full(lots, values.max(initial=0), dtype=values.dtype)
    np.minimum.at(least, lot, values)
    least[~np.isin(np.arange(lots), lot)] = 0
    return values - least[lot], least


def excess_of_awards(program: Program, values: NDArray[Number]) -> tuple[NDArray[Number], NDArray[Number]]:
    """As ``excess`` for ``values`` that stand with the columns of a program: these less what lots cost at the least.

    Every award comes to its excess and the sum of the least. The value of a package counts on its lots in equal parts,
    integers rounded down.
    """
    accept, lot = program.pair_accept, program.pair_lot
    lots_of = np.bincount(accept, minlength=program.accepts)[accept].astype(values.dtype)
    part: NDArray[Number] = values[accept] // lots_of
    if values.dtype.kind == "f":
        part = (values[accept] / lots_of).astype(values.dtype)
    _, least = excess(part, lot, int(lot.max(initial=-1)) + 1)
    over = values.copy()
    np.subtract.at(over, accept, least[lot])
    return over, least
