"""Which award is best at which weights: the regions of a simplex of two or three weights.

A decomposition of the weight set (Przybylski, Gandibleux and Ehrgott 2010; Benson and Sun 2000). Each award that is known
has the part of the simplex in which no other known one is better, bounded by the lines where two are equal. What the best
award comes to is concave in the weights, so that a region is proven once nothing better is found at its corners; an award
that is better at one is cut out of its neighbours, and the corners that this makes are looked at in turn.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from selector.decide.stability.bench import Bench, Best, Laid
from selector.decide.stability.cells import Cell, Point, cut, simplex, size
from selector.decide.stability.weights import Vector, Weights, weighed

_MOST = 300
"""Regions beyond which no more are looked for: nobody would read a map of them."""


@dataclass(frozen=True)
class Region:
    """Where one award is the best."""

    bids: tuple[str, ...]
    cell: Cell
    proven: bool

    @property
    def share(self) -> Fraction:
        """Of the whole simplex."""
        return size(self.cell)


@dataclass(frozen=True)
class Piece:
    """A map to be made."""

    bench: Bench
    mapped: tuple[int, ...]
    """Positions of the weights that the map is of."""
    within: Fraction
    share: float = 1.0
    """Of the time given, what it may take."""


@dataclass
class Map:
    """What is known of a map: awards, by what they have of each objective, and points at which none is better."""

    weights: Weights
    mapped: tuple[int, ...]
    within: Fraction
    awards: dict[Vector, tuple[str, ...]] = field(default_factory=dict)
    proven: set[Point] = field(default_factory=set)
    tried: set[Point] = field(default_factory=set)

    def weight(self, point: Point) -> Vector:
        """The weights at a point: in equal shares they are those of today, of scores their sum is 1."""
        today = self.weights
        stretch = len(point) if today.in_money else 1
        shares = dict(zip(self.mapped, point, strict=True))
        stated = today.today if today.in_money else (Fraction(1),) * len(today.today)
        return tuple(shares.get(at, Fraction(0)) * stretch * each for at, each in enumerate(stated))

    def wanted(self) -> list[Point]:
        """Corners that were not looked at."""
        every = [point for region in self.regions() for point in region.cell]
        return [point for point in dict.fromkeys((*simplex(len(self.mapped)), *every)) if point not in self.tried]

    def take(self, point: Point, best: Best) -> None:
        """Learn from the best award at a point: one that is better than all known, or that none is."""
        self.tried.add(point)
        weight = self.weight(point)
        known = min(weighed(weight, vector) for vector in self.awards)
        own = weighed(weight, best.vector)
        if own < known - self.within:
            self.awards.setdefault(best.vector, best.bids)
            known = own
        if best.bound is not None and best.bound >= known - self.within:
            self.proven.add(point)

    def beside(self, others: Iterable[Best]) -> None:
        """Learn of awards that were found elsewhere, unless the map is known without them."""
        if not all(each.proven for each in self.regions()):
            for each in others:
                self.awards.setdefault(each.vector, each.bids)

    def regions(self) -> list[Region]:
        """The region of each award that is known and best somewhere, the largest first."""
        found = []
        for vector, bids in self.awards.items():
            cell = simplex(len(self.mapped))
            for other in self.awards:
                if other != vector and cell:
                    cell = cut(cell, self._behind(vector, other))
            if size(cell):
                found.append(Region(bids, cell, all(point in self.proven for point in cell)))
        return sorted(found, key=lambda each: (-each.share, each.bids))

    def _behind(self, vector: Vector, other: Vector) -> Callable[[Point], Fraction]:
        """How far one award is behind another at a point."""
        apart = tuple(one - two for one, two in zip(vector, other, strict=True))
        return lambda point: weighed(self.weight(point), apart)


def mapped(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> Map:
    """What was found of a map within the limits. Work as ``Many`` takes it."""
    until = None if seconds is None else time.monotonic() + seconds * piece.share
    laid, found = Laid(piece.bench, stop), Map(piece.bench.weights, piece.mapped, piece.within)
    found.awards[laid.award(piece.bench.award)] = piece.bench.award
    while (wanted := found.wanted()) and len(found.awards) < _MOST:
        for at, point in enumerate(wanted):
            laid.share(until, len(wanted) - at + 1)
            best = laid.rival(found.weight(point))
            if best is None:
                return found
            found.take(point, best)
    return found
