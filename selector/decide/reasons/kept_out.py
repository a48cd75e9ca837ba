"""A lot that is left without any bid."""

from collections.abc import Sequence

from selector.decide.market import Market
from selector.decide.member import Member


def every_bid(market: Market, members: Sequence[Member]) -> str | None:
    """Rules each of which keeps bids out by itself, so that a lot is left without any."""
    left = market.bidding_without([member.name for member in members])
    without = next((lot for lot, bidders in left.items() if not bidders), None)
    if without is None:
        return None
    return f"Each bid for {market.name(without)} is kept out by one of these {len(members)} rules."
