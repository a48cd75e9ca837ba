"""From members that cannot hold together to a minimal conflict: no member of it can be spared."""

from dataclasses import dataclass

from selector.decide.feasibility import Judge
from selector.decide.narrow import Members

# Of several conflicts, the one of rules about the whole of a service or a buyer says more than that of many bidders.
_PREFERRED = {
    family: rank for rank, family in enumerate(("shape", "min_providers", "floor", "quality_standard", "budget"))
}
_OTHERS = len(_PREFERRED)
# What bars single bids comes last.
_PREFERRED |= dict.fromkeys(("veto", "shortlist", "minimum", "min_quality"), _OTHERS + 1)


@dataclass(frozen=True)
class Irreducible:
    """Members that cannot hold together; ``proven`` where it is proven that without any one of them the others can."""

    members: Members
    proven: bool


def irreducible(judge: Judge, members: Members) -> Irreducible:
    """A conflict within ``members``, which are proven not to hold together.

    A deletion filter over members that goes by halves (QuickXplain, Junker 2004): few solves where few members matter.
    Each deletion is a feasibility solve, with integers. Whatever it ends with is tried once more member by member, so
    that a limit on the way costs the proof and not the truth.
    """
    stated = judge.relaxation.members
    preferred = tuple(sorted(members, key=lambda member: (_PREFERRED.get(stated[member].family, _OTHERS), member)))
    filtered = _Filter(judge, members)
    found = tuple(sorted(filtered.needed((), preferred, grown=False)))
    if not found or judge.of_members(found) != "infeasible":
        found = tuple(sorted(filtered.fewest))  # a solve on the way ran out of time and misled the filter
    spared = all(judge.of_members(tuple(other for other in found if other != member)) == "feasible" for member in found)
    return Irreducible(found, spared and not judge.relaxation.ambiguous)


@dataclass
class _Filter:
    judge: Judge
    fewest: Members
    """The fewest members so far that are proven not to hold together."""

    def needed(self, kept: Members, members: Members, *, grown: bool) -> Members:
        """Those of ``members`` that, with ``kept``, cannot hold together and none of which can be spared."""
        if grown and self.judge.of_members(kept) == "infeasible":
            if len(kept) < len(self.fewest):
                self.fewest = kept
            return ()
        if len(members) <= 1:
            return members
        half = len(members) // 2
        first, second = members[:half], members[half:]
        of_second = self.needed((*kept, *first), second, grown=True)
        of_first = self.needed((*kept, *of_second), first, grown=bool(of_second))
        return (*of_first, *of_second)
