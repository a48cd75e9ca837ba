"""The answer to a small case by looking at every award.

Written from the sentences of ``docs/formulation.md`` alone, in exact arithmetic, and with nothing of ``selector`` or
``models``: it judges them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.award import Award, Totals
from tests.oracle.covers import count, covers
from tests.oracle.objectives import candidate, levels, optimal, settled
from tests.oracle.reading import Document, read
from tests.oracle.rows import broken
from tests.oracle.tables import Case
from tests.oracle.worth import Worth, worths

MOST_AWARDS = 4096


@dataclass(frozen=True)
class Answer:
    """What there is to know of a case.

    Attributes
    ----------
    feasible
        Whether any award keeps every rule.
    award
        Ids of the accepted bids by lot, in the order of the case's lots (of generated ones: buyer by buyer), that of a
        package at each of its lots; the first of ``winners``. None if none is feasible.
    objectives
        The best there is, level by level: the best value among the awards that hold the earlier ones (pence, points,
        lots or WTE); the money-valued objective in pence. The award itself may lie behind a level's
        best by its tolerance. Empty if no award is feasible.
    levels
        Their names: priorities first. Empty if no award is feasible.
    totals
        Those of ``award``; None if no award is feasible.
    tied
        Number of awards that reach the optimum to the penny, or hold every level.
    feasible_count
        Number of awards that keep every rule.
    winners
        The awards the tie-break leaves: more than one only where even the sums of r are equal.
    """

    feasible: bool
    award: tuple[str, ...] | None
    objectives: tuple[int | Fraction, ...]
    levels: tuple[str, ...]
    totals: Totals | None
    tied: int
    feasible_count: int
    winners: tuple[tuple[str, ...], ...]


def solve(document: Document) -> Answer:
    """The answer to the case in ``document``, a JSON object as read from its text.

    Raises
    ------
    ValueError
        if it has more than 4,096 awards.
    """
    case = read(document)
    feasible = [candidate(case, award) for award in awards(case) if next(broken(case, award), None) is None]
    if not feasible:
        return Answer(
            feasible=False, award=None, objectives=(), levels=(), totals=None, tied=0, feasible_count=0, winners=()
        )
    best, found = optimal(case, feasible)
    winners = settled(best)
    return Answer(
        feasible=True,
        award=winners[0].ids,
        objectives=found,
        levels=tuple(level.name for level in levels(case)),
        totals=winners[0].totals,
        tied=len(best),
        feasible_count=len(feasible),
        winners=tuple(winner.ids for winner in winners),
    )


def violations(document: Document, bids_by_lot: Mapping[str, str]) -> list[str]:
    """The names of the rules that an award breaks, such as ``capacity[bidder, service]``.

    Parameters
    ----------
    bids_by_lot
        The accepted bid of each lot, by id.

    Raises
    ------
    ValueError
        if this is no award: a lot without a bid, an unknown lot or bid, a bid for another lot or for some of its lots
        only, a barred bid.
    """
    case = read(document)
    return list(broken(case, award_of(case, bids_by_lot)))


def award_of(case: Case, bids_by_lot: Mapping[str, str]) -> Award:
    """The award that gives each lot to a bid, by id.

    Raises
    ------
    ValueError
        if this is no award: a lot without a bid, an unknown lot or bid, a bid for another lot or for some of its lots
        only, a barred bid.
    """
    offered = _offered(case)
    taken = [offered.get(bid) for bid in dict.fromkeys(bids_by_lot.values())]
    if bids_by_lot.keys() != case.lots.keys():
        raise ValueError("an award names a bid for each lot of the case, and for no other")
    bids = tuple(bid for bid in taken if bid is not None)
    won = {lot: bid.id for bid in bids for lot in bid.lots}
    if won != bids_by_lot or sum(len(bid.lots) for bid in bids) != len(won):
        raise ValueError("an award takes bids for all the lots they were made for, none of them barred")
    return Award(case, bids)


def awards(case: Case) -> list[Award]:
    """Every award: unbarred bids that cover each lot exactly once.

    Raises
    ------
    ValueError
        if there are more than 4,096.
    """
    offered = _offered(case)
    lots, bids = list(case.lots), {bid.id: bid.lots for bid in offered.values()}
    found = count(lots, bids)
    if found > MOST_AWARDS:
        raise ValueError(f"{found} awards are too many to look at each: at most {MOST_AWARDS}")
    return [Award(case, tuple(offered[bid] for bid in chosen)) for chosen in covers(lots, bids)]


def _offered(case: Case) -> dict[str, Worth]:
    """The unbarred bids by id."""
    return {bid.id: bid for bid in worths(case).values() if not bid.bars}
