"""A sum over accepted bids as its least plus what each bid adds to the least of its lot.

Bids for one lot often differ by pounds in hundreds of thousands. A row of such figures, once a solver has subtracted the
row that covers the lot, is rounding noise within its tolerance; a row of the differences, which says the same, is not.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def excess(values: Ints, lot: Ints, lots: int) -> tuple[Ints, Ints]:
    """What each pair's value adds to the least for its lot, and the least for each lot (0 where no bid is open).

    ``values`` and ``lot`` have an entry for each open pair of bid and lot.
    """
    least = np.full(lots, np.iinfo(np.int64).max)
    np.minimum.at(least, lot, values)
    least[~np.isin(np.arange(lots), lot)] = 0
    return values - least[lot], least
