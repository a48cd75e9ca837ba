"""Bids that are to be accepted, and cannot be."""

from collections.abc import Sequence
from itertools import combinations

from models import Bid
from selector.decide.market import Market
from selector.decide.member import Member
from selector.decide.words import bid_named, capital


def kept_out(market: Market, members: Sequence[Member]) -> str | None:
    """A bid that is to be accepted, and that other rules keep out."""
    for member in members:
        if member.family != "pick":
            continue
        bid, others = _bid(market, member), [each.name for each in members if each is not member]
        if market.keep_out(others, bid.id):
            which = "the other rule keeps" if len(others) == 1 else "the other rules keep"
            return f"{_named(market, bid)} is to be accepted, and {which} it out."
    return None


def alternatives(market: Market, members: Sequence[Member]) -> str | None:
    """Two bids that are to be accepted, and of which at most one can be."""
    bids = [_bid(market, member) for member in members if member.family == "pick"]
    for one, other in combinations(bids, 2):
        if one.exclusive_group is not None and _group(one) == _group(other):
            both = f"{_named(market, one)} and {bid_named(market.ledger.case, other.id)}"
            return f"{both} are alternatives to each other: at most one of them can win."
    return None


def _group(bid: Bid) -> tuple[str, str | None]:
    return bid.bidder, bid.exclusive_group


def _bid(market: Market, member: Member) -> Bid:
    return market.tender.bids[market.ledger.case.picks[int(member.path[1])].bid]


def _named(market: Market, bid: Bid) -> str:
    return capital(bid_named(market.ledger.case, bid.id))
