"""The letters of an award, as they may be asked for."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import localcontext

from models import Bid, Case, Evaluation
from models.explain import Bar, Explanation, Letter
from selector.appraise import appraise
from selector.decide.explain.beside import Beside
from selector.decide.known_award import check_award
from selector.decide.letters.letter import Writer
from selector.search import EXACT


def letters(
    case: Case,
    award: Evaluation,
    *,
    bidders: Collection[str] = (),
    standstill_ends: date | None = None,
    explanation: Explanation | None = None,
) -> tuple[Letter, ...]:
    """Draft a letter to each bidder that has bid for a lot which another has won.

    A letter has the scores of its reader and of the winners, criterion by criterion, and no money of anybody else's, nor
    a figure from which it could be worked out; ``docs/explain.md`` says what that leaves out.

    Parameters
    ----------
    case
        The case.
    award
        Its award.
    bidders
        Ids of the bidders to be written to; all that have lost something if left out.
    standstill_ends
        The last day of the standstill period; a blank to be filled in if left out.
    explanation
        Of the same award: where it names rules that bar a bid, the letter tells them.

    Returns
    -------
    tuple of Letter
        in the order of the case; none where there is no award.

    Raises
    ------
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    """
    with localcontext(EXACT):
        check_award(case, award)
        if not award.awards:
            return ()
        writer = Writer(case, Beside(case, appraise(case), award), award, standstill_ends, _bars(explanation))
        lost = _lost(case, award)
        return tuple(
            Letter(bidder=bidder.id, text=writer.letter(bidder, lost[bidder.id]))
            for bidder in case.bidders
            if bidder.id in lost and (not bidders or bidder.id in bidders)
        )


def _lost(case: Case, award: Evaluation) -> Mapping[str, Sequence[Bid]]:
    """By bidder: its bids for lots that others have won."""
    winner = {row.lot: row.bidder for row in award.awards}
    found: dict[str, list[Bid]] = {}
    for bid in case.bids:
        if any(winner[lot] != bid.bidder for lot in bid.lots):
            found.setdefault(bid.bidder, []).append(bid)
    return found


def _bars(explanation: Explanation | None) -> Mapping[str, tuple[Bar, ...]]:
    return {} if explanation is None else {each.bid: each.bars for each in explanation.losing if each.bars}
