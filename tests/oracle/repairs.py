"""Which members of a case cannot be kept together, and what is the least that mends it: by looking at every award."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.members import Member, members
from tests.oracle.reading import Document
from tests.oracle.ways import Way, ways


@dataclass(frozen=True)
class Repair:
    """A way to allow an award.

    Attributes
    ----------
    distance
        Sum of the sizes of its moves, exact.
    rounded
        The same with every limit rounded outward; not less.
    """

    award: Award
    way: Way

    @property
    def distance(self) -> Fraction:
        return sum((move.size for move in self.way.values()), Fraction(0))

    @property
    def rounded(self) -> Fraction:
        return sum((move.rounded_size for move in self.way.values()), Fraction(0))


class Repairs:
    """All repairs of a case.

    Raises
    ------
    ValueError
        if the case without its members has more than 4,096 awards.
    """

    def __init__(self, document: Document) -> None:
        self.members: dict[str, Member] = members(document)
        self._all = [Repair(award, way) for award, way in ways(document)]
        self._mending = [row for row in self._all if not any(move.hopeless for move in row.way.values())]

    @property
    def feasible(self) -> bool:
        """Whether some award needs no repair."""
        return self.hold_together(self.members)

    def hold_together(self, names: Collection[str]) -> bool:
        """Whether some award keeps these members, all others lifted."""
        return any(repair.way.keys().isdisjoint(names) for repair in self._all)

    def is_minimal(self, names: Collection[str]) -> bool:
        """Whether these members cannot be kept together, but any all but one of them can."""
        return not self.hold_together(names) and all(self.hold_together(set(names) - {name}) for name in names)

    def reach(self, name: str, others: Iterable[str]) -> Fraction | None:
        """What the limit of a member must be for it to be kept with ``others``, and all else lifted; None if no limit does."""
        kept = set(others) - {name}
        member = self.members[name]
        needed = [
            move.after
            for repair in self._all
            if repair.way.keys().isdisjoint(kept) and (move := repair.way.get(name)) and move.after is not None
        ]
        return min(needed, key=member.size, default=None)

    def least(self, unlike: Iterable[Collection[str]] = ()) -> Repair | None:
        """The repair of the least distance, of those that leave out a member of each in ``unlike``; None if all have all."""
        return min(self._unlike(unlike), key=lambda repair: repair.distance, default=None)

    def least_rounded(self, unlike: Iterable[Collection[str]] = ()) -> Fraction | None:
        """As ``least``, of the distances with every limit rounded outward."""
        return min((repair.rounded for repair in self._unlike(unlike)), default=None)

    def _unlike(self, unlike: Iterable[Collection[str]]) -> list[Repair]:
        earlier = [frozenset(names) for names in unlike]
        return [repair for repair in self._mending if not any(names <= repair.way.keys() for names in earlier)]

    def least_of_one(self) -> Repair | None:
        """The least repair that moves a single member; None if no single one mends."""
        single = [repair for repair in self._mending if len(repair.way) == 1]
        return min(single, key=lambda repair: repair.distance, default=None)

    def in_conflict(self) -> set[str]:
        """The members that are in some minimal conflict: those that some repair without a needless move touches."""
        touched = {frozenset(repair.way) for repair in self._all}
        return {name for names in touched if not any(other < names for other in touched) for name in names}

    def conflict(self) -> set[str]:
        """A minimal conflict of an infeasible case: each member in turn let go where the others cannot hold without."""
        held = set(self.members)
        for name in self.members:
            if not self.hold_together(held - {name}):
                held.remove(name)
        return held
