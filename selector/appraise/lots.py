"""The lots of a case as arrays."""

from decimal import Decimal
from math import gcd

import numpy as np

from models import CaseInvalid, Fault
from selector.appraise.appraisal import Lots
from selector.appraise.register import Register
from selector.appraise.rounding import half_up, whole
from selector.appraise.units import ints

_QUALITY_UNITS = 100_000  # thousandths of a point in the best quality, by which weights are multiplied


def lots(register: Register) -> Lots:
    """Every lot of a case.

    Raises
    ------
    CaseInvalid
        if the weights of services have too many decimals to be told apart.
    """
    rows = register.lots
    people = [register.people(lot) for lot in rows]
    weights = [
        count * whole(register.services[lot.service].weight, 10**6) for count, lot in zip(people, rows, strict=True)
    ]
    common = gcd(*weights)
    if sum(weights) // common * _QUALITY_UNITS >= 2**62:
        raise CaseInvalid([Fault("/services", "have weights of more decimal places than can be told apart")])
    return Lots(
        ids=tuple(lot.id for lot in rows),
        buyer=ints(register.buyer_at[lot.buyer] for lot in rows),
        service=ints(register.service_at[lot.service] for lot in rows),
        volume=ints(whole(lot.volume or Decimal(0), 1000) for lot in rows),
        people=ints(people),
        weight=np.array([weight // common for weight in weights], dtype=np.int64),
        wte=ints(half_up(register.staff(lot).wte * 1000) if lot.wte is None else whole(lot.wte, 1000) for lot in rows),
    )
