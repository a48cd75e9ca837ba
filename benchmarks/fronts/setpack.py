"""Set packing with two objectives, as Delorme, Gandibleux and Degoutin (2010) write it down.

``m n``, two rows of n profits, then for each of m rows a count and the numbers, from 1, of the items of which one may be
taken. To be maximised.
"""

from pathlib import Path

import numpy as np
from scipy.sparse import coo_array

from benchmarks.errors import InputInvalid
from benchmarks.formats.tokens import Tokens
from benchmarks.fronts.format import Format, Front, binary, points, whole


def read(path: Path) -> Front:
    """The problem of a file; its points from the file beside it that ends in ``.front``."""
    tokens = Tokens(path)
    rows, items = tokens.size("the number of rows"), tokens.size("the number of items")
    profits = whole(path.name, tokens.take(2 * items, "a profit")).reshape(2, -1)
    held = [
        whole(path.name, tokens.take(tokens.size("the number of items of a row"), "an item")) - 1 for _ in range(rows)
    ]
    row, column = np.repeat(np.arange(rows), [len(each) for each in held]), np.concatenate(held)
    if ((column < 0) | (column >= items)).any():
        raise InputInvalid(f"{path.name}: a row names an item that there is not: there are {items}")
    matrix = coo_array((np.ones(len(row)), (row, column)), shape=(rows, items)).tocsr()
    return Front(binary(matrix, -np.inf, 1, -profits), -1, points(path.with_suffix(".front")))


FORMAT = Format("setpack", "set packing: Delorme, Gandibleux, Degoutin; profits", read)
