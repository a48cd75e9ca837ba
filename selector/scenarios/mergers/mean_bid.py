"""One bid at the mean of several for the same lots."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from models import Bid
from models.faults import shown
from selector.appraise.marks import score
from selector.scenarios.mergers.joined import Joined

_MILLIONTH, _PENNY = Decimal("0.000001"), Decimal("0.01")
_ALIKE = ("price_basis", "indexation", "start", "term_years", "extension_years", "form", "transfer", "exclusive_group")


def mean_bid(joined: Joined, bids: Sequence[Bid]) -> Bid:
    """The first of the bids with the mean price, transition and scores of all.

    Raises
    ------
    CaseInvalid
        if they are not offers of the same thing, so that no bid is their mean.
    """
    first = bids[0]
    _check(joined, bids)
    extensions = [bid.extension_price for bid in bids if bid.extension_price is not None]
    return first.model_copy(
        update={
            "price": _mean((bid.price for bid in bids), _MILLIONTH),
            "prices": {year: _mean((bid.prices[year] for bid in bids), _MILLIONTH) for year in first.prices},
            "extension_price": _mean(extensions, _MILLIONTH) if extensions else None,
            "transition": _mean((bid.transition for bid in bids), _PENNY),
            "scores": _scores(joined, bids),
            "marks": {},
            "moderated": {},
        }
    )


def _scores(joined: Joined, bids: Sequence[Bid]) -> dict[str, Decimal]:
    """The mean of what the bids score on each criterion: marks of several evaluators have no mean of their own."""
    marked = {name for bid in bids for name in (*bid.scores, *bid.marks, *bid.moderated)}
    return {
        criterion.id: _mean(
            (Decimal(score(bid, criterion, joined.case.marking)) * _MILLIONTH for bid in bids), _MILLIONTH
        )
        for criterion in joined.case.criteria
        if criterion.id in marked
    }


def _check(joined: Joined, bids: Sequence[Bid]) -> None:
    first = bids[0]
    for other in bids[1:]:
        both = f"bids {shown(first.id)} and {shown(other.id)} are for the same lots"
        if other.bidder == first.bidder or sum(bid.bidder == other.bidder for bid in bids) > 1:
            raise joined.refusal(
                f"{shown(other.bidder)} bids more than once for the lots of {shown(first.id)}: which of its bids counts in the mean is not told; remove one in the patch"
            )
        differ = [name for name in _ALIKE if getattr(first, name) != getattr(other, name)]
        if first.prices.keys() != other.prices.keys():
            differ.append("prices")
        if (first.extension_price is None) != (other.extension_price is None):
            differ.append("extension_price")
        if differ:
            raise joined.refusal(
                f"{both}, and differ in {', '.join(differ)}: there is no bid at their mean; choose other prices, or patch one of them"
            )


def _mean(figures: Iterable[Decimal], unit: Decimal) -> Decimal:
    known = list(figures)
    return (sum(known, Decimal(0)) / len(known)).quantize(unit, ROUND_HALF_UP)
