"""What an award asks of those rules that say who may win at all: partners that stand alone, frameworks, competition."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from selector.decide.competition import Contest
from selector.decide.lever import Lever
from selector.decide.relaxation import Relaxation
from selector.verify.award import Award
from selector.verify.won import Won


@dataclass(frozen=True)
class Admission:
    """Who wins what an award gives, held against what the case says of that."""

    relaxation: Relaxation
    award: Award
    among: Collection[int]
    """The members that are kept or moved; all others are lifted."""

    def needs(self, chosen: Collection[Lever]) -> Iterator[tuple[Lever, Decimal | None]]:
        """What must move; of the bidders that ``chosen`` has join a list for competition's sake, those that matter."""
        for lever in self._alone():
            yield lever, None
        for position, framework in enumerate(self.relaxation.case.frameworks):
            won = self._under(framework.services)
            listed = self.relaxation.by_path.get(("frameworks", position, "accredited"))
            winners = {one.bidder.id for one in won}
            needed = winners.difference(winners if framework.accredited is None else framework.accredited)
            if listed is not None and listed in self.among:
                yield from ((Lever(listed, bidder), None) for bidder in sorted(needed))
            asked = self.relaxation.by_path.get(("frameworks", position, "min_competitors"))
            if asked is None or asked not in self.among:
                continue
            contests = [self.relaxation.contest[framework.id, one.lot.id] for one in won]
            if listed is None or listed not in self.among:
                competing = min((len(contest.bidders) for contest in contests), default=None)
            else:
                others = [lever.bidder for lever in chosen if lever.member == listed and lever.bidder not in needed]
                joining = _mattering([name for name in others if name is not None], needed, contests)
                yield from ((Lever(listed, bidder), None) for bidder in joining)
                competing = _fewest(contests, {*needed, *joining})
            if competing is not None and competing < framework.min_competitors:
                yield Lever(asked), Decimal(competing)

    def _alone(self) -> Iterator[Lever]:
        """Bidders that may win only as partners of the NHS family, and win otherwise."""
        places = {bidder.id: position for position, bidder in enumerate(self.relaxation.case.bidders)}
        for won in self._away():
            bidder, tender = won.bidder, self.award.tender
            partners = [tender.bidders[partner.bidder] for partner in bidder.partners]
            held = [] if any(partner.is_nhs for partner in partners) else partners
            for each in (bidder, *held):
                if each.partner_only:
                    member = self.relaxation.by_path["bidders", places[each.id], "partner_only"]
                    if member in self.among:
                        yield Lever(member)

    def _under(self, services: Collection[str]) -> list[Won]:
        """What is won, of some services, by bidders that are not at home."""
        tender = self.award.tender
        return [won for won in self._away() if won.lot.service in services and not tender.at_home(won.bidder)]

    def _away(self) -> Iterator[Won]:
        return (won for won in self.award.won if won.bid.id not in self.award.tender.fallbacks)


def _mattering(added: list[str], needed: Collection[str], contests: list[Contest]) -> list[str]:
    """Those of some bidders without which fewer would compete for the lot for which fewest do."""
    kept = sorted(added)
    for name in sorted(added):
        fewer = [other for other in kept if other != name]
        if _fewest(contests, {*needed, *fewer}) == _fewest(contests, {*needed, *kept}):
            kept = fewer
    return kept


def _fewest(contests: list[Contest], joined: Collection[str]) -> int | None:
    """How many compete for the lot for which fewest do, once some have joined the list; None without any lot."""
    return min((len(each.accredited) + len(set(each.others) & set(joined)) for each in contests), default=None)
