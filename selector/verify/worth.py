"""What one bid is worth on each of its lots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Bid, Lot
from selector.verify.amounts import amounts
from selector.verify.displaced import Displaced, displaced
from selector.verify.exact import half_up, pennies
from selector.verify.liability import liability
from selector.verify.price import yearly
from selector.verify.sharing import shared
from selector.verify.tender import Tender


@dataclass(frozen=True)
class Worth:
    """The figures of a bid on one lot, each rounded as the formulation has it; of a package, what falls on the lot."""

    list_price: Decimal
    """£ a year."""
    price_value: Decimal
    """£, present value of the price alone, which discounts take a share of."""
    amounts: tuple[Decimal, ...]
    """£ in each year of the horizon, undiscounted."""
    cost: Decimal
    """£, present value over the horizon."""
    quality: Decimal
    """Points, to 0.001."""
    liability: Decimal
    """£, whoever pays."""
    liability_buyers: Decimal
    """£, the part that the buyer pays."""
    disruption: Decimal
    """Lots, or WTE to 0.001."""
    displaced: Displaced
    """What becomes of the staff on the lot."""


def worth(tender: Tender, bid: Bid) -> Mapping[str, Worth]:
    """The figures of ``bid`` on each of its lots, by the lot's id; of each bid of a tender worked out once."""
    if bid.id not in tender.worths:
        tender.worths[bid.id] = _worth(tender, bid)
    return tender.worths[bid.id]


def _worth(tender: Tender, bid: Bid) -> Mapping[str, Worth]:
    lots = [tender.lots[name] for name in bid.lots]
    staff = [displaced(tender, lot, bid) for lot in lots]
    pensions = [each.pension * tender.staff[lot.id].pay for lot, each in zip(lots, staff, strict=True)]
    found, sizes = amounts(tender, bid, pensions), tender.sizes(lots)
    by_year = [_rounded(on_lots) for on_lots in zip(*found.on_lots, strict=True)]
    listed = list_prices(tender, bid)
    price_values = shared(pennies(_today(tender, found.price)), sizes)
    costs = _rounded([_today(tender, on_lot) for on_lot in found.on_lots])
    worths = {}
    for position, lot in enumerate(lots):
        redundancy = liability(tender.staff[lot.id], staff[position])
        worths[lot.id] = Worth(
            list_price=listed[position],
            price_value=price_values[position],
            amounts=tuple(on_lots[position] for on_lots in by_year),
            cost=costs[position],
            quality=quality(tender, lot, bid),
            liability=redundancy.whole,
            liability_buyers=redundancy.buyers,
            disruption=_disruption(tender, lot, bid.bidder),
            displaced=staff[position],
        )
    return worths


def list_prices(tender: Tender, bid: Bid) -> tuple[Decimal, ...]:
    """The list price of a bid, and what of it falls on each of its lots: £ a year, in the order of the lots."""
    return shared(yearly(tender, bid, bid.price), tender.sizes([tender.lots[name] for name in bid.lots]))


def _today(tender: Tender, by_year: Sequence[Fraction]) -> Fraction:
    """The present value of sums in each year."""
    return sum((sum_ * value for sum_, value in zip(by_year, tender.worth_today, strict=True)), Fraction(0))


def _rounded(on_lots: Sequence[Fraction]) -> tuple[Decimal, ...]:
    """What comes to so much on each lot, in all to a penny, and what of that falls on each."""
    return shared(pennies(sum(on_lots)), on_lots)


def quality(tender: Tender, lot: Lot, bid: Bid) -> Decimal:
    """The quality of a bid on a lot: points, to 0.001; a fallback's is stated."""
    if bid.id in tender.fallbacks and lot.in_house is not None:
        return half_up(lot.in_house.quality, 3)
    return half_up(tender.tree.quality(bid, lot.service), 3)


def _disruption(tender: Tender, lot: Lot, bidder: str) -> Decimal:
    if lot.incumbent is None or lot.incumbent == bidder:
        return Decimal(0)
    return Decimal(1) if tender.case.objective.disruption == "lots" else tender.staff_wte(lot)
