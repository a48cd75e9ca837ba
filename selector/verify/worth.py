"""What one bid is worth on each of its lots."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Bid, Lot
from selector.verify.displaced import displaced
from selector.verify.exact import half_up, pennies
from selector.verify.payment import payment
from selector.verify.sharing import shared, weights
from selector.verify.tender import Tender


@dataclass(frozen=True)
class Worth:
    """The figures of a bid on one lot, each rounded as the formulation has it."""

    list_price: Decimal
    """£ a year; of a package, what falls on the lot."""
    cost: Decimal
    """£, present value over the horizon; of a package, what falls on the lot."""
    quality: Decimal
    """Points, to 0.001."""
    liability: Decimal
    """£, whoever pays."""
    liability_buyers: Decimal
    """£, the part that the buyer pays."""
    disruption: Decimal
    """Lots, or WTE to 0.001."""


def worth(tender: Tender, bid: Bid) -> Mapping[str, Worth]:
    """The figures of ``bid`` on each of its lots, by the lot's id."""
    lots = [tender.lots[name] for name in bid.lots]
    list_price = pennies(Fraction(bid.price) * (_people(tender, lots) if bid.price_basis == "head" else 1))
    cost = pennies(Fraction(list_price) * tender.annuity)
    by = weights(tender, lots)
    return {
        lot.id: _on_lot(tender, bid, lot, own_price, own_cost)
        for lot, own_price, own_cost in zip(lots, shared(list_price, by), shared(cost, by), strict=True)
    }


def _on_lot(tender: Tender, bid: Bid, lot: Lot, list_price: Decimal, cost: Decimal) -> Worth:
    staff = displaced(tender, lot, bid)
    liability = pennies(staff.share * _payments(tender, lot))
    return Worth(
        list_price=list_price,
        cost=cost,
        quality=_quality(tender, lot, bid),
        liability=liability,
        liability_buyers=pennies(Fraction(liability) * staff.buyer_share),
        disruption=_disruption(tender, lot, bid.bidder),
    )


def _people(tender: Tender, lots: list[Lot]) -> int:
    """The people of the buyers of some lots, each buyer once."""
    return sum(tender.buyers[name].population for name in {lot.buyer for lot in lots})


def _quality(tender: Tender, lot: Lot, bid: Bid) -> Decimal:
    if bid.id in tender.fallbacks and lot.in_house is not None:
        return half_up(lot.in_house.quality, 3)
    criteria = tender.criteria[lot.service]
    if not criteria:
        return Decimal("0.000")
    weighted = sum(criterion.weight * bid.scores[criterion.id] for criterion in criteria)
    return half_up(Fraction(weighted) / Fraction(sum(criterion.weight for criterion in criteria)), 3)


def _payments(tender: Tender, lot: Lot) -> Fraction:
    """What it would cost to make all staff on a lot redundant."""
    return sum(
        (
            Fraction(group.headcount) * Fraction(share) * Fraction(payment(group, tender.case.date))
            for group, share in tender.staff_on(lot)
        ),
        Fraction(0),
    )


def _disruption(tender: Tender, lot: Lot, bidder: str) -> Decimal:
    if lot.incumbent is None or lot.incumbent == bidder:
        return Decimal(0)
    return Decimal(1) if tender.case.objective.disruption == "lots" else tender.staff_wte(lot)
