"""What bars a bid, so that no award takes it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from tests.oracle.agreements import Framework
from tests.oracle.board_lots import lots_of
from tests.oracle.criteria import comes_to
from tests.oracle.tables import Bid, Bidder, Case, Lot


def bars(case: Case, bid: Bid, quality: Mapping[str, Fraction]) -> Iterator[str]:
    """The names of what bars it, as the specification writes them.

    Parameters
    ----------
    quality
        Of the bid on each of its lots.
    """
    lots, bidder = [case.lots[lot] for lot in bid.lots], case.bidders[bid.bidder]
    for lot in lots:
        if lot.min_quality is not None and quality[lot.id] < lot.min_quality:
            yield f"min_quality[{lot.id}]"
    if bidder.fallback:
        return
    for row in case.criteria:
        if row.minimum is not None and any(value < row.minimum for value in _values(case, bid, row.id)):
            yield f"minimum[{row.id}]"
    for exclusion in case.board.exclusions:
        mine = exclusion.bidder == bidder.id and not set(bid.lots).isdisjoint(
            lot.id for lot in lots_of(case, exclusion.lots)
        )
        if mine or exclusion.bid == bid.id:
            yield f"exclusion[{exclusion.id}]"
    for buyer in [case.buyers[name] for name in sorted({lot.buyer for lot in lots})]:
        if bidder.id in buyer.vetoes:
            yield f"veto[{buyer.id}, {bidder.id}]"
        if buyer.shortlist is not None and bidder.id not in buyer.shortlist:
            yield f"shortlist[{buyer.id}]"
    for name in alone(case, bidder):
        yield f"partner_only[{name}]"
    if not bidder.at_home:
        for framework in case.frameworks:
            yield from _framework(case, framework, bidder, [lot for lot in lots if lot.service in framework.services])


def _values(case: Case, bid: Bid, criterion: str) -> Iterator[Fraction]:
    """What the criterion comes to on each lot of the bid to whose service it applies."""
    for lot in bid.lots:
        found, _ = comes_to(case.criteria, case.lots[lot].service, bid.scores)
        if criterion in found:
            yield found[criterion]


def alone(case: Case, bidder: Bidder) -> list[str]:
    """Who of the bidder and its partners may not stand alone, and does."""
    partners = [case.bidders[name] for name, _ in bidder.partners]
    held = [] if any(partner.nhs for partner in partners) else partners
    return [row.id for row in (bidder, *held) if row.partner_only]


def competitors(case: Case, lot: str) -> frozenset[str]:
    """Who has listed bids for the lot, and is not at home."""
    bidders = {bid.bidder for bid in case.bids.values() if lot in bid.lots}
    return frozenset(name for name in bidders if not case.bidders[name].at_home)


def _framework(case: Case, framework: Framework, bidder: Bidder, lots: list[Lot]) -> Iterator[str]:
    if lots and not framework.admits(bidder.id):
        yield f"framework[{framework.id}]"
    if any(sum(map(framework.admits, competitors(case, lot.id))) < framework.min_competitors for lot in lots):
        yield f"competition[{framework.id}]"
