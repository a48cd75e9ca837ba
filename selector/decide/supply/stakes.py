"""Whose lots they are, before a decision and after it: what shares of a market are made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from models import Case, Evaluation
from models.market import Basis
from selector.appraise import Appraisal
from selector.appraise.cost import pence
from selector.decide.supply.offers import Offers

_WHOLE = Fraction(1)


@dataclass(frozen=True)
class Stake:
    """A bidder's part of a lot."""

    lot: int
    bidder: str
    part: Fraction
    spend: Fraction | None
    """Pence a year for that part; None where it is not stated."""


def stakes(
    case: Case, appraisal: Appraisal, offers: Offers, award: Evaluation | None
) -> Mapping[Basis, tuple[Stake, ...]]:
    """The stakes on each basis on which there are some, the award last."""
    found: dict[Basis, tuple[Stake, ...]] = {
        "today": tuple(_today(case)),
        "lowest_price": tuple(_lowest_price(offers)),
        "equal_chance": tuple(_equal_chance(offers)),
    }
    if award is not None:
        found["award"] = tuple(won(appraisal, award))
    return {basis: each for basis, each in found.items() if each}


def won(appraisal: Appraisal, award: Evaluation) -> Iterator[Stake]:
    """What an award gives, lot by lot."""
    bids = appraisal.bids
    lot_at = {name: position for position, name in enumerate(appraisal.lots.ids)}
    accepted = {(row.bid, lot_at[row.lot]): row.bidder for row in award.awards}
    for bid, lot, price in zip(bids.pair_bid.tolist(), bids.pair_lot.tolist(), bids.list_price.tolist(), strict=True):
        bidder = accepted.get((bids.ids[bid], lot))
        if bidder is not None:
            yield Stake(lot, bidder, _WHOLE, Fraction(price))


def _today(case: Case) -> Iterator[Stake]:
    for position, lot in enumerate(case.tendered):
        if lot.incumbent is not None:
            spend = None if lot.present_cost is None else Fraction(pence(lot.present_cost))
            yield Stake(position, lot.incumbent, _WHOLE, spend)


def _lowest_price(offers: Offers) -> Iterator[Stake]:
    for lot, able in enumerate(offers.able):
        if able:
            least = min(able.values())
            lowest = [bidder for bidder, price in able.items() if price == least]
            part = Fraction(1, len(lowest))
            yield from (Stake(lot, bidder, part, least * part) for bidder in lowest)


def _equal_chance(offers: Offers) -> Iterator[Stake]:
    for lot, able in enumerate(offers.able):
        yield from (
            Stake(lot, bidder, Fraction(1, len(able)), Fraction(price, len(able))) for bidder, price in able.items()
        )
