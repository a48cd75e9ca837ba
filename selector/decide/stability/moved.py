"""Which ways weights are moved from those of today, and where an award ceases to be the best on each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from itertools import product

from models.stability import OtherBest, TurningPoint, TurnProof
from selector.decide.stability.turning import Line, Turn
from selector.decide.stability.weights import Vector, Weights

_NINE = Context(prec=9)
_ONE = Fraction(1)


@dataclass(frozen=True)
class Axis:
    """One weight, moved down to nothing and up without end."""

    at: int
    """Position of the weight."""
    stated: Fraction
    stretch: Fraction
    """What it is moved by at first, were it to go on so."""
    in_money: bool

    def lines(self, today: Vector) -> tuple[Line, Line]:
        """Down, and up: to where nothing else counts."""
        down = tuple(Fraction(0) if at == self.at else each for at, each in enumerate(today))
        if not self.in_money:  # shares are of both
            down = tuple(Fraction(int(at != self.at)) for at in range(len(today)))
        up = tuple(self.stretch if at == self.at else Fraction(0) for at in range(len(today)))
        return Line(today, down), Line(today, up)

    def value(self, part: Fraction, *, up: bool) -> Fraction | None:
        """The weight, at a part of the way; None where it is without end."""
        if not up:
            return self.stated * (1 - part)
        if not self.in_money:
            return self.stated * (1 - part) + part
        return None if part == 1 else self.stated + part / (1 - part) * self.stretch


def axes(weights: Weights, varies: Sequence[bool], sizes: Vector) -> tuple[Axis, ...]:
    """The weights that can be moved by themselves: all that weigh something, but the cost that others are told in."""
    if not weights.in_money:
        return (Axis(0, weights.today[0], _ONE, in_money=False),)
    return tuple(
        Axis(at, weights.today[at], weights.today[at] or sizes[0] / sizes[at], in_money=True)
        for at in range(1, len(weights.today))
        if varies[at]
    )


def corners(weights: Weights, moved: Sequence[int]) -> tuple[Line, ...]:
    """From today to each corner of the box of all weights that are off by all of themselves: nothing, or twice as much."""
    found = []
    for signs in product((-1, 1), repeat=len(moved)):
        sign = dict(zip(moved, signs, strict=True))
        end = tuple(each * (1 + sign.get(at, 0)) for at, each in enumerate(weights.today))
        found.append(Line(weights.today, end))
    return tuple(found)


def first(turns: Sequence[Turn]) -> Turn:
    """Of lines that span a box, how far it can be stretched: what is best at all corners is best between them.

    What the best award comes to is concave in the weights, and what one award does is linear.
    """
    stays = [each.stays for each in turns]
    least = None if any(each is None for each in stays) else min(each for each in stays if each is not None)
    ending = [each for each in turns if each.ends is not None]
    if not ending:
        return Turn(least, None)
    soonest = min(ending, key=lambda each: each.ends or Fraction(0))
    return Turn(least, soonest.ends, soonest.then)


def spanned(turns: Sequence[Turn]) -> Turn:
    """How far a box can be stretched, by what is known of each weight moved down, and up, by itself.

    Where all of m weights are off by so much, what they are is the mean of m points at which one of them is off by m times
    as much; and how far an award is behind the best is convex.
    """
    found = first(turns)
    weights = len(turns) // 2
    return found if found.stays is None or weights == 1 else replace(found, stays=found.stays / weights)


def proof(turn: Turn) -> TurnProof:
    """How much is known of a turn."""
    if turn.ends is None:
        return "never" if turn.stays == 1 else "interval" if turn.stays else "open"
    return "exact" if turn.stays == turn.ends else "interval"


def point(turn: Turn, stays: Fraction | None, ends: Fraction | None, then: OtherBest | None) -> TurningPoint:
    """A turn as it is told, the figures at its ends being these."""
    return TurningPoint(
        proof=proof(turn),
        stays=None if stays is None else told(stays),
        ends=None if ends is None else told(ends),
        then=then,
    )


def told(value: Fraction) -> Decimal:
    """A figure, to nine digits."""
    return _NINE.divide(Decimal(value.numerator), Decimal(value.denominator)) + 0
