"""Caps on lots that leave some over."""

from collections.abc import Sequence

from selector.decide.market import Market
from selector.decide.member import Member
from selector.verify.words import count


def too_few(market: Market, members: Sequence[Member]) -> str | None:
    """A cap on lots so low that all that may win them can win fewer than there are."""
    names = [member.name for member in members]
    for member in members:
        if member.family == "max_lots" and member.limit is not None:
            lots = market.of(market.service(member).id) if len(member.path) > 1 else list(market.tender.lots)
            left = market.bidding_without(names)
            bids: dict[str, int] = {}
            for lot in lots:
                for bidder in left[lot]:
                    bids[bidder] = bids.get(bidder, 0) + 1
            tender = market.tender
            won = sum(
                most if tender.at_home(tender.bidders[bidder]) else min(most, int(member.limit))
                for bidder, most in bids.items()
            )
            if won < len(lots):
                of = "" if len(member.path) == 1 else f" of {market.service(member).name}"
                if len(bids) == 1:
                    return f"Only 1 bidder may win lots{of}, of which there are {len(lots):,}."
                return (
                    f"The {count(len(bids), 'bidder')} that may win lots{of} can win {count(won, 'lot')} between them;"
                    f" there are {len(lots):,}."
                )
    return None
