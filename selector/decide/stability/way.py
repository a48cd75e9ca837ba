"""One weight moved, all others as they are: where the best award ceases to be that."""

from dataclasses import dataclass
from fractions import Fraction

from models.stability import TurningPoint, WeightName, WeightRange
from selector.decide.stability.checked import Told
from selector.decide.stability.moved import Axis, point, told
from selector.decide.stability.sentence import range_sentence
from selector.decide.stability.turning import Turn

_UNITS = {
    "liability_weight": "£ a £",
    "disruption_value": "£ a lot or WTE",
    "quality_value": "£ a point",
    "price_weight": "share",
}


@dataclass(frozen=True)
class Way:
    """A weight, and where the award ceases to be the best on the way down and up."""

    axis: Axis
    name: WeightName
    below: Turn
    above: Turn

    @property
    def relative(self) -> tuple[Turn, Turn]:
        """The same as parts of the weight by which it is off, up to all of it."""
        stays, ends = _part(self.above.stays), _part(self.above.ends)
        most = None if stays is None else min(stays, Fraction(1))
        if ends is None or ends > 1:
            return self.below, Turn(most, None)
        return self.below, Turn(most, ends, self.above.then)

    @property
    def in_points(self) -> tuple[Turn, Turn]:
        """The same in points of 100 by which a share moves."""
        return self._points(self.below, up=False), self._points(self.above, up=True)

    def value(self, part: Fraction, *, up: bool) -> Fraction | None:
        """As of the axis."""
        return self.axis.value(part, up=up)

    def range(self, said: Told) -> WeightRange:
        """The range of the weight."""
        found = WeightRange(
            weight=self.name,
            unit=_UNITS[self.name],
            stated=told(self.axis.stated),
            below=self._point(self.below, said, up=False),
            above=self._point(self.above, said, up=True),
        )
        return found.model_copy(update={"sentence": range_sentence(found)})

    def _points(self, turn: Turn, *, up: bool) -> Turn:
        stays, ends = (
            None if each is None else abs((self.value(each, up=up) or Fraction(0)) - self.axis.stated) * 100
            for each in (turn.stays, turn.ends)
        )
        return Turn(stays, ends, turn.then)

    def _point(self, turn: Turn, said: Told, *, up: bool) -> TurningPoint:
        stays, ends = (None if each is None else self.value(each, up=up) for each in (turn.stays, turn.ends))
        return point(turn, stays, ends, said.award(turn.then) if turn.then else None)


def _part(at: Fraction | None) -> Fraction | None:
    """How far up a weight is, as a part of itself, at a part of the way to where nothing else counts."""
    if at is None:
        return None
    return at / (1 - at) if at < 1 else Fraction(10**9)
