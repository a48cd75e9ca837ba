"""The least that mends a case: moves of limits after which it has an award."""

import heapq
import itertools
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from pydantic import ValidationError

from models import Mended, Move, PatchOperation, Repair
from selector.decide.cheapest import Cheapest, cheapest
from selector.decide.feasibility import Judge
from selector.decide.ledger import Ledger, outward
from selector.decide.lever import Lever
from selector.decide.member import Member
from selector.decide.mended_award import SHARE_OF_TIME, award_of
from selector.decide.minimal import irreducible
from selector.decide.narrow import Narrower
from selector.decide.patch import in_order, operations, patched
from selector.decide.relaxation import Relaxation
from selector.decide.words import move

_PROVEN = 1e-4
# A move of so small a share of all may be one that is not needed.
_NEEDLESS = 1e-3
_TOO_SHORT = 0.2
"""Seconds that are too few for another search."""
# By how much further limits move where those that move least allow no award that could be found.
_FURTHER = (Decimal("1.25"), Decimal(2), Decimal(4))
# So many members are worth a deletion filter before the search for a repair takes them in.
_MANY = 40
# Steps by which a limit may have to move further than the six decimals of a mean say.
_MOST_STEPS = 5


@dataclass(frozen=True)
class _Mending:
    limits: dict[Lever, Decimal | None]
    patch: tuple[PatchOperation, ...]
    relaxation: Relaxation
    """Of the mended case."""


@dataclass(frozen=True)
class _Proof:
    """What is known of how little can move."""

    bound: float
    """A distance that no repair falls below."""
    rounding: float
    """What rounding outward adds to the distance of the cheapest moves that were found."""


