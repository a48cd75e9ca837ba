"""Bids that the case bars, and why."""

from collections.abc import Iterator

from models import Bid, Disqualified, Reason
from selector.verify import merit, refused, standing
from selector.verify.award import Award
from selector.verify.tender import Tender
from selector.verify.verification import Finding

_OF_LISTED_BIDS = (merit.minimums, refused.choice, refused.exclusions)
_OF_ALL_BIDS = (merit.min_quality, standing.standing)


def reasons(tender: Tender, bid: Bid) -> tuple[Reason, ...]:
    """Why a bid can not be accepted, by name, each once; of each bid of a tender worked out once."""
    if bid.id not in tender.reasons:
        checks = _OF_ALL_BIDS if bid.id in tender.fallbacks else _OF_LISTED_BIDS + _OF_ALL_BIDS
        found: dict[str, Reason] = {}
        for reason in (reason for check in checks for reason in check(tender, bid)):
            found.setdefault(reason.rule, reason)
        tender.reasons[bid.id] = tuple(found[name] for name in sorted(found))
    return tender.reasons[bid.id]


def barred(award: Award) -> Iterator[Finding]:
    """A finding for each reason for which an accepted bid could not be accepted; bids by their first lot."""
    for won in award.by_bid.values():
        for reason in reasons(award.tender, won[0].bid):
            yield Finding(reason.rule, reason.sentence)


def disqualified(tender: Tender) -> tuple[Disqualified, ...]:
    """The bids that may not be accepted, in the order of the case, fallbacks last."""
    return tuple(
        Disqualified(bid=bid.id, bidder=bid.bidder, reasons=found)
        for bid in tender.bids.values()
        if (found := reasons(tender, bid))
    )
