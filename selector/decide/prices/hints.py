"""What the relaxation makes of limits: the price of a unit more, were bids to be split. Hints, and no prices."""

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from models.prices import ShadowPrice
from selector.decide.member import Member
from selector.decide.prices.lifting import Lifting

Floats = NDArray[np.float64]

_UNITS: Mapping[str, float] = {
    "budget": 100,
    "liability_cap": 100,
    "capacity": 1000,
    "shared_capacity": 1000,
    "capacity_wte": 1000,
    "floor": 1000,
    "max_lots": 1,
    "max_providers": 1,
    "min_providers": 1,
    "viability": 1,
}
"""By family of rows: units of the program in one of what the limit is stated in."""
_SCALED = ("capacity", "floor", "max_lots", "viability")
"""Families whose limit may stand before the one column that is below 0: it gives, or asks for, as much as that is up."""
_FIGURES = 6


def hint(laid: Lifting, position: int, prices: Floats, values: Floats) -> ShadowPrice | None:
    """What a unit more of a limit, or less of a floor, is worth in the relaxation; None where that tells nothing.

    Parameters
    ----------
    prices
        By how much the relaxation moves with the limit of each row.
    values
        Of the columns of the relaxation.
    """
    member: Member = laid.members[position]
    rows = [row for row in laid.freed(position).tolist() if prices[row]]
    told = [str(laid.family_of[row]) for row in rows]
    if member.limit is None or member.unit is None or not rows or any(name not in _UNITS for name in told):
        return None
    worth = sum(_worth(laid, row, name, prices, values) for row, name in zip(rows, told, strict=True))
    if worth <= 0:
        return None
    amount = Decimal(f"{worth:.{_FIGURES}g}")
    return ShadowPrice(amount=amount, unit=member.unit)


def _worth(laid: Lifting, row: int, name: str, prices: Floats, values: Floats) -> float:
    held = laid.held
    inside = slice(held.matrix.indptr[row], held.matrix.indptr[row + 1])
    columns, figures = held.matrix.indices[inside], held.matrix.data[inside]
    below = columns[figures < 0]
    share = float(values[below[0]]) if name in _SCALED and len(below) == 1 else 1.0
    return abs(float(prices[row])) * float(held.factor[row]) * _UNITS[name] * share
