"""The gap to which the searches of a question are proven where nobody states one."""

import numpy as np

from models import Options
from selector.appraise import Appraisal
from selector.board import BOARD_SIZE

_LARGE = 0.0001


def proof_gap(options: Options, appraisal: Appraisal) -> float:
    """As of the best award: to the penny up to board size, a ten-thousandth above."""
    if options.gap is not None:
        return options.gap
    return 0.0 if np.count_nonzero(appraisal.bids.open) <= BOARD_SIZE else _LARGE
