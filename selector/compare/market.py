"""What choice there is under a scenario, and how the spend spreads over those who win it."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from models import Case, Evaluation, Market

_PENNY = Decimal("0.01")


def market(case: Case, evaluation: Evaluation) -> Market:
    """The bidders for each lot and, where there is an award, how concentrated its yearly spend at list price is."""
    bidders = _bidders(case, {row.bid for row in evaluation.disqualified})
    counts = [len(bidders[lot.id]) for lot in case.tendered]
    place = {buyer.id: ("buyer", buyer.id) if buyer.area is None else ("area", buyer.area) for buyer in case.buyers}
    areas: dict[tuple[str, str], bool] = {}
    for lot, count in zip(case.tendered, counts, strict=True):
        where = place[lot.buyer]
        areas[where] = areas.get(where, True) and count > 1
    found = Market(
        least_bidders=min(counts),
        mean_bidders=_rounded(Fraction(sum(counts), len(counts)), 3),
        contested=sum(count > 1 for count in counts),
        lots=len(counts),
        areas_contested=sum(areas.values()),
        areas=len(areas),
    )
    spend = _spend(case, evaluation)
    return found.model_copy(update=_shares(spend)) if spend else found


def _bidders(case: Case, barred: set[str]) -> Mapping[str, set[str]]:
    """By lot: who bids for it; fallbacks are nobody's bid."""
    found: dict[str, set[str]] = {lot.id: set() for lot in case.tendered}
    for bid in case.bids:
        if bid.id not in barred:
            for lot in bid.lots:
                found[lot].add(bid.bidder)
    return found


def _spend(case: Case, evaluation: Evaluation) -> Mapping[str, Decimal]:
    """By bidder: pounds a year at list price of what it wins."""
    people = {buyer.id: buyer.population for buyer in case.buyers}
    lots = {lot.id: lot for lot in case.tendered}
    bids = {bid.id: bid for bid in case.bids}
    spend: dict[str, Decimal] = {}
    for row in {row.bid: row for row in evaluation.awards}.values():
        bid, fallback = bids.get(row.bid), lots[row.lot].in_house
        if bid is not None:
            heads = sum(people[name] for name in {lots[lot].buyer for lot in bid.lots})
            price = bid.price * heads if bid.price_basis == "head" else bid.price
        else:
            price = Decimal(0) if fallback is None else fallback.cost
        spend[row.bidder] = spend.get(row.bidder, Decimal(0)) + price.quantize(_PENNY, ROUND_HALF_UP)
    return spend


def _shares(spend: Mapping[str, Decimal]) -> Mapping[str, object]:
    total = sum(map(Fraction, spend.values()))
    shares = {name: Fraction(amount) / total if total else Fraction(0) for name, amount in spend.items()}
    largest = max(shares, key=lambda name: shares[name])
    return {
        "winners": len(shares),
        "largest": largest,
        "largest_share": _rounded(shares[largest], 6),
        "concentration": _rounded(sum((share**2 for share in shares.values()), Fraction(0)) * 10_000, 3),
    }


def _rounded(value: Fraction, places: int) -> Decimal:
    scaled = value * 10**places
    return Decimal((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)).scaleb(-places)
