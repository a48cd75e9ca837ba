"""The charges and discounts of an award, and what those of some buyers' lots alone would come to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np

from models import Case, Evaluation
from selector.appraise import Appraisal, Discount


@dataclass(frozen=True)
class Charge:
    """Pence that are paid once if any of some lots is won."""

    pence: int
    weight: Mapping[str, int]
    """What each buyer's lots among them weigh: volume in thousandths or, of an overhead, people."""


@dataclass(frozen=True)
class Rebate:
    """A discount: what it takes off is settled by the tier that is reached together."""

    bidder: str
    start: tuple[int, ...]
    """Quantity from which each tier is in force."""
    constant: tuple[int, ...]
    """Pence that each tier takes off besides."""
    quantity: Mapping[str, int]
    """Of each buyer whose lots are in its scope."""
    off: Mapping[str, tuple[Fraction, ...]]
    """Pence that each tier takes off the lots of each buyer."""

    def tier(self, buyers: Collection[str]) -> int:
        """The tier that some buyers reach."""
        reached = sum(quantity for buyer, quantity in self.quantity.items() if buyer in buyers)
        return sum(start <= reached for start in self.start) - 1

    def amount(self, buyers: Collection[str]) -> Fraction:
        """Pence taken off if only some buyers took their lots."""
        within = [buyer for buyer in self.quantity if buyer in buyers]
        if not within:
            return Fraction(0)
        tier = self.tier(within)
        return sum((self.off[buyer][tier] for buyer in within), Fraction(self.constant[tier]))


@dataclass(frozen=True)
class Charges:
    """The charges and discounts of an award."""

    charges: tuple[Charge, ...]
    rebates: tuple[Rebate, ...]

    def of(self, buyers: Collection[str]) -> Fraction:
        """Charges less discounts, in pence, that the accepted bids for the lots of some buyers alone would incur."""
        caused = sum(charge.pence for charge in self.charges if any(buyer in buyers for buyer in charge.weight))
        return caused - sum((rebate.amount(buyers) for rebate in self.rebates), Fraction(0))

    @cached_property
    def total(self) -> int:
        """Charges less discounts of the whole award: whole pence."""
        return int(self.of(frozenset(self.buyers)))

    @cached_property
    def buyers(self) -> tuple[str, ...]:
        """Whom any of it is about, in the order in which they come up."""
        named = [*(buyer for charge in self.charges for buyer in charge.weight)]
        return tuple(dict.fromkeys([*named, *(buyer for rebate in self.rebates for buyer in rebate.quantity)]))


def charges_of(case: Case, appraisal: Appraisal, award: Evaluation) -> Charges:
    """What an award incurs beside its bids."""
    won = _Won(case, appraisal, award)
    return Charges(tuple(won.charges()), tuple(won.rebates()))


class _Won:
    """The pairs of an award."""

    def __init__(self, case: Case, appraisal: Appraisal, award: Evaluation) -> None:
        bids = appraisal.bids
        self._case, self._appraisal = case, appraisal
        accepted = np.isin(bids.ids, [row.bid for row in award.awards])
        self._pairs: list[int] = np.flatnonzero(accepted[bids.pair_bid]).tolist()

    def charges(self) -> Iterator[Charge]:
        a = self._appraisal
        setup: dict[tuple[int, int], dict[str, int]] = {}
        overhead: dict[int, dict[str, int]] = {}
        outpost: dict[tuple[int, int], dict[str, int]] = {}
        asked = {key: entry for entry, key in enumerate(zip(a.outposts.service, a.outposts.area, strict=True))}
        for pair in self._pairs:
            lot, bidder = int(a.bids.pair_lot[pair]), int(a.bids.pair_bidder[pair])
            buyer, service, volume = a.lots.buyer[lot], int(a.lots.service[lot]), int(a.lots.volume[lot])
            name = a.limits.buyers[buyer]
            _add(setup.setdefault((bidder, service), {}), name, volume)
            _add(overhead.setdefault(bidder, {}), name, int(a.lots.people[lot]))
            entry = asked.get((service, a.outposts.of_buyer[buyer]))
            if entry is not None and not a.bidders.at_home[bidder]:
                _add(outpost.setdefault((bidder, entry), {}), name, volume)
        every = (
            *((a.bidders.setup[key], weight) for key, weight in setup.items()),
            *((a.bidders.overhead[key], weight) for key, weight in overhead.items()),
            *((a.outposts.cost[key], weight) for key, weight in outpost.items()),
        )
        yield from (Charge(int(pence), weight) for pence, weight in every if pence)

    def rebates(self) -> Iterator[Rebate]:
        stated = {discount.id: discount for discount in self._case.discounts}
        for discount in self._appraisal.discounts:
            by_unit = stated[discount.id].tiers[0].per_unit is not None
            rebate = self._rebate(discount, by_unit=by_unit)
            if rebate.quantity:
                yield rebate

    def _rebate(self, discount: Discount, *, by_unit: bool) -> Rebate:
        a = self._appraisal
        weight = discount.counted if by_unit else a.bids.price_value[discount.pair]
        of_bid = {int(bid): at for at, bid in enumerate(discount.bid)}
        in_all: dict[int, int] = {}
        for pair, each in zip(discount.pair.tolist(), weight.tolist(), strict=True):
            bid = int(a.bids.pair_bid[pair])
            in_all[bid] = in_all.get(bid, 0) + each
        won = set(self._pairs)
        quantity: dict[str, int] = {}
        off: dict[str, tuple[Fraction, ...]] = {}
        rows = zip(discount.pair.tolist(), discount.counted.tolist(), weight.tolist(), strict=True)
        for pair, counted, each in rows:
            if pair not in won:
                continue
            bid, name = int(a.bids.pair_bid[pair]), a.limits.buyers[a.lots.buyer[a.bids.pair_lot[pair]]]
            _add(quantity, name, counted)
            # What a tier takes off a package is rounded for the package: its lots share that, to the last fraction.
            part = Fraction(each, in_all[bid]) if in_all[bid] else Fraction(0)
            taken = [int(pence) * part for pence in discount.off[of_bid[bid]]]
            before = off.get(name, (Fraction(0),) * len(taken))
            off[name] = tuple(one + other for one, other in zip(before, taken, strict=True))
        return Rebate(
            bidder=a.bidders.ids[discount.bidder],
            start=tuple(discount.start.tolist()),
            constant=tuple(discount.constant.tolist()),
            quantity=quantity,
            off=off,
        )


def _add(table: dict[str, int], name: str, amount: int) -> None:
    table[name] = table.get(name, 0) + amount
