"""A case had some of its bids, which win nothing, never been made."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from models import Case, Evaluation
from selector.appraise.competitors import competitors
from selector.appraise.register import Register


@dataclass(frozen=True)
class Withdrawn:
    """The bids that are taken out of a case: all those of a bidder, or one of them."""

    case: Case
    bidder: str
    bid: str | None = None
    """None where all of the bidder's are."""

    @cached_property
    def gone(self) -> frozenset[str]:
        """Their ids."""
        if self.bid is not None:
            return frozenset((self.bid,))
        return frozenset(bid.id for bid in self.case.bids if bid.bidder == self.bidder)

    def rest(self) -> Case:
        """The case without them, and without what was decided by hand about them: none of them is accepted, so every lot has another bid."""
        return self.case.model_copy(
            update={
                "bids": tuple(bid for bid in self.case.bids if bid.id not in self.gone),
                "picks": tuple(pick for pick in self.case.picks if pick.bid not in self.gone),
                "exclusions": tuple(each for each in self.case.exclusions if each.bid not in self.gone),
                # A scenario may name them. None is in force here.
                "scenarios": (),
            }
        )

    @cached_property
    def can_only_worsen(self) -> bool:
        """Whether every award without them is one of the case with them, provided that scores stay as they are.

        As with a single bid: a body that offered to do some lot for somebody else is at home without that offer, and
        what asks for scale binds it no more. What a share of spend that is too large counts for, is measured against
        all bids.
        """
        return not self._sold_elsewhere and not any(
            rule.active and rule.is_soft and rule.metric == "share_of_spend" for rule in self.case.rules
        )

    @cached_property
    def leaves_enough(self) -> bool:
        """Whether as many compete for each lot as a framework asks for, where as many did with them."""
        asked = {
            lot.id: framework.min_competitors
            for framework in self.case.frameworks
            for lot in self.case.tendered
            if framework.min_competitors and lot.service in framework.services
        }
        theirs = {lot for bid in self.case.bids if bid.id in self.gone for lot in bid.lots}
        if not asked.keys() & theirs:
            return True
        before, after = competitors(Register(self.case)), competitors(Register(self.rest()))
        return all((before.get(lot, 0) < least) == (after.get(lot, 0) < least) for lot, least in asked.items())

    @property
    def _sold_elsewhere(self) -> bool:
        """Whether the bidder is at home only without them."""
        bidder = next(each for each in self.case.bidders if each.id == self.bidder)
        if bidder.kind != "in_house":
            return False
        buyer_of = {lot.id: lot.buyer for lot in self.case.tendered}
        sold = {
            bid.id
            for bid in self.case.bids
            if bid.bidder == self.bidder and any(buyer_of[lot] != bidder.buyer for lot in bid.lots)
        }
        return bool(sold) and sold <= self.gone


def withdrawals(case: Case, award: Evaluation, *, single_bids: bool) -> Iterator[Withdrawn]:
    """Each bidder that wins nothing; and, if asked for, each single bid that is not accepted of a bidder that has more."""
    winners, accepted = {row.bidder for row in award.awards}, {row.bid for row in award.awards}
    for bidder in case.bidders:
        bids = [bid.id for bid in case.bids if bid.bidder == bidder.id]
        if bids and bidder.id not in winners:
            yield Withdrawn(case, bidder.id)
        if single_bids and (len(bids) > 1 or bidder.id in winners):
            yield from (Withdrawn(case, bidder.id, bid) for bid in bids if bid not in accepted)
