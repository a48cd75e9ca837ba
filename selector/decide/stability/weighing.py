"""What becomes of the best award as weights move: lines, the smallest change, and the map."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

from selector.decide.asked import Asked, bids_of
from selector.decide.stability.bench import Bench, Best, Laid
from selector.decide.stability.checked import Told
from selector.decide.stability.criteria import Fixed, Moved, criteria
from selector.decide.stability.criterion_ranges import Criteria
from selector.decide.stability.explored import Piece, explored
from selector.decide.stability.moved import axes, corners, told
from selector.decide.stability.regions import Map, Region
from selector.decide.stability.regions import Piece as MapPiece
from selector.decide.stability.smallest import Smallest
from selector.decide.stability.turning import Line, Turn, Turns
from selector.decide.stability.turning import Piece as Lines
from selector.decide.stability.way import Way
from selector.decide.stability.weight_map import weight_map
from selector.decide.stability.weights import Weights
from selector.decide.without.measure import is_priority, is_proven
from selector.many import never

_SHARE, _SHARE_BESIDE_SAMPLES = 0.8, 0.35
"""Of the time that is left, for lines and the map; then awards are checked, and samples drawn."""
_CHECKED_BY = 0.6
"""Of all the time, when samples begin: awards that are not checked by then are told by their bids alone."""
_OPEN = Turn(None, None)


def mapped(asked: Asked, weights: Weights) -> tuple[int, ...]:
    """Positions of the weights that count today for something that awards have."""
    varies = _laid(asked, weights).varies
    return tuple(at for at, each in enumerate(weights.today) if varies[at] and (each or not weights.in_money))


def _laid(asked: Asked, weights: Weights) -> Laid:
    return Laid(Bench(asked.case, asked.appraisal, asked.options, weights, bids_of(asked.best)), never)


@dataclass(frozen=True)
class Weighed:
    """A case with weights, and its best award."""

    asked: Asked
    weights: Weights
    leave_time: bool
    """Whether samples are to follow."""

    def told(self) -> dict[str, Any]:
        """The fields of the answer that are about weights."""
        every = axes(self.weights, self._here.varies, self._here.sizes)
        lines = [line for axis in every for line in axis.lines(self.weights.today)]
        counted = [axis.at for axis in every if axis.stated]
        # Where only one weight counts, the box is the weight's own range; in a large case the ranges have to do.
        boxed = self.weights.in_money and len(counted) > 1 and not self.asked.is_large
        box = corners(self.weights, counted) if boxed else ()
        turns, of_criteria, regions = self._explored([*lines, *box])
        every_turn = [*turns, *(turn for pair in of_criteria for turn in pair)]
        awards = [each.then for each in every_turn if each.then] + [each.bids for each in regions]
        said = Told.of(self._to_check, tuple(dict.fromkeys(each for each in awards if each != self._award)))
        ways = [
            Way(axis, self.weights.names[axis.at], turns[2 * at], turns[2 * at + 1]) for at, axis in enumerate(every)
        ]
        return {
            "within": told(self._within),
            "ranges": tuple(each.range(said) for each in ways),
            "smallest": Smallest(self.weights, ways, turns[len(lines) :], said).change(),
            "criteria": self._criteria.told(of_criteria, said),
            "fixed_criteria": self._criteria.left_out(),
            "map": weight_map(self.weights, self._mapped, regions, said, self._award),
        }

    @property
    def _to_check(self) -> Asked:
        """The question, with as much time as awards may take to be checked."""
        many = self.asked.many
        if many.time_limit is None or not self.leave_time:
            return self.asked
        gone = many.time_limit - (many.left or 0.0)
        most = max(_CHECKED_BY * many.time_limit, gone + (many.time_limit - gone) / 2)
        return replace(self.asked, many=replace(many, time_limit=most))

    @cached_property
    def _award(self) -> tuple[str, ...]:
        names = set(bids_of(self.asked.best))
        return tuple(name for name in self.asked.appraisal.bids.ids if name in names)

    @cached_property
    def _here(self) -> Laid:
        return _laid(self.asked, self.weights)

    @cached_property
    def _mapped(self) -> tuple[int, ...]:
        return mapped(self.asked, self.weights)

    @cached_property
    def _within(self) -> Fraction:
        totals = self.asked.best.totals
        if totals is None:
            raise AssertionError("an award has totals")
        return self._bench.within(totals.cost)

    @cached_property
    def _bench(self) -> Bench:
        return Bench(self.asked.case, self.asked.appraisal, self.asked.options, self.weights, self._award)

    @cached_property
    def _criteria(self) -> Criteria:
        """The criteria, where quality counts."""
        asked = self.asked
        found: list[Moved | Fixed] = []
        if self.weights.today[-1] and not asked.is_large:
            found = list(criteria(asked.case, asked.appraisal))
        elif self.weights.today[-1]:
            found = [Fixed(each, "the case is above board size") for each in asked.case.criteria]
        return Criteria(
            self.weights,
            [each for each in found if isinstance(each, Moved)],
            [each for each in found if isinstance(each, Fixed)],
        )

    def _explored(self, lines: Sequence[Line]) -> tuple[list[Turn], list[list[Turn]], list[Region]]:
        """The turn of each line, those of each criterion, and the regions of the map."""
        many, share = self.asked.many, _SHARE_BESIDE_SAMPLES if self.leave_time else _SHARE
        makes_map, of_criteria = len(self._mapped) in (2, 3), len(self._criteria.moved)
        workers = many.at_once
        # Of a large case the map is of what is found along lines: at each of its corners a search would be cut off.
        searched = makes_map and not self.asked.is_large
        # One process is for the map; without another, lines come first.
        chunks = max(1, min(len(lines), workers - searched))
        if workers == 1 and searched:
            share /= 2
        pieces: list[Piece] = [
            Lines(self._bench, tuple(lines[at::chunks]), self._within, self._behind, share) for at in range(chunks)
        ]
        pieces += [
            self._criteria.piece(at, self._bench, self._within, self._behind, share) for at in range(of_criteria)
        ]
        if searched:
            pieces.append(MapPiece(self._bench, self._mapped, self._within, share))
        answers = self.asked.each("weights, part", explored, pieces)
        found, awards = [_OPEN] * len(lines), list[Best]()
        turned = [each if isinstance(each := answers.get(at), Turns) else Turns([], []) for at in range(len(pieces))]
        for at, answer in enumerate(turned[:chunks]):
            found[at::chunks] = _padded(answer.turns, len(lines[at::chunks]))
            awards += answer.awards
        own = self._here.award(self._award)
        drawn = next((each for each in answers.values() if isinstance(each, Map)), None)
        if drawn is None and makes_map:
            drawn = Map(self.weights, self._mapped, self._within, {own: self._award})
        on_map = [] if drawn is None else [Best(bids, vector, None) for vector, bids in drawn.awards.items()]
        found = [each.beside(line, own, [*awards, *on_map]) for each, line in zip(found, lines, strict=True)]
        if drawn is not None:
            drawn.beside(awards)
        pairs = [_padded(each.turns, 2) for each in turned[chunks : chunks + of_criteria]]
        return found, pairs, [] if drawn is None else drawn.regions()

    @property
    def _behind(self) -> Fraction | None:
        """How far today's best award may be behind the best, as far as is proven."""
        levels = self.asked.best.certificate.levels
        if not all(is_proven(each) for each in levels if is_priority(each.objective)):
            return None
        stated = next(each for each in levels if not is_priority(each.objective))
        return None if stated.bound is None else abs(Fraction(stated.value) - Fraction(stated.bound))


def _padded(turns: Sequence[Turn], wanted: int) -> list[Turn]:
    """Turns, those that were not come to open."""
    return [*turns, *[_OPEN] * (wanted - len(turns))]
