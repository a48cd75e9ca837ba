"""Which lots, and which bidders, a set of the board names."""

from collections.abc import Iterator

from tests.oracle.board import BidderSet, LotSet, Rule
from tests.oracle.tables import Bidder, Case, Lot


def lots_of(case: Case, named: LotSet) -> list[Lot]:
    """The lots of a set, in the order of the case."""
    return [lot for lot in case.lots.values() if _holds(case, named, lot)]


def bidders_of(case: Case, named: BidderSet) -> list[Bidder]:
    """The bidders of a set, in the order of the case, fallbacks last: those of a set that names none, or their kind."""
    return [row for row in case.bidders.values() if _names(named, row)]


def groups(case: Case, rule: Rule) -> Iterator[tuple[tuple[str, ...], list[Lot]]]:
    """What a rule is held ``per``: each combination with its lots, in the order of their first; one of all without."""
    found: dict[tuple[str, ...], list[Lot]] = {} if rule.per else {(): []}
    for lot in lots_of(case, rule.lots):
        buyer = case.buyers[lot.buyer]
        where = {"buyer": lot.buyer, "service": lot.service, "area": buyer.area, "region": buyer.region}
        here = [where[name] for name in rule.per]
        if None not in here:
            found.setdefault(tuple(map(str, here)), []).append(lot)
    yield from found.items()


def _holds(case: Case, named: LotSet, lot: Lot) -> bool:
    if named.services and lot.service not in named.services:
        return False
    buyer = case.buyers[lot.buyer]
    if not (named.buyers or named.areas or named.regions):
        return True
    return buyer.id in named.buyers or buyer.area in named.areas or buyer.region in named.regions


def _names(named: BidderSet, row: Bidder) -> bool:
    if not (named.ids or named.kinds or named.tags or named.groups):
        return True
    if row.kind in named.kinds:
        return True
    if row.fallback:
        return False
    return row.id in named.ids or not named.tags.isdisjoint(row.tags) or row.stated_group in named.groups
