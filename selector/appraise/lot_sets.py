"""Which lots a set of a rule, or of an exclusion, holds."""

import numpy as np
from numpy.typing import NDArray

from models import Lot, LotSet
from selector.appraise.register import Register


def in_set(lots: LotSet, register: Register) -> NDArray[np.bool_]:
    """Which lots a set holds."""
    return np.array([_holds(lots, lot, register) for lot in register.lots], dtype=np.bool_)


def _holds(lots: LotSet, lot: Lot, register: Register) -> bool:
    if lots.services and lot.service not in lots.services:
        return False
    if not (lots.buyers or lots.areas or lots.regions):
        return True
    buyer = register.buyers[lot.buyer]
    return buyer.id in lots.buyers or buyer.area in lots.areas or buyer.region in lots.regions
