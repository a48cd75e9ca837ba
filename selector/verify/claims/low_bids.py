"""The bids that are said to be abnormally low."""

from collections.abc import Iterator

from models import Evaluation, LowBid
from models.faults import shown
from selector.verify.claims.listed import Listing
from selector.verify.claims.wrong import wrong
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import pounds


def low_bids(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each bid once on each lot where it is that low, with its figures, and no other; by lot, in the order of the case.

    Awards written before they were told say nothing of them.
    """
    if "abnormally_low" in evaluation.model_fields_set:
        yield from _LISTING.findings(evaluation.abnormally_low, recomputed.abnormally_low)


def _row(here: str, stated: LowBid, right: LowBid) -> Iterator[Finding]:
    of = f"bid {shown(stated.bid)} on lot {shown(stated.lot)}"
    if stated.bidder != right.bidder:
        yield wrong(f"{here}.bidder", f"The bidder of {of}", shown(stated.bidder), shown(right.bidder))
    for name, spoken, found, figure in (
        ("price", f"The list price of {of}", stated.price, right.price),
        ("mean", f"The mean of the bids beside {of}", stated.mean, right.mean),
        ("next", f"The lowest of the bids beside {of}", stated.next, right.next),
    ):
        if found != figure:
            yield wrong(f"{here}.{name}", spoken, pounds(found), pounds(figure))
    if stated.accepted != right.accepted:
        words = {True: "accepted", False: "not accepted"}
        yield wrong(f"{here}.accepted", f"Of this award, {of}", words[stated.accepted], words[right.accepted])


_LISTING: Listing[LowBid, tuple[str, str]] = Listing(
    name="abnormally_low",
    key=lambda row: (row.lot, row.bid),
    due=lambda key: f"Bid {shown(key[1])} is abnormally low on lot {shown(key[0])}",
    unknown=lambda key: f"Bid {shown(key[1])} is listed, and is not so low on lot {shown(key[0])}.",
    disordered="The bids that are abnormally low are not in the order of the case.",
    differences=_row,
)
