"""The smallest change of weights that makes another award the best."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.stability import SmallestChange
from selector.decide.stability.checked import Told
from selector.decide.stability.moved import corners, first, point, spanned, told
from selector.decide.stability.sentence import change_sentence
from selector.decide.stability.turning import Line, Turn
from selector.decide.stability.way import Way
from selector.decide.stability.weights import Vector, Weights


@dataclass(frozen=True)
class Smallest:
    """What is known of each weight by itself, and of all together."""

    weights: Weights
    ways: Sequence[Way]
    box: Sequence[Turn]
    """Towards each corner of the box; empty where nobody looked there."""
    said: Told

    def change(self) -> SmallestChange | None:
        """The smallest change; None where no weight counts today."""
        if not self.weights.in_money:
            return self._of_shares(self.ways[0])
        counted = [way for way in self.ways if way.axis.stated]
        return self._of_values(counted) if counted else None

    def _of_values(self, counted: Sequence[Way]) -> SmallestChange:
        """As a part of themselves by which the values are off, each its own way."""
        apart = [turn for way in counted for turn in way.relative]
        turn = first(self.box) if self.box else spanned(apart)
        line = None
        if turn.ends is not None and self.box:
            at = next(at for at, each in enumerate(self.box) if each.ends == turn.ends)
            line = corners(self.weights, [way.axis.at for way in counted])[at]
        elif turn.ends is not None:
            at = next(at for at, each in enumerate(apart) if each.ends == turn.ends)
            line = self._alone(counted[at // 2], at % 2 * 2)
        there = None if line is None or turn.ends is None else line.at(turn.ends)
        return self._told("largest_relative_change", turn, there)

    def _alone(self, way: Way, times: int) -> Line:
        """One weight moved to nothing, or to twice what it is."""
        today = self.weights.today
        return Line(today, tuple(each * times if at == way.axis.at else each for at, each in enumerate(today)))

    def _of_shares(self, way: Way) -> SmallestChange:
        """Of scores: as many points of share as the nearer of the two ways."""
        moved = way.in_points
        ending = [each for each in moved if each.ends is not None]
        if not ending:
            never = way.below.stays == way.above.stays == 1
            return self._told("points_of_share", Turn(Fraction(1) if never else None, None), None)
        soonest = min(ending, key=lambda each: each.ends or 0)
        # Where it never ceases to be the best it stays so to the end, which may be the nearer.
        held = [each.stays for each, turn in zip(moved, (way.below, way.above), strict=True) if turn.stays != 1]
        least = None if None in held else min(each for each in held if each is not None)
        up = soonest is moved[1]
        share = way.value((way.above if up else way.below).ends or Fraction(0), up=up) or Fraction(0)
        return self._told("points_of_share", Turn(least, soonest.ends, soonest.then), (share, 1 - share))

    def _told(self, measure: str, turn: Turn, there: Vector | None) -> SmallestChange:
        weights = {} if there is None else self._named(there)
        stays = None if turn.ends is None and turn.stays == 1 else turn.stays
        where = point(turn, stays, turn.ends, self.said.award(turn.then) if turn.then else None)
        return SmallestChange.model_validate(
            {
                "measure": measure,
                "at": where,
                "weights": weights,
                "sentence": change_sentence(measure, where, weights),
            }
        )

    def _named(self, values: Vector) -> dict[str, Decimal]:
        """Weights by their names; the cost, where others are told in it, is 1."""
        base = values[0] if self.weights.in_money else Fraction(1)
        return {
            name: told(value / base) for name, value in zip(self.weights.names, values, strict=True) if name != "cost"
        }
