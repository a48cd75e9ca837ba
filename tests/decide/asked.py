"""What a case asks to be mended where some members may not move and others weigh more: by looking at every award."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from fractions import Fraction
from typing import Any

from models import Options
from tests.oracle.ways import Move, Way, ways

Document = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """A case and what is asked of its repairs."""

    document: Document
    fixed: tuple[str, ...] = ()
    weights: Mapping[str, str] | None = None

    @property
    def options(self) -> Options:
        """The same as options."""
        weights = {pattern: Decimal(weight) for pattern, weight in (self.weights or {}).items()}
        return Options(fixed=self.fixed or None, move_weights=weights or None)

    def is_fixed(self, name: str) -> bool:
        """Whether a member may not move."""
        return any(_fits(pattern, name) for pattern in self.fixed)

    def weight(self, name: str) -> Fraction:
        """What a move of size 1 of a member counts: by the last pattern that fits it."""
        fitting = [weight for pattern, weight in (self.weights or {}).items() if _fits(pattern, name)]
        return Fraction(fitting[-1]) if fitting else Fraction(1)

    def ways(self) -> "list[Way]":
        """Each way to allow an award that leaves what is fixed as it is."""
        return [way for _, way in ways(self.document) if not any(map(self.is_fixed, way))]

    def distance(self, way: Way) -> Fraction:
        """How far a way goes."""
        return self._sum((move.member.name, move.size) for move in way.values())

    def rounded(self, way: Way) -> Fraction:
        """How far it goes with its limits rounded outward."""
        return self._sum((move.member.name, move.rounded_size) for move in way.values())

    def rounding(self, moves: Iterable[Move]) -> Fraction:
        """The most that rounding adds to some moves."""
        limits = [move.member for move in moves if move.after is not None]
        return self._sum((member.name, member.step / (member.limit or 1)) for member in limits)

    def _sum(self, sizes: Iterable[tuple[str, Fraction]]) -> Fraction:
        return sum((self.weight(name) * size for name, size in sizes), Fraction(0))


def unlike(found: Iterable[Way], earlier: Iterable[Collection[str]]) -> list[Way]:
    """Those ways that leave out a member of each earlier repair."""
    return [way for way in found if not any(set(names) <= way.keys() for names in earlier)]


def _fits(pattern: str, name: str) -> bool:
    """Whether a name is of a pattern, in which nothing but ``*`` has a meaning."""
    return fnmatchcase(name, pattern.replace("[", "[[]").replace("?", "[?]"))
