"""A clash in words, with the figures that show it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import Clash, ConflictRule
from selector.decide.cheapest import cheapest
from selector.decide.feasibility import Judge
from selector.decide.ledger import Ledger
from selector.decide.lever import Lever
from selector.decide.member import Member
from selector.decide.minimal import Irreducible
from selector.decide.reasons import Reasons
from selector.decide.words import amount

# Beyond so many members, what each would have to be with all others as they are tells little.
_MOST_REACHES = 8
# So many are told in sentences; of more the rules themselves tell.
_FEW = 3
# Rounding of what the solver says of a move, as a share of the limit.
_ROUNDING = 1e-8


@dataclass(frozen=True)
class Explainer:
    """Puts clashes into words."""

    judge: Judge
    ledger: Ledger

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(self.ledger)

    def clash(self, found: Irreducible) -> Clash:
        """The clash of some members that cannot hold together."""
        members = [self.judge.relaxation.members[member] for member in found.members]
        reaches = self._reaches(found.members) if len(members) <= _MOST_REACHES else {}
        rules = tuple(
            ConflictRule(
                rule=member.name,
                pointer=member.pointer,
                sentence=member.sentence,
                sense=member.sense,
                limit=member.limit,
                reach=reaches.get(member.name),
                unit=member.unit,
                lift=member.lift,
            )
            for member in members
        )
        return Clash(rules=rules, minimal=found.proven, explanation=tuple(self._sentences(members, reaches)))

    def _reaches(self, members: Sequence[int]) -> Mapping[str, Decimal]:
        """By name: what each limit would have to be for all members to hold, the others as they are."""
        reaches = {}
        for member in members:
            stated = self.judge.relaxation.members[member]
            if stated.limit is None:
                continue
            others = [other for other in members if other != member]
            found = cheapest(
                self.judge, self.ledger, {member: 1.0}, others, resolution=float(stated.step / stated.base)
            )
            if isinstance(found, str):
                continue
            reach = found.needs.limits.get(Lever(member))
            # Of what is not proven the least, no figure is told.
            if reach is not None and abs(reach - stated.limit) <= (
                Decimal(found.bound + _ROUNDING) * stated.base + stated.step
            ):
                reaches[stated.name] = reach
        return reaches

    def _sentences(self, members: Sequence[Member], reaches: Mapping[str, Decimal]) -> Iterator[str]:
        if len(members) == 1:
            yield self._reasons.alone(members[0], reaches.get(members[0].name))
            return
        reason = self._reasons.together(members)
        if reason is not None:
            yield reason
        reached = [member for member in members if member.name in reaches] if len(members) <= _FEW else []
        for member in reached:
            yield (
                f"With the others as they are, {member.subject} would have to be"
                f" {amount(reaches[member.name], member.unit)}"
                + (f" and not {amount(member.limit, member.unit)}." if member.limit is not None else ".")
            )
        if reason is None and not reached:
            yield f"No award can keep {'both' if len(members) == 2 else f'all {len(members)}'} of these rules."
