"""What a bid costs over its life: year by year, on each of its lots."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.displaced import pensions
from tests.oracle.exact import PENNY, half_up, pence
from tests.oracle.parts import end
from tests.oracle.sharing import by_weight, sizes
from tests.oracle.tables import Bid, Case, Lot


@dataclass(frozen=True)
class WholeLife:
    """The figures of a bid in pence, each by lot in the order in which it names them; ``amounts`` also by year first."""

    list_price: list[int]
    price_value: list[int]
    amounts: list[list[int]]
    cost: list[int]


def whole_life(case: Case, bid: Bid) -> WholeLife:
    """What a bid costs."""
    lots = [case.lots[lot] for lot in bid.lots]
    weights = sizes(lots, case.services)
    portions = [weight / sum(weights) for weight in weights]
    prices = [_price(case, bid, year) for year in range(case.horizon.years)]
    amounts = [
        [_amount(case, bid, lot, portion, year) for lot, portion in zip(lots, portions, strict=True)]
        for year in range(case.horizon.years)
    ]
    factors = case.horizon.factors
    value = sum((factor * price for factor, price in zip(factors, prices, strict=True)), Fraction(0))
    costs = [
        sum((factor * amount[at] for factor, amount in zip(factors, amounts, strict=True)), Fraction(0))
        for at in range(len(lots))
    ]
    return WholeLife(
        list_price=by_weight(pence(_yearly(case, bid, bid.price)), weights),
        price_value=by_weight(pence(value), weights),
        amounts=[by_weight(pence(sum(amount, Fraction(0))), amount) for amount in amounts],
        cost=by_weight(pence(sum(costs, Fraction(0))), costs),
    )


def served(case: Case, bid: Bid, *, indexed: bool = False) -> Fraction:
    """What a pound a year from a bid's start on counts, be it ``indexed`` as its price."""
    growth = 1 + bid.indexation if indexed else Fraction(1)
    parts = [min(max(year + 1 - bid.start, Fraction(0)), Fraction(1)) for year in range(case.horizon.years)]
    factors = zip(case.horizon.factors, parts, strict=True)
    return sum((factor * part * growth**year for year, (factor, part) in enumerate(factors)), Fraction(0))


def _amount(case: Case, bid: Bid, lot: Lot, portion: Fraction, year: int) -> Fraction:
    """What a bid costs on a lot in a year, in pounds, ``portion`` being the part of its price that the lot bears."""
    service, starts = case.services[lot.service], bid.start
    before = min(max(starts - year, Fraction(0)), Fraction(1))
    total = lot.present_cost * before + pensions(case, bid, lot) * (1 - before)
    for length, price, rate in _stretches(case, bid, year):
        total += portion * length * price * (1 + rate * (1 - service.vat_recoverable))
    if year <= starts < year + 1:
        total += portion * bid.transition
    return total + service.reprocurement_cost * _times(end(case, bid), service.successor_years, year)


def _price(case: Case, bid: Bid, year: int) -> Fraction:
    """The price of a year alone, in pounds."""
    return sum((length * price for length, price, _ in _stretches(case, bid, year)), Fraction(0))


def _stretches(case: Case, bid: Bid, year: int) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """The stretches of a year in which price and VAT stay the same: their length, yearly price and rate of VAT."""
    bidder = case.bidders[bid.bidder]
    hosting, ends = bidder.hosting, end(case, bid)
    extended = ends if bid.term is None else bid.start + bid.term
    changes = {bid.start, extended, ends, *(() if hosting is None else (hosting.ends,))}
    edges = [Fraction(year), *sorted(time for time in changes if year < time < year + 1), Fraction(year + 1)]
    for since, until in itertools.pairwise(edges):
        if since >= bid.start:
            kind = bidder.kind if hosting is None or since < hosting.ends else hosting.becomes
            price = _price_at(case, bid, year, extension=extended <= since < ends)
            yield until - since, price, case.vat.get(kind, Fraction(0))


def _price_at(case: Case, bid: Bid, year: int, *, extension: bool) -> Fraction:
    """The yearly price in force in a year, in pounds."""
    stated = bid.prices.get(case.horizon.names[year])
    if stated is not None:
        return _yearly(case, bid, stated)
    price = bid.extension_price if extension and bid.extension_price is not None else bid.price
    return _yearly(case, bid, price) * (1 + bid.indexation) ** year


def _yearly(case: Case, bid: Bid, price: Fraction) -> Fraction:
    """A price as stated in pounds a year, to a penny."""
    people = sum(case.buyers[buyer].people for buyer in {case.lots[lot].buyer for lot in bid.lots})
    return half_up(price * people if bid.per_head else price, PENNY)


def _times(first: Fraction, every: Fraction, year: int) -> int:
    """How many of the times ``first``, ``first`` + ``every``, ... lie in a year."""

    def before(time: int) -> int:
        return max(0, math.ceil((time - first) / every))

    return before(year + 1) - before(year)
