"""Whether the rows of an evaluation give every lot of the case to exactly one bid."""

from collections import Counter
from collections.abc import Iterator

from models import Bid, Evaluation
from models.faults import shown
from selector.verify.award import Award
from selector.verify.tender import Tender
from selector.verify.verification import Finding


def read(tender: Tender, evaluation: Evaluation) -> tuple[Award | None, tuple[Finding, ...]]:
    """The award of an evaluation, or None and what keeps its rows from being one."""
    findings = (*_bids(tender, evaluation), *_lots(tender, evaluation))
    if findings:
        return None, findings
    accepted: dict[str, Bid] = {row.lot: tender.bids[row.bid] for row in evaluation.awards}
    return Award(tender, accepted), ()


def _bids(tender: Tender, evaluation: Evaluation) -> Iterator[Finding]:
    for position, row in enumerate(evaluation.awards):
        if row.lot not in tender.lots:
            yield Finding(f"awards[{position}].lot", f"Lot {shown(row.lot)} is not in the case.")
        bid = tender.bids.get(row.bid)
        if bid is None:
            yield Finding(
                f"awards[{position}].bid",
                f"Lot {shown(row.lot)} is given to bid {shown(row.bid)}: there is no such bid.",
            )
        elif row.lot not in bid.lots:
            offered = ", ".join(shown(lot) for lot in bid.lots)
            yield Finding(
                f"awards[{position}].bid",
                f"Lot {shown(row.lot)} is given to bid {shown(row.bid)}, which is for lot {offered}.",
            )


def _lots(tender: Tender, evaluation: Evaluation) -> Iterator[Finding]:
    times = Counter(row.lot for row in evaluation.awards)
    for lot in tender.lots.values():
        if times[lot.id] != 1:
            what = f"{tender.services[lot.service].name} for {tender.buyers[lot.buyer].name}"
            found = "not given to any bid" if not times[lot.id] else f"given {times[lot.id]} times"
            yield Finding(
                f"cover[{lot.id}]", f"Lot {shown(lot.id)} ({what}) is {found}: it is to be given exactly once."
            )
