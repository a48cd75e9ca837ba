"""Where, along a line from today's weights to others, another award becomes the best.

What an award comes to is linear in the weights, and what the best comes to is their lower envelope, which is concave: an
award that is the best at two points of a line is so between them. The next award to try is the best where the lines of two
known ones cross (Eisner and Severance 1976, "Mathematical techniques for efficient record segmentation in large shared
databases"): each solve finds an award that is better there, or proves that none is.

By how much an award may be behind the best is convex along the line: two bounds of it tell one at every point between.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from selector.decide.stability.bench import Bench, Best, Laid
from selector.decide.stability.weights import Vector, weighed

_ALL, _NONE = Fraction(1), Fraction(0)
_MOST_OPEN = 8
"""Points that are looked at after one at which neither was proven."""
_OF_WHAT_IS_LEFT = 0.5
"""Of the time for a line, what one search may take."""


@dataclass(frozen=True)
class Line:
    """From weights at 0 to others at 1."""

    start: Vector
    end: Vector

    def at(self, part: Fraction) -> Vector:
        """The weights at a point between."""
        return tuple((1 - part) * one + part * other for one, other in zip(self.start, self.end, strict=True))

    def crossing(self, own: Vector, other: Vector) -> Fraction | None:
        """From where on another award is better; None where it nowhere is."""
        start, end = (weighed(weight, own) - weighed(weight, other) for weight in (self.start, self.end))
        if start > 0:
            return _NONE
        return -start / (end - start) if end > 0 else None


@dataclass(frozen=True)
class Turn:
    """How far along a line an award stays the best, as far as is known."""

    stays: Fraction | None
    """Proven: to here it is, within what counts as good; None where not even at the start."""
    ends: Fraction | None
    """From here on another award is better; None where none was found."""
    then: tuple[str, ...] = ()
    """Ids of the bids of that award."""

    @property
    def is_known(self) -> bool:
        """Whether nothing is left open."""
        return self.stays == (_ALL if self.ends is None else self.ends)

    def beside(self, line: Line, own: Vector, others: Iterable[Best]) -> "Turn":
        """What is known once other awards are; those of all lines tell of each."""
        found = self
        for each in () if self.is_known else others:
            ends = line.crossing(own, each.vector)
            if ends is not None and (found.ends is None or ends < found.ends) and ends >= (found.stays or 0):
                found = replace(found, ends=ends, then=each.bids)
        return found


@dataclass(frozen=True)
class Piece:
    """Lines to be looked along, one after another."""

    bench: Bench
    lines: tuple[Line, ...]
    within: Fraction
    """How far behind another an award may be and count as good."""
    behind: Fraction | None
    """How far the award may be behind the best at the start; None where nothing is proven."""
    share: float = 1.0
    """Of the time given, what it may take."""


@dataclass(frozen=True)
class Turns:
    """The turns of lines, and the awards seen on the way."""

    turns: list[Turn]
    awards: list[Best]


def turns(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> Turns:
    """The turn of each line that was come to. Work as ``Many`` takes it."""
    until = None if seconds is None else time.monotonic() + seconds * piece.share
    laid, found = Laid(piece.bench, stop), Turns([], [])
    for at, line in enumerate(piece.lines):
        now = time.monotonic()
        ending = None if until is None else now + (until - now) / (len(piece.lines) - at)
        search = _Search(piece, laid, line, ending)
        found.turns.append(search.turn())
        found.awards.extend(search.seen)
    return found


@dataclass
class _Search:
    piece: Piece
    laid: Laid
    line: Line
    until: float | None
    seen: list[Best] = field(default_factory=list)
    bounds: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    """By how much the award may be behind at most, at points along the line."""

    def turn(self) -> Turn:
        own = self.laid.award(self.piece.bench.award)
        ends: Fraction | None = None
        then: tuple[str, ...] = ()
        at, left_open = _ALL, 0
        while left_open <= _MOST_OPEN:
            best = self._best(at)
            if best is None:
                break
            weight = self.line.at(at)
            mine = weighed(weight, own)
            if best.bound is not None:
                self.bounds.append((at, mine - best.bound))
            if mine - weighed(weight, best.vector) > self.piece.within:
                ends, then = self.line.crossing(own, best.vector), best.bids
                if ends == at:  # it is not the best to begin with
                    break
                at = _ALL if ends is None else ends
                continue
            known, most = self._stays() or _NONE, _ALL if ends is None else ends
            if known >= most:
                break
            left_open += 1
            at = (known + min(at, most)) / 2
        stays = self._stays()
        if stays is not None and ends is not None:
            stays = min(stays, ends)  # within what counts as good it may stay for longer
        return Turn(stays, ends, then)

    def _best(self, at: Fraction) -> Best | None:
        now = time.monotonic()
        self.laid.until = None if self.until is None else now + _OF_WHAT_IS_LEFT * (self.until - now)
        best = self.laid.rival(self.line.at(at))
        if best is not None:
            self.seen.append(best)
        return best

    def _stays(self) -> Fraction | None:
        """The furthest point to which the award is no further behind than counts as good."""
        behind, within = self.piece.behind, self.piece.within
        if behind is None or behind > within:
            return max((at for at, most in self.bounds if not at and most <= within), default=None)
        known = [_NONE]
        for at, most in self.bounds:
            known.append(at if most <= within else at * (within - behind) / (most - behind))
        return max(known)
