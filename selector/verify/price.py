"""What a bid's price comes to in each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from models import Bid, Bidder
from selector.verify.calendar import years_from
from selector.verify.exact import pennies
from selector.verify.tender import Tender
from selector.verify.term import Term


@dataclass(frozen=True)
class YearsPrice:
    """The price of a bid in one year, from its start on: £, unrounded."""

    price: Fraction
    vat: Fraction
    """VAT on it, of which nothing is got back."""


def yearly(tender: Tender, bid: Bid, price: Decimal) -> Decimal:
    """A price that a bid states, of all its lots together: £ a year, to a penny."""
    if bid.price_basis == "year":
        return pennies(price)
    buyers = {tender.lots[name].buyer for name in bid.lots}
    return pennies(Fraction(price) * sum(tender.buyers[name].population for name in buyers))


def prices(tender: Tender, bid: Bid, term: Term) -> Iterator[YearsPrice]:
    """The price of ``bid`` in each year of the horizon."""
    horizon, bidder = tender.case.horizon, tender.bidders[bid.bidder]
    hosting = bidder.hosting
    own = None if hosting is None else years_from(horizon.start, hosting.until)
    changes = {term.start, term.extension, term.end, *([] if own is None else [own])}
    for year, name in enumerate(horizon.financial_years):
        within = {time for time in changes if year < time < year + 1}
        price = vat = Fraction(0)
        for begin, end in pairwise(sorted({Fraction(year), Fraction(year + 1), *within})):
            if begin >= term.start:
                part = _price(tender, bid, term, begin, year, name) * (end - begin)
                price += part
                rate = _vat(tender, bidder, on_its_own=own is not None and begin >= own)
                if rate:
                    vat += part * rate
        yield YearsPrice(price, vat)


def _price(tender: Tender, bid: Bid, term: Term, time: Fraction, year: int, name: str) -> Fraction:
    """The yearly price in force at a time: £."""
    if name in bid.prices:
        return Fraction(yearly(tender, bid, bid.prices[name]))
    extended = term.extension <= time < term.end and bid.extension_price is not None
    stated = bid.extension_price if extended and bid.extension_price is not None else bid.price
    price = Fraction(yearly(tender, bid, stated))
    return price * (1 + Fraction(bid.indexation)) ** year if bid.indexation else price


def _vat(tender: Tender, bidder: Bidder, *, on_its_own: bool) -> Fraction:
    """The rate of VAT on a bidder's price, while it is hosted or once it is on its own."""
    kind = bidder.hosting.becomes if bidder.hosting is not None and on_its_own else bidder.kind
    return Fraction(tender.case.vat.get(kind, 0))
