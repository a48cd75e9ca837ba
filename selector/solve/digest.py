"""What tells programs apart: their rows and columns, not what they are called."""

import hashlib

import numpy as np

from selector.program import Program


def digest(program: Program) -> bytes:
    """SHA-256 of the rows, the columns and their limits."""
    found, matrix = hashlib.sha256(), program.matrix
    for each in (
        np.array([*matrix.shape, program.accepts]),
        matrix.indptr.astype(np.int64),
        matrix.indices.astype(np.int64),
        matrix.data,
        program.row_lower,
        program.row_upper,
        program.upper,
        program.integral,
    ):
        found.update(np.ascontiguousarray(each).tobytes())
    return found.digest()
