"""What becomes of an award without some bids, by looking at every award with them and without."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from models.audit import Withdrawal
from tests.oracle.enumerate import awards
from tests.oracle.objectives import Candidate, candidate, optimal, settled
from tests.oracle.price_scores import price_scores
from tests.oracle.reading import read
from tests.oracle.rows import broken
from tests.oracle.worth import worths

Document = dict[str, Any]


@dataclass(frozen=True)
class Awards:
    """Every award of a case, each as its ids in the order of the lots."""

    allowed: frozenset[tuple[str, ...]]
    best: frozenset[tuple[str, ...]]
    """Those that hold every level."""
    chosen: frozenset[tuple[str, ...]]
    """Those that the tie-break leaves."""
    scores: Mapping[tuple[str, str], Any]
    """Of each bid on each lot; empty where the objective has none."""
    barred: frozenset[str]


def all_awards(document: Document) -> Awards:
    """Every award of a document."""
    case = read(document)
    held = [candidate(case, award) for award in awards(case) if next(broken(case, award), None) is None]
    best: list[Candidate] = optimal(case, held)[0] if held else []
    return Awards(
        allowed=frozenset(each.ids for each in held),
        best=frozenset(each.ids for each in best),
        chosen=frozenset(each.ids for each in settled(best)) if best else frozenset(),
        scores={} if case.objective.ratio is None else price_scores(case),
        barred=frozenset(name for name, worth in worths(case).items() if worth.bars),
    )


def without(document: Document, gone: Collection[str]) -> Document | None:
    """The document without some bids, and what was decided by hand about them; None where a lot has no bid left."""
    left = dict(document)
    for table, key in (("bids", "id"), ("picks", "bid"), ("exclusions", "bid")):
        if table in document:
            left[table] = [row for row in document[table] if row.get(key) not in gone]
    covered = {lot for bid in left["bids"] for lot in bid["lots"]}
    before = {lot for bid in document["bids"] for lot in bid["lots"]}
    optional = {row["id"] for row in document.get("lots") or () if not row.get("required", True)}
    return None if before - covered - optional else left


def judge(document: Document, chosen: tuple[str, ...], found: Withdrawal) -> None:
    """Hold a withdrawal from a case against every award with it and without it."""
    gone = {
        bid["id"]
        for bid in document["bids"]
        if bid["bidder"] == found.bidder and (found.bid is None or bid["id"] == found.bid)
    }
    assert not gone & set(chosen)
    rest = without(document, gone)
    before, after = all_awards(document), None if rest is None else all_awards(rest)
    if after is None or not after.allowed:
        assert found.verdict == "no_award"
        return
    assert chosen in before.best
    now = _after(document, chosen, found)
    assert now in after.best
    moved = any(after.scores[pair] != before.scores[pair] for pair in after.scores)
    rebarred = before.barred - gone != after.barred
    match found.verdict:
        case "stays":
            assert chosen in after.best
            assert now == chosen
        case "tie":
            assert chosen in after.best
            assert chosen not in after.chosen or now in after.chosen
        case "rules":
            assert chosen not in after.best
            assert chosen not in after.allowed or now not in before.allowed or rebarred or not moved
        case "reversal":
            assert chosen in after.allowed - after.best
            assert now in before.allowed
            assert moved
            assert not rebarred
        case "tolerance":
            assert chosen in after.allowed - after.best
            assert now in before.allowed
            assert not moved
        case "rounding":
            assert chosen in after.allowed - after.best
            assert moved
        case _:
            raise AssertionError(f"{found.verdict} is no answer of a small case")


def _after(document: Document, chosen: tuple[str, ...], found: Withdrawal) -> tuple[str, ...]:
    """The award that was found, from the one before and the lots that changed hands."""
    case = read(document)
    changed = {each.lot: each.to_bid for each in found.handovers}
    return tuple(changed.get(lot, bid) for lot, bid in zip(case.lots, chosen, strict=True))
