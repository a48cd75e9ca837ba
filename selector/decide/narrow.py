"""Finding members that cannot hold together: those of one service, of one buyer, and at last any."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from selector.decide.cheapest import cheapest
from selector.decide.feasibility import Judge
from selector.decide.ledger import Ledger
from selector.decide.linear import violated_support
from selector.decide.slices import Slices

Bools = NDArray[np.bool_]
Members = tuple[int, ...]
# So few are left to the deletion filter as they are.
_FEW = 8
_SLICE = 60
# One linear program often saves dozens of others in integers: it may take longer than they, so many seconds.
_LINEAR = 4.0


@dataclass(frozen=True)
class Narrower:
    """Finds members that are proven not to hold together, the fewer and the plainer first."""

    judge: Judge
    ledger: Ledger
    known: Sequence[Members] = ()
    """Sets of members that are known not to hold together, the smaller first."""

    def infeasible(self, allowed: Members) -> Members | Literal["feasible", "unknown"]:
        """Members of ``allowed`` that cannot hold together; ``feasible`` where all of them can."""
        relaxation = self.judge.relaxation
        rows = relaxation.rows_of(allowed)
        known = [members for members in self.known if set(members) <= set(allowed)]
        for members in known:
            # What arithmetic proved is proven again: a solve of what little is left to decide.
            if len(members) < len(allowed) and self.judge.of_members(members) == "infeasible":
                return self.shrunk(relaxation.rows_of(members))
        for part in self.infeasible_slices(allowed):
            members = relaxation.members_of(part)
            # Few are left to the deletion filter, which then has a choice of conflicts and takes the plainest.
            return members if len(members) <= _SLICE else self.shrunk(part)
        if not known:
            whole = self.judge.of_rows(rows)
            if whole != "infeasible":
                return whole
        return self.shrunk(rows)

    def shrunk(self, rows: Bools) -> Members:
        """Members of some rows that cannot hold together, few of them: by an elastic filter, in fractions or in integers."""
        members = self.judge.relaxation.members_of(rows)
        if len(members) <= _FEW:
            return members
        fewer = self._linear(rows)
        return self._filtered(self._without_families(members)) if fewer is None else fewer

    def _linear(self, rows: Bools) -> Members | None:
        """The members that the linear relaxation shows cannot hold together; None where it shows nothing."""
        judge, relaxation = self.judge, self.judge.relaxation
        part = judge.parts.part(rows)
        seconds = min(judge.clock.left, max(_LINEAR, judge.clock.step))
        support = violated_support(part.program, relaxation.reasons[part.rows] > 0, seconds)
        if isinstance(support, str):
            return None
        found = np.zeros(len(rows), dtype=np.bool_)
        found[part.rows[support]] = True
        fewer = relaxation.members_of(found)
        # Fractions are told apart within a tolerance; what they show is taken only once it is proven in integers.
        return fewer if judge.of_members(fewer) == "infeasible" else None

    def _without_families(self, members: Members) -> Members:
        """Fewer of some members, whole families left out: a coarse deletion filter, of few solves."""
        stated = self.judge.relaxation.members
        for family in dict.fromkeys(stated[member].family for member in members):
            others = tuple(member for member in members if stated[member].family != family)
            if self.judge.of_members(others) == "infeasible":
                members = others
        return members

    def _filtered(self, members: Members) -> Members:
        """Those that an elastic filter finds (Chinneck): what gives way in a cheapest award may do so no more."""
        hard: set[int] = set()
        while len(hard) < len(members) / 2:
            soft = dict.fromkeys((member for member in members if member not in hard), 1.0)
            found = cheapest(self.judge, self.ledger, soft, hard)
            if found == "infeasible":
                fewer = tuple(sorted(hard))
                return fewer if self.judge.of_members(fewer) == "infeasible" else members
            if found == "unknown":
                break
            moved = {lever.member for lever in found.needs.limits} - hard
            if not moved:
                break
            hard |= moved
        return members

    def infeasible_slices(self, allowed: Members) -> Iterator[Bools]:
        """The rows of each service, and of each buyer, whose rows cannot hold together."""
        for part in self._slices.each(self.judge.relaxation.rows_of(allowed)):
            if self.judge.of_rows(part) == "infeasible":
                yield part

    def infeasible_pairs(self, allowed: Members, beside: Members) -> Iterator[Bools]:
        """The rows of a service and a buyer that cannot hold together, where ``beside`` has members about one of them."""
        relaxation = self.judge.relaxation
        moved = np.asarray(relaxation.owners[:, list(beside)].sum(axis=1)).ravel() > 0
        for part in self._slices.pairs(relaxation.rows_of(allowed), moved):
            if self.judge.of_rows(part) == "infeasible":
                yield part

    @cached_property
    def _slices(self) -> Slices:
        return Slices(self.judge.relaxation)
