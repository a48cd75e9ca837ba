"""The bids that are said to be disqualified."""

from collections.abc import Iterator

from models import Disqualified, Evaluation
from models.faults import shown
from selector.verify.claims.listed import Listing
from selector.verify.claims.wrong import wrong
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding


def disqualified(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each bid once that may not be accepted, with every reason by name, and no other; in the order of the case.

    Awards written before they were told say nothing of them.
    """
    if "disqualified" in evaluation.model_fields_set:
        yield from _LISTING.findings(evaluation.disqualified, recomputed.disqualified)


def _row(here: str, stated: Disqualified, right: Disqualified) -> Iterator[Finding]:
    of = f"bid {shown(stated.bid)}"
    if stated.bidder != right.bidder:
        yield wrong(f"{here}.bidder", f"The bidder of {of}", shown(stated.bidder), shown(right.bidder))
    # How a reason is worded is for those who read it; which reasons there are is not.
    found, names = ([reason.rule for reason in row.reasons] for row in (stated, right))
    if found != names:
        told = (", ".join(each) or "none" for each in (found, names))
        yield wrong(f"{here}.reasons", f"What bars {of}", *told)


_LISTING: Listing[Disqualified, str] = Listing(
    name="disqualified",
    key=lambda row: row.bid,
    due=lambda bid: f"Bid {shown(bid)} may not be accepted",
    unknown=lambda bid: f"Bid {shown(bid)} is listed, and nothing in the case bars it.",
    disordered="The bids that may not be accepted are not in the order of the case.",
    differences=_row,
)
