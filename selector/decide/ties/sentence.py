"""What distinguishes two awards, in words."""

from collections import Counter
from collections.abc import Sequence

from models import Case, Handover, TotalsDifference
from selector.verify.words import count

_MOST_NAMED = 4


def sentence(case: Case, changed: Sequence[Handover], difference: TotalsDifference) -> str:
    """Which bidders win how many lots in place of others, and what that does to the totals."""
    names = {bidder.id: bidder.name for bidder in case.bidders}
    moved = Counter((each.from_bidder, each.to_bidder) for each in changed)
    told = [
        f"{count(lots, 'lot')} from {names.get(out, out)} to {names.get(into, into)}"
        if out != into
        else f"{count(lots, 'lot')} by another bid of {names.get(out, out)}"
        for (out, into), lots in moved.most_common(_MOST_NAMED)
    ]
    if len(moved) > _MOST_NAMED:
        told.append(
            f"{count(sum(moved.values()) - sum(lots for _, lots in moved.most_common(_MOST_NAMED)), 'other lot')}"
        )
    totals = [
        f"£{abs(pounds):,.2f} {'more' if pounds > 0 else 'less'} {what}"
        for pounds, what in ((difference.cost, "cost"), (difference.liability, "liability"))
        if pounds
    ]
    if difference.quality:
        totals.append(f"{abs(difference.quality):.3f} points of quality {'more' if difference.quality > 0 else 'less'}")
    return f"{'; '.join(told)}: {', '.join(totals) if totals else 'the same totals'}."
