"""Assignment with several objectives, as Kirlik and Sayin (2014) write it down.

``p``, ``n``, then for each objective an n x n table of costs; each of n tasks goes to one of n agents. To be minimised.
"""

from pathlib import Path

import numpy as np
from scipy.sparse import coo_array

from benchmarks.formats.tokens import Tokens
from benchmarks.fronts.format import Format, Front, binary, points, whole


def read(path: Path) -> Front:
    """The problem of a file; its points from the file beside it that ends in ``.front``."""
    tokens = Tokens(path, "[],")
    objectives, size = tokens.size("the number of objectives"), tokens.size("the number of tasks")
    costs = whole(path.name, tokens.take(objectives * size * size, "a cost")).reshape(objectives, -1)
    column = np.arange(size * size)
    row = np.concatenate([column // size, size + column % size])
    matrix = coo_array((np.ones(2 * size * size), (row, np.tile(column, 2))), shape=(2 * size, size * size)).tocsr()
    return Front(binary(matrix, 1, 1, costs), 1, points(path.with_suffix(".front")))


FORMAT = Format("kirlik-ap", "assignment: Kirlik, Sayin; costs, as they are", read)
