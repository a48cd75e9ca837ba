"""Bids of which a bidder means one only."""

from collections import Counter
from collections.abc import Iterator

from models import RuleState
from models.faults import shown
from selector.verify.award import Award
from selector.verify.limits.state import state


def exclusive(award: Award) -> Iterator[RuleState]:
    """``exclusive[bidder, group]``: the accepted bids of each group that has any; by bidder, then as the bids name them."""
    tender = award.tender
    accepted = Counter((bid.bidder, bid.exclusive_group) for bid in map(tender.bids.__getitem__, award.by_bid))
    named = dict.fromkeys((bid.bidder, bid.exclusive_group) for bid in tender.case.bids)
    bidders = {name: position for position, name in enumerate(tender.bidders)}
    for name, group in sorted(named, key=lambda pair: bidders[pair[0]]):
        if group is not None and accepted[name, group]:
            yield state(
                f"exclusive[{name}, {group}]",
                accepted[name, group],
                "at most",
                1,
                "bids",
                f"Of the bids of {tender.bidders[name].name} in its group {shown(group)} at most one may be accepted.",
            )
