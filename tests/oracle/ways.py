"""What an award asks of a case that forbids it: the members to move, each as little as will do."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.admission import admissions
from tests.oracle.agreements import Framework
from tests.oracle.award import Award
from tests.oracle.bars import alone, bars
from tests.oracle.board_rows import Row, rows
from tests.oracle.enumerate import awards
from tests.oracle.figures import figures, mean
from tests.oracle.members import Member, lifted, members
from tests.oracle.reading import Document, read
from tests.oracle.tables import Case
from tests.oracle.together import contiguity, exclusive, suppliers


@dataclass(frozen=True)
class Move:
    """One member moved: a limit to ``after``, or a list with bidders ``added``, or given up where both are empty.

    It is ``hopeless`` where no limit would do: the member has to be lifted.
    """

    member: Member
    after: Fraction | None = None
    added: frozenset[str] = frozenset()
    hopeless: bool = False

    @property
    def size(self) -> Fraction:
        """How far it goes, at weight 1, before the limit is rounded outward."""
        return Fraction(max(len(self.added), 1)) if self.after is None else self.member.size(self.after)

    @property
    def rounded_size(self) -> Fraction:
        """The same once it is rounded."""
        return self.size if self.after is None else self.member.size(self.member.outward(self.after))


Way = dict[str, Move]
"""The moves, by the members' names, with which a case allows some award; none of them can be less."""


def ways(document: Document) -> list[tuple[Award, Way]]:
    """Every award of the case without its members, with each way to allow it; an exclusive group is no member.

    Raises
    ------
    ValueError
        if it has more than 4,096 awards.
    """
    asking = _Asking(document)
    without = read(lifted(document, asking.members.values()))
    kept = [award for award in awards(without) if next(exclusive(without, award), None) is None]
    return [(award, way) for award in kept for way in asking.ways(award)]


class _Asking:
    def __init__(self, document: Document) -> None:
        self.members = members(document)
        self._case: Case = read(document)
        lots = document.get("lots") or ()
        self._own_quality = frozenset(row["id"] for row in lots if row.get("min_quality") is not None)

    def ways(self, award: Award) -> Iterator[Way]:
        """The ways to allow an award: several choices for a service of shape plural, and for a framework."""
        always: Way = {}
        for name, figure in figures(self._case, self._own_quality, award):
            self._ask(always, name, figure)
        for row in rows(self._case, award.offers):
            self._rule(always, row)
        for offer in award.offers:
            self._invite(always, offer.lot.buyer, offer.bidder.id)
        always |= {name: Move(self.members[name]) for name in self._given_up(award)}
        choices = [self._shapes(award, service) for service in self._case.services]
        choices += [self._accredited(award, framework) for framework in self._case.frameworks]
        for chosen in itertools.product(*choices):
            way = dict(always)
            for moves in chosen:
                way |= moves
            yield way

    def _ask(self, way: Way, name: str, figure: Fraction | None) -> None:
        """Add what a limit must be for the figure; of two figures for one limit, the farther counts."""
        member = self.members.get(name)
        if member is None or (figure is not None and member.allows(figure)):
            return
        before = way.get(name)
        if figure is None:
            way[name] = Move(member, hopeless=True)
        elif before is None or not (before.hopeless or member.size(figure) <= before.size):
            way[name] = Move(member, figure)

    def _rule(self, way: Way, row: Row) -> None:
        """Move a rule, or give it up, so far as one of its rows asks for it."""
        name = f"rule[{row.rule.id}]"
        member = self.members.get(name)
        if member is not None and not row.kept:
            if member.limit is None:
                way[name] = Move(member)
            else:
                self._ask(way, name, row.value)

    def _invite(self, way: Way, buyer: str, bidder: str) -> None:
        """Give up what keeps a winner from a buyer; fallbacks nobody keeps out."""
        row = self._case.buyers[buyer]
        if bidder.startswith("in-house:"):
            return
        if bidder in row.vetoes:
            name = f"veto[{buyer}, {bidder}]"
            way[name] = Move(self.members[name])
        if row.shortlist is not None and bidder not in row.shortlist:
            name = f"shortlist[{buyer}]"
            before = way[name].added if name in way else frozenset()
            way[name] = Move(self.members[name], added=before | {bidder})

    def _given_up(self, award: Award) -> Iterator[str]:
        """The members without a limit that the award does not keep, with no choice about it."""
        # The award's own bidders are those of the case without its members.
        for bid in award.bids:
            for bidder in alone(self._case, self._case.bidders[bid.bidder.id]):
                yield f"partner_only[{bidder}]"
            for bar in bars(self._case, self._case.bids[bid.id], {offer.lot.id: offer.quality for offer in bid.offers}):
                if bar.startswith("exclusion["):
                    yield bar
        for pick, picked in self._case.board.picks.items():
            if picked not in award.ids:
                yield f"pick[{pick}]"
        for purchase in self._case.joint_purchases:
            if any(len(suppliers(award, purchase, service)) > 1 for service in self._case.services):
                yield f"joint[{purchase.id}]"
        broken = set(contiguity(self._case, award))
        for bidder, service in award.won:
            if f"contiguity[{bidder}, {service}]" in broken:
                yield f"contiguity[{service}]"

    def _accredited(self, award: Award, framework: Framework) -> list[Way]:
        """The ways to have the award under a framework."""
        ways: list[Way] = []
        for added, limit in admissions(self._case, framework, award):
            way: Way = {}
            if added:
                name = f"framework[{framework.id}]"
                way[name] = Move(self.members[name], added=added)
            if limit is not None:
                self._ask(way, f"competition[{framework.id}]", Fraction(limit))
            ways.append(way)
        return ways

    def _shapes(self, award: Award, service: str) -> list[Way]:
        """The ways to do right by the shape and the standard of a service.

        Without the shape plural its standard is of the service's mean, no longer of each provider's.
        """
        shape = self._case.services[service].shape
        providers = award.providers[service]
        kept = {
            None: True,
            "single": len(providers) == 1,
            "network": len({self._case.bidders[bidder].group for bidder in providers}) == 1,
            "plural": len(providers) >= 2,
        }[shape]
        together: Way = {}
        self._ask(
            together, f"quality_standard[{service}]", mean(row for row in award.offers if row.lot.service == service)
        )
        name = f"shape[{service}]"
        given_up = together if shape is None else together | {name: Move(self.members[name])}
        if not kept:
            return [given_up]
        if shape != "plural":
            return [together]
        each: Way = {}
        for bidder in sorted(providers):
            self._ask(each, f"quality_standard[{service}]", mean(award.won[bidder, service]))
        # Nothing is gained by giving up a shape that asks for nothing.
        return [each, given_up] if each else [each]
