"""The knapsack problem with several objectives, as Kirlik and Sayin (2014) write it down.

``p``, ``n``, the capacity, then for each objective the profits of n items, then what the items weigh. To be maximised; the
points are published as minus the profits.
"""

from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from benchmarks.formats.tokens import Tokens
from benchmarks.fronts.format import Format, Front, binary, points, whole


def read(path: Path) -> Front:
    """The problem of a file; its points from the file beside it that ends in ``.front``."""
    tokens = Tokens(path, "[],")
    objectives, items = tokens.size("the number of objectives"), tokens.size("the number of items")
    (capacity,) = tokens.take(1, "the capacity")
    profits = whole(path.name, tokens.take(objectives * items, "a profit")).reshape(objectives, -1)
    weights = whole(path.name, tokens.take(items, "a weight"))
    matrix = csr_array(weights[None, :].astype(np.float64))
    return Front(binary(matrix, -np.inf, float(capacity), -profits), 1, points(path.with_suffix(".front")))


FORMAT = Format("kirlik-kp", "knapsack: Kirlik, Sayin; profits with a minus, as they publish them", read)
