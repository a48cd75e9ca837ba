"""The least that mends a case: moves of limits after which it has an award."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from models import Case, Mended, Move, Options, PatchOperation, Repair, SolverFailed
from selector.decide.cheapest import Cheapest, cheapest
from selector.decide.feasibility import Judge
from selector.decide.ledger import Ledger, Needs
from selector.decide.lever import Lever
from selector.decide.minimal import irreducible
from selector.decide.narrow import Narrower
from selector.decide.patch import in_order, operations, patched
from selector.decide.relaxation import Relaxation
from selector.decide.words import move
from selector.search import search

_GAP_OF_MENDED = 0.01
_PROVEN = 1e-4


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

    def repair(self, before: Sequence[Collection[int]]) -> Repair | None:
        """The least repair that leaves out at least one member of each of ``before``; None where none was found."""
        while not self.judge.clock.over:
            found = self._cheapest(before)
            if found is None:
                return None
            limits, patch, case = self._mended(found)
            award = self._award(case)
            if award is not None:
                return self._repair(limits, patch, found.bound, award)
            if not self._learn(case):
                return None
        return None

    def _cheapest(self, before: Sequence[Collection[int]]) -> Cheapest | None:
        members = self.judge.relaxation.members
        soft = {
            member: self.weights[members[member].name] for member in self.known if members[member].name in self.weights
        }
        apart = []
        for together in before:
            if not set(together) <= soft.keys():
                continue
            if len(together) == 1:
                soft.pop(next(iter(together)))
            else:
                apart.append(together)
        apart = [together for together in apart if set(together) <= soft.keys()]
        found = cheapest(self.judge, self.ledger, soft, self.known - soft.keys(), apart)
        return None if isinstance(found, str) else found

    def _mended(self, found: Cheapest) -> tuple[dict[Lever, Decimal | None], tuple[PatchOperation, ...], Case]:
        """The moves, rounded so that they allow the award for sure, their patch and the case they make."""
        limits = dict(found.needs.limits)
        members = self.judge.relaxation.members
        while True:
            patch = in_order(
                operation
                for lever, limit in limits.items()
                for operation in operations(members[lever.member], lever, limit)
            )
            case = patched(self.judge.relaxation.case, patch)
            short = self._still_short(case, found, limits)
            if not short:
                return limits, patch, case
            # A mean is told to six decimals: one that was rounded up to a step needs a step more.
            for lever in short:
                step, limit = members[lever.member].step, limits[lever]
                if limit is not None:
                    limits[lever] = (
                        limit + step if members[lever.member].sense == "at most" else max(limit - step, Decimal(0))
                    )

    def _still_short(self, case: Case, found: Cheapest, limits: Mapping[Lever, Decimal | None]) -> set[Lever]:
        after = Ledger(Relaxation(case))
        names = self.judge.relaxation.members
        among = {names[member].name for member in self.known}
        award = after.award(found.bids)
        needs: Needs = after.needs(
            award, [position for name, position in after.relaxation.by_name.items() if name in among], ()
        )
        short = {after.relaxation.members[lever.member].name for lever in needs.limits}
        return {lever for lever, limit in limits.items() if limit and names[lever.member].name in short}

    def _award(self, case: Case) -> Mended | None:
        """An award of a mended case; None where it is proven to have none, or none was found in time."""
        options = Options(gap=_GAP_OF_MENDED, time_limit=max(self.judge.clock.left, 0.1))
        try:
            evaluation = search(case, options, isolated=False)
        except SolverFailed:  # what a repair allows could not be shown: then it is not told
            return None
        if evaluation.status in ("infeasible", "unknown") or evaluation.totals is None:
            return None
        return Mended(
            status="optimal" if evaluation.status == "optimal" else "feasible",
            gap=evaluation.certificate.gap,
            totals=evaluation.totals,
            awards=evaluation.awards,
            providers=evaluation.providers,
        )

    def _learn(self, case: Case) -> bool:
        """Take in what clashes in a mended case; False where nothing new was found."""
        relaxation = Relaxation(case)
        judge = Judge(relaxation, self.judge.clock)
        narrower = Narrower(judge, Ledger(relaxation))
        found = narrower.infeasible(relaxation.every)
        if isinstance(found, str):
            return False
        names = [relaxation.members[member].name for member in irreducible(judge, found).members]
        new = {self.judge.relaxation.by_name[name] for name in names} - self.known
        self.known |= new
        return bool(new)

    def _repair(
        self, limits: Mapping[Lever, Decimal | None], patch: tuple[PatchOperation, ...], bound: float, award: Mended
    ) -> Repair:
        moves = tuple(self._moves(limits))
        distance = sum(self.weights[each.rule] * each.relative for each in moves)
        rounding = sum(
            self.weights[member.name] * float(member.step / member.base)
            for member in (self.judge.relaxation.members[lever.member] for lever in limits)
        )
        return Repair(
            moves=moves,
            distance=distance,
            bound=min(bound, distance),
            least=distance <= bound * (1 + _PROVEN) + rounding,
            patch=patch,
            award=award,
        )

    def _moves(self, limits: Mapping[Lever, Decimal | None]) -> Iterator[Move]:
        names = {bidder.id: bidder.name for bidder in self.judge.relaxation.case.bidders}
        for lever, limit in sorted(limits.items(), key=lambda item: (item[0].member, item[0].bidder or "")):
            member = self.judge.relaxation.members[lever.member]
            size = Decimal(1)
            if member.limit is not None and limit is not None:
                size = abs(limit - member.limit) / member.base
            yield Move(
                rule=member.name,
                pointer=member.pointer,
                sentence=move(member, lever, names.get(lever.bidder or ""), limit),
                before=member.limit,
                after=limit,
                unit=member.unit,
                relative=float(size),
            )
