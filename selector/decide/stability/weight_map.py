"""The map of weights as answers tell it."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from models.stability import WeightMap, WeightRegion
from selector.decide.stability.checked import Told
from selector.decide.stability.regions import Region
from selector.decide.stability.weights import Weights

_NINTH, _SIXTH = Decimal("1e-9"), Decimal("1e-6")


def weight_map(
    weights: Weights, mapped: Sequence[int], regions: Sequence[Region], said: Told, award: tuple[str, ...]
) -> WeightMap | None:
    """The regions as a map; None where there are none. ``award`` is today's best, as its bids."""
    if not regions:
        return None
    values = [weights.today[at] if weights.in_money else Fraction(1, 2) for at in mapped]
    return WeightMap(
        weights=tuple(weights.names[at] for at in mapped),
        at_equal_shares=tuple(_rounded(each, _NINTH) for each in values),
        regions=tuple(
            WeightRegion(
                award=said.award(each.bids),
                is_best=each.bids == award,
                corners=tuple(tuple(_rounded(share, _NINTH) for share in corner) for corner in each.cell),
                share=_rounded(each.share, _SIXTH),
                proven=each.proven,
            )
            for each in regions
        ),
        complete=all(each.proven for each in regions),
    )


def _rounded(value: Fraction, step: Decimal) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(step, ROUND_HALF_UP) + 0