@dataclass
class Repairer:
    """Finds repairs, the least first.

    What must move is found for the members known to clash, all others lifted: no repair of the case moves less. Where
    the case so mended has an award, that is the repair; where it has none, what clashes in it joins those known, and the
    search goes on (logic-based Benders decomposition: the cuts are conflicts).
    """

    judge: Judge
    ledger: Ledger
    weights: Mapping[str, float]
    """By name: of the members that may move."""
    known: set[int] = field(default_factory=set)
    """Members that clash."""
    mendable: bool | None = None
    """Whether what may move can mend the case; None while that is not known."""

    def repair(self, before: Sequence[Collection[int]]) -> Repair | None:
        """The least repair that leaves out at least one member of each of ``before``; None where none was found."""
        while not self.judge.clock.over:
            found = self._cheapest(before)
            if found is None:
                return None
            mending = self._mending(found)
            if mending is None:
                return None
            award = award_of(mending.relaxation, self.judge.clock)
            if isinstance(award, Mended):
                return self._repair(mending, self._proof(mending, found), award)
            if award == "unknown" or not self.learn(mending.relaxation, mending.limits):
                return self._generous(mending, self._proof(mending, found))
        return None

    def _proof(self, mending: "_Mending", found: Cheapest) -> "_Proof":
        return _Proof(found.bound, self._distance(mending.limits) - self._distance(found.needs.exact))

    def _generous(self, mending: "_Mending", proof: "_Proof") -> Repair | None:
        """A repair that moves the same limits further: what moves least leaves so little room that no award was found."""
        members = self.judge.relaxation.members
        for factor in _FURTHER:
            if self.judge.clock.left * SHARE_OF_TIME < _TOO_SHORT:
                break
            limits = {lever: _further(members[lever.member], limit, factor) for lever, limit in mending.limits.items()}
            further = self._mended(limits)
            award = "unknown" if further is None else award_of(further.relaxation, self.judge.clock)
            if further is not None and isinstance(award, Mended):
                return self._repair(further, proof, award)
        return None

    def learn(self, relaxation: Relaxation, moved: Collection[Lever] = ()) -> bool:
        """Take in what clashes in a case without an award, this one or a mended one; False where nothing is new.

        What clashes within any one service, and any one buyer, is taken in at once; else what clashes between a service
        and a buyer one of which something that ``moved`` is about.
        """
        judge = Judge(relaxation, self.judge.clock)
        narrower = Narrower(judge, Ledger(relaxation), (relaxation.every,))
        beside = tuple({relaxation.by_name[name] for name in self._names(moved) if name in relaxation.by_name})
        for parts in (
            narrower.infeasible_slices(relaxation.every),
            narrower.infeasible_pairs(relaxation.every, beside),
        ):
            found = {member for rows in parts for member in narrower.shrunk(rows)}
            if found:
                break
        else:
            members = narrower.infeasible(relaxation.every)
            found = set() if isinstance(members, str) else set(members)
            if len(found) > _MANY:
                found = set(irreducible(judge, tuple(sorted(found))).members)
        new = {self.judge.relaxation.by_name[relaxation.members[member].name] for member in found} - self.known
        self.known |= new
        return bool(new)

    def _names(self, levers: Collection[Lever]) -> list[str]:
        return [self.judge.relaxation.members[lever.member].name for lever in levers]

    def _cheapest(self, before: Sequence[Collection[int]]) -> Cheapest | None:
        """The cheapest moves for the known members that leave out at least one of each of ``before``.

        Best first: where the cheapest moves all of one of them, one of its members after the other is held.
        """
        first = self._holding(frozenset())
        if first == "infeasible" and not before:
            self.mendable = False
        if isinstance(first, str):
            return None
        count = itertools.count()
        waiting = [(first.bound, next(count), frozenset[int](), first)]
        bound = math.inf
        while waiting:
            _, _, held, found = heapq.heappop(waiting)
            moved = {lever.member for lever in found.needs.limits}
            together = next((each for each in before if moved.issuperset(each)), None)
            if together is None:
                return replace(self._without_needless(found, held, before), bound=min(found.bound, bound))
            for member in together:
                narrower = held | {member}
                next_found = self._holding(narrower)
                if next_found == "unknown":
                    bound = min(bound, found.bound)
                elif next_found != "infeasible":
                    heapq.heappush(waiting, (next_found.bound, next(count), narrower, next_found))
        return None

    def _without_needless(self, found: Cheapest, held: frozenset[int], before: Sequence[Collection[int]]) -> Cheapest:
        """The same without moves so small that the search for the cheapest, within its gap, did not mind them."""
        cost = self._cost(found)
        for member in sorted({lever.member for lever in found.needs.limits}, key=lambda each: self._cost(found, each)):
            if self._cost(found, member) > _NEEDLESS * cost:
                break
            fewer = self._holding(held | {member})
            if not isinstance(fewer, Cheapest) or self._cost(fewer) > cost:
                continue
            moved = {lever.member for lever in fewer.needs.limits}
            if not any(moved.issuperset(each) for each in before):
                found, held, cost = fewer, held | {member}, self._cost(fewer)
        return found

    def _cost(self, found: Cheapest, member: int | None = None) -> float:
        """The distance of what an award needs, or of the moves of one member in it."""
        needs = found.needs.limits.items()
        return self._distance({lever: limit for lever, limit in needs if member is None or lever.member == member})

    def _distance(self, limits: Mapping[Lever, Decimal | None]) -> float:
        members = self.judge.relaxation.members
        return sum(
            self.weights[members[lever.member].name] * float(_size(members[lever.member], limit))
            for lever, limit in limits.items()
        )

    def _holding(self, held: Collection[int]) -> Cheapest | Literal["infeasible", "unknown"]:
        members = self.judge.relaxation.members
        soft = {
            member: self.weights[members[member].name]
            for member in self.known
            if members[member].name in self.weights and member not in held
        }
        return cheapest(self.judge, self.ledger, soft, self.known - soft.keys())

    def _mending(self, found: Cheapest) -> "_Mending | None":
        """The moves that an award needs, rounded so that they allow it for sure, and the case they make."""
        limits = dict(found.needs.limits)
        members = self.judge.relaxation.members
        for _ in range(_MOST_STEPS):
            mending = self._mended(limits)
            short = {} if mending is None else self._still_short(mending, found)
            if not short:
                return mending
            # A mean is told to six decimals: one that was rounded up to a step needs a step more.
            for lever, limit in short.items():
                step = members[lever.member].step
                up = members[lever.member].sense == "at most"
                limits[lever] = limit + step if up else max(limit - step, Decimal(0))
        return None

    def _mended(self, limits: Mapping[Lever, Decimal | None]) -> "_Mending | None":
        """The case that moves make; None where a limit would be larger than a case may state."""
        members = self.judge.relaxation.members
        patch = in_order(
            operation
            for lever, limit in limits.items()
            for operation in operations(members[lever.member], lever, limit)
        )
        try:
            case = patched(self.judge.relaxation.case, patch)
        except ValidationError:
            return None
        return _Mending(dict(limits), patch, Relaxation(case))

    def _still_short(self, mending: "_Mending", found: Cheapest) -> dict[Lever, Decimal]:
        """The moved limits that the award still breaks."""
        members, after = self.judge.relaxation.members, mending.relaxation
        known = {members[member].name for member in self.known}
        ledger = Ledger(after)
        among = [position for name, position in after.by_name.items() if name in known]
        needs = ledger.needs(ledger.award(found.bids), among, ())
        short = {after.members[lever.member].name for lever in needs.limits}
        return {
            lever: limit for lever, limit in mending.limits.items() if limit and members[lever.member].name in short
        }

    def _repair(self, mending: "_Mending", proof: "_Proof", award: Mended) -> Repair:
        self.mendable = True
        moves = tuple(self._moves(mending.limits))
        distance = sum(self.weights[each.rule] * each.relative for each in moves)
        return Repair(
            moves=moves,
            distance=distance,
            bound=min(proof.bound, distance),
            least=distance <= proof.bound * (1 + _PROVEN) + proof.rounding,
            patch=mending.patch,
            award=award,
        )

    def _moves(self, limits: Mapping[Lever, Decimal | None]) -> Iterator[Move]:
        names = {bidder.id: bidder.name for bidder in self.judge.relaxation.case.bidders}
        for lever, limit in sorted(limits.items(), key=lambda item: (item[0].member, item[0].bidder or "")):
            member = self.judge.relaxation.members[lever.member]
            yield Move(
                rule=member.name,
                pointer=member.pointer,
                sentence=move(member, lever, names.get(lever.bidder or ""), limit),
                before=member.limit,
                after=limit,
                unit=member.unit,
                relative=float(_size(member, limit)),
            )


def _size(member: Member, limit: Decimal | None) -> Decimal:
    """The size of a move: of a limit by its base, of anything else 1."""
    if member.limit is None or limit is None:
        return Decimal(1)
    return abs(limit - member.limit) / member.base


def _further(member: Member, limit: Decimal | None, factor: Decimal) -> Decimal | None:
    """A limit moved further, to a figure of few digits: it is no least one anyway."""
    if limit is None or member.limit is None:
        return limit
    moved = member.limit + (limit - member.limit) * factor
    if moved <= 0:
        return Decimal(0)
    step = max(Decimal(1).scaleb(moved.adjusted() - 2), member.step)
    return outward(moved, step, up=member.sense == "at most")
