"""How far the weight of each criterion may move with the best award as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from models.stability import CriterionRange, FixedCriterion, TurningPoint
from selector.decide.stability.bench import Bench
from selector.decide.stability.checked import Told
from selector.decide.stability.criteria import Fixed, Moved
from selector.decide.stability.moved import point, told
from selector.decide.stability.sentence import criterion_sentence
from selector.decide.stability.turning import Line, Piece, Turn
from selector.decide.stability.weights import Weights

_THOUSANDTH = Fraction(1, 1000)


@dataclass(frozen=True)
class Criteria:
    """The criteria that can be moved, and those that can not."""

    weights: Weights
    moved: Sequence[Moved]
    fixed: Sequence[Fixed]

    def piece(self, at: int, bench: Bench, within: Fraction, behind: Fraction | None, share: float) -> Piece:
        """What is looked along for one of them: its weight down to nothing, and up to all."""
        each = self.moved[at]
        *others, value = self.weights.today
        today, down, up = (
            (*others, value * (1 - part), value * part) for part in (each.share, Fraction(0), Fraction(1))
        )
        names = (*self.weights.names, self.weights.names[-1])
        split = replace(
            bench,
            weights=replace(self.weights, names=names, today=today),
            qualities=(each.without, each.alone),
        )
        return Piece(split, (Line(today, down), Line(today, up)), within + value * _THOUSANDTH, behind, share)

    def told(self, turns: Sequence[Sequence[Turn]], said: Told) -> tuple[CriterionRange, ...]:
        """The range of each, of the two turns that were found."""
        return tuple(_range(each, found, said) for each, found in zip(self.moved, turns, strict=True))

    def left_out(self) -> tuple[FixedCriterion, ...]:
        """Those that can not be moved."""
        return tuple(FixedCriterion(criterion=each.criterion.id, why=each.why) for each in self.fixed)


def _range(each: Moved, turns: Sequence[Turn], said: Told) -> CriterionRange:
    below, above = turns
    found = CriterionRange(
        criterion=each.criterion.id,
        name=each.criterion.name,
        stated=told(each.share),
        below=_point(below, each.share, Fraction(0), said),
        above=_point(above, each.share, Fraction(1), said),
    )
    return found.model_copy(update={"sentence": criterion_sentence(found)})


def _point(turn: Turn, today: Fraction, end: Fraction, said: Told) -> TurningPoint:
    stays, ends = (None if at is None else today + (end - today) * at for at in (turn.stays, turn.ends))
    return point(turn, stays, ends, said.award(turn.then) if turn.then else None)
