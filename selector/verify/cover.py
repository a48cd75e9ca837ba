"""Whether the rows of an evaluation give every lot of the case to exactly one bid, and packages all of theirs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from models import Bid, Evaluation
from models.faults import shown
from selector.verify.award import Award
from selector.verify.tender import Tender
from selector.verify.verification import Finding
from selector.verify.words import count

_MOST_NAMED = 5


def read(tender: Tender, evaluation: Evaluation) -> tuple[Award | None, tuple[Finding, ...]]:
    """The award of an evaluation, or None and what keeps its rows from being one."""
    findings = (*_bids(tender, evaluation), *_lots(tender, evaluation), *_packages(tender, evaluation))
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
            yield Finding(
                f"awards[{position}].bid",
                f"Lot {shown(row.lot)} is given to bid {shown(row.bid)}, which is for lot {_list(bid.lots)}.",
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


def _packages(tender: Tender, evaluation: Evaluation) -> Iterator[Finding]:
    """Packages accepted at some of their lots only: what a part of one costs, nobody has said."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    for row in evaluation.awards:
        given[row.bid].add(row.lot)
    for name, lots in given.items():
        bid = tender.bids.get(name)
        missing = [lot for lot in bid.lots if lot not in lots] if bid is not None else []
        if bid is not None and missing and len(missing) < len(bid.lots):
            yield Finding(
                f"package[{name}]",
                f"Bid {shown(name)} is a package, all or nothing: it is given {count(len(bid.lots) - len(missing), 'lot')}"
                f" of {len(bid.lots):,}, and not {_list(missing)}.",
            )


def _list(lots: Sequence[str]) -> str:
    """Lots by name; of many, the first few and how many more."""
    rest = len(lots) - _MOST_NAMED
    return ", ".join(shown(lot) for lot in lots[:_MOST_NAMED]) + (f" and {rest:,} more" if rest > 0 else "")
