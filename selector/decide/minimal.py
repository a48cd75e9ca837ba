"""From members that cannot hold together to a minimal conflict: no member of it can be spared."""

from collections.abc import Callable
from dataclasses import dataclass

from selector.decide.feasibility import Judge
from selector.decide.narrow import Members
from selector.decide.plainness import plainness


@dataclass(frozen=True)
class Irreducible:
    """Members that cannot hold together; ``proven`` where it is proven that without any one of them the others can."""

    members: Members
    proven: bool


def irreducible(judge: Judge, members: Members) -> Irreducible:
    """A conflict within ``members``, which are proven not to hold together.

    Each deletion of the filter is a feasibility solve, with integers. Whatever it ends with is tried once more member by
    member, so that a limit on the way costs the proof and not the truth.
    """
    stated = judge.relaxation.members
    preferred = tuple(sorted(members, key=lambda member: (plainness(stated[member].family), member)))

    def clashing(some: Members) -> bool:
        return judge.of_members(some) == "infeasible"

    found = tuple(sorted(fewest(clashing, preferred)))
    spared = all(judge.of_members(tuple(other for other in found if other != member)) == "feasible" for member in found)
    return Irreducible(found, spared and not judge.relaxation.ambiguous)


def fewest(clashing: Callable[[Members], bool], all_of_them: Members) -> Members:
    """Few of some things that are proven to clash: still proven, and none to spare unless proofs failed.

    A deletion filter that goes by halves (QuickXplain, Junker 2004): few proofs where few of them matter. ``clashing``
    says whether some of them are proven to clash by themselves; those that come late are left out the rather.
    """
    filtered = _Filter(clashing, all_of_them)
    found = filtered.needed((), all_of_them, grown=False)
    # A proof on the way that ran out of time misleads the filter.
    return found if found and clashing(found) else filtered.fewest


@dataclass
class _Filter:
    clashing: Callable[[Members], bool]
    fewest: Members
    """The fewest so far that are proven to clash."""

    def needed(self, kept: Members, others: Members, *, grown: bool) -> Members:
        """Those of ``others`` that, with ``kept``, clash and none of which can be spared."""
        if grown and self.clashing(kept):
            if len(kept) < len(self.fewest):
                self.fewest = kept
            return ()
        if len(others) <= 1:
            return others
        half = len(others) // 2
        first, second = others[:half], others[half:]
        of_second = self.needed((*kept, *first), second, grown=True)
        of_first = self.needed((*kept, *of_second), first, grown=bool(of_second))
        return (*of_first, *of_second)
