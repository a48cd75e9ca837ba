"""A clash in words, with the figures that show it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models import Clash, ConflictRule
from selector.decide.cheapest import cheapest
from selector.decide.feasibility import Judge
from selector.decide.ledger import Ledger
from selector.decide.lever import Lever
from selector.decide.member import Member
from selector.decide.minimal import Irreducible
from selector.decide.words import amount
from selector.verify.words import number

# Beyond so many members, what each would have to be with all others as they are tells little.
_MOST_REACHES = 8
_ROUNDING = 1e-8  # of what the solver says of a move, as a share of the limit


@dataclass(frozen=True)
class Explainer:
    """Puts clashes into words."""

    judge: Judge
    ledger: Ledger

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
        return Clash(
            rules=rules,
            minimal=found.proven,
            explanation=tuple(self._sentences(members, reaches, minimal=found.proven)),
        )

    def _reaches(self, members: Sequence[int]) -> Mapping[str, Decimal]:
        """By name: what each limit would have to be for all members to hold, the others as they are."""
        reaches = {}
        for member in members:
            stated = self.judge.relaxation.members[member]
            if stated.limit is None:
                continue
            others = [other for other in members if other != member]
            found = cheapest(self.judge, self.ledger, {member: 1.0}, others, gap=0.0)
            if isinstance(found, str):
                continue
            reach = found.needs.limits.get(Lever(member))
            # Of what is not proven the least, no figure is told.
            if reach is not None and abs(reach - stated.limit) <= (
                Decimal(found.bound + _ROUNDING) * stated.base + stated.step
            ):
                reaches[stated.name] = reach
        return reaches

    def _sentences(self, members: Sequence[Member], reaches: Mapping[str, Decimal], *, minimal: bool) -> Iterator[str]:
        if len(members) == 1:
            yield self._alone(members[0], reaches.get(members[0].name))
            return
        too_little = self._too_little_room(members)
        if too_little:
            yield too_little
            return
        yield f"No award can keep all of these {len(members)} rules" + (
            ", though without any one of them the others can be kept." if minimal else "."
        )
        for member in members:
            reach = reaches.get(member.name)
            if reach is not None and member.limit is not None:
                yield (
                    f"With the others as they are, {member.subject} would have to be {amount(reach, member.unit)}"
                    f" and not {amount(member.limit, member.unit)}."
                )

    def _alone(self, member: Member, reach: Decimal | None) -> str:
        text = member.sentence.removesuffix(".")
        if reach is None:
            return f"{text}; no award can keep this."
        if member.family in ("floor", "floor_by_kind"):
            service = next(each for each in self.judge.relaxation.case.services if each.id == _about(member))
            total = self._volume(service.id)
            if member.limit is not None and total < member.limit:
                return f"{text}; the buyers in this case have {amount(total, member.unit)}."
        if member.sense == "at least":
            return f"{text}; no award has more than {amount(reach, member.unit)}."
        return f"{text}; no award needs less than {amount(reach, member.unit)}."

    def _volume(self, service: str) -> Decimal:
        tender = self.ledger.tender
        return sum((tender.volume(lot) for lot in tender.lots.values() if lot.service == service), Decimal(0))

    def _too_little_room(self, members: Sequence[Member]) -> str | None:
        """Capacities of one service that together have less room than it needs."""
        services = {member.path[-1] for member in members if member.family == "capacity"}
        if len(services) != 1 or any(member.family != "capacity" for member in members):
            return None
        case, tender = self.judge.relaxation.case, self.ledger.tender
        service = next(each for each in case.services if each.id in services)
        offered: dict[str, Decimal] = {}
        for bid in tender.bids.values():
            lot = tender.lots[bid.lots[0]]
            if lot.service == service.id:
                offered[bid.bidder] = offered.get(bid.bidder, Decimal(0)) + tender.volume(lot)
        room = {case.bidders[int(member.path[1])].id: member.limit or Decimal(0) for member in members}
        total = sum((min(offered[name], room.get(name, offered[name])) for name in offered), Decimal(0))
        needed = self._volume(service.id)
        if total >= needed:
            return None
        return (
            f"{service.name}: all that bid for it can take on {amount(total, service.unit)} between them;"
            f" the buyers in this case have {number(needed)}."
        )


def _about(member: Member) -> str:
    return member.name.partition("[")[2].removesuffix("]").split(", ")[0]
