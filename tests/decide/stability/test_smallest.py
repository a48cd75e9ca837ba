"""The smallest change, put together of what is known of single weights."""

from decimal import Decimal
from fractions import Fraction
from typing import cast

from models.stability import OtherBest
from selector.decide.stability.checked import Told
from selector.decide.stability.moved import Axis
from selector.decide.stability.smallest import Smallest
from selector.decide.stability.turning import Turn
from selector.decide.stability.way import Way
from selector.decide.stability.weights import Weights


class Unchecked:
    """Tells of awards by their bids alone."""

    def award(self, bids: tuple[str, ...]) -> OtherBest:
        """The award."""
        return OtherBest(bids=bids)


def of_shares(below: Turn, above: Turn) -> Smallest:
    """Price counts for 60 of 100."""
    weights = Weights(("price_weight", "quality_weight"), (Fraction(3, 5), Fraction(2, 5)), in_money=False)
    way = Way(Axis(0, Fraction(3, 5), Fraction(3, 5), in_money=False), "price_weight", below, above)
    return Smallest(weights, [way], (), cast("Told", Unchecked()))


def test_what_is_open_on_the_nearer_side_is_not_told_as_exact() -> None:
    """Upward another is better 20 points on; downward the award is proven the best for 6 points, and no further."""
    half, tenth = Fraction(1, 2), Fraction(1, 10)
    found = of_shares(Turn(tenth, None), Turn(half, half, ("other/a",))).change()

    assert found is not None
    assert (found.at.proof, found.at.stays, found.at.ends) == ("interval", Decimal(6), Decimal(20))


def test_a_side_on_which_it_always_is_the_best_does_not_limit_the_other() -> None:
    half = Fraction(1, 2)
    found = of_shares(Turn(Fraction(1), None), Turn(half, half, ("other/a",))).change()

    assert found is not None
    assert (found.at.proof, found.at.ends) == ("exact", Decimal(20))
