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
from selector.verify.words import count, number

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
            explanation=tuple(self._sentences(members, reaches)),
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

    def _sentences(self, members: Sequence[Member], reaches: Mapping[str, Decimal]) -> Iterator[str]:
        if len(members) == 1:
            yield self._alone(members[0], reaches.get(members[0].name))
            return
        special = self._too_little_room(members) or self._every_bid_barred(members)
        if special:
            yield special
            return
        yield f"No award can keep {'both' if len(members) == 2 else f'all {len(members)}'} of these rules."
        for member in members:
            reach = reaches.get(member.name)
            if reach is not None and member.limit is not None:
                yield (
                    f"With the others as they are, {member.subject} would have to be {amount(reach, member.unit)}"
                    f" and not {amount(member.limit, member.unit)}."
                )

    def _alone(self, member: Member, reach: Decimal | None) -> str:
        text = member.sentence.removesuffix(".")
        if member.family == "shape":
            return f"{text}; {self._no_shape(member)}."
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
        return (
            f"{service.name}: all that bid for it can take on {amount(total, service.unit)} between them;"
            f" the buyers in this case have {number(needed)}"
            + ("." if total < needed else ", and as lots are awarded whole they do not fit.")
        )

    def _every_bid_barred(self, members: Sequence[Member]) -> str | None:
        """Rules that between them bar every bid for a lot."""
        bars = {name for member in members for family, (name, *_) in member.rows if family == "bar"}
        if any(not all(family == "bar" for family, _ in member.rows) for member in members):
            return None
        appraisal, tender = self.judge.relaxation.barred, self.ledger.tender
        barred = {bid for bid, names in appraisal.bids.bars.items() if bars & set(names)}
        open_lots = {
            int(lot)
            for bid, lot in zip(appraisal.bids.pair_bid, appraisal.bids.pair_lot, strict=True)
            if int(bid) not in barred
        }
        shut = next((lot for lot in range(len(appraisal.lots)) if lot not in open_lots), None)
        if shut is None:
            return None
        lot = tender.lots[appraisal.lots.ids[shut]]
        return (
            f"Every bid for {tender.services[lot.service].name} for {tender.buyers[lot.buyer].name} is barred by these"
            f" {len(members)} rules."
        )

    def _no_shape(self, member: Member) -> str:
        """Why no award can have a shape, whatever else is given up."""
        case, tender = self.judge.relaxation.case, self.ledger.tender
        service = case.services[int(member.path[1])]
        lots = {lot.id for lot in tender.lots.values() if lot.service == service.id}
        of_bidder: dict[str, set[str]] = {}
        for bid in tender.bids.values():
            of_bidder.setdefault(bid.bidder, set()).update(lots.intersection(bid.lots))
        if service.shape == "plural":
            able = sum(bool(each) for each in of_bidder.values())
            return f"it has {count(len(lots), 'lot')} and {count(able, 'bidder')}"
        most = max(len(each) for each in of_bidder.values())
        if service.shape == "single":
            return f"of its {count(len(lots), 'lot')} no bidder bids for more than {most:,}"
        return "no group bids for all of it"


def _about(member: Member) -> str:
    return member.name.partition("[")[2].removesuffix("]").split(", ")[0]
