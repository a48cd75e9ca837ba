"""Which tiers of discounts may be in force, and which bids may be priced in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from selector.appraise import Discount, most_of_lots
from selector.program.pairs import Pairs
from selector.program.program import Family
from selector.program.tiers import Tiers

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Reach:
    """What of a discount can be reached: tiers with their limits, and the open bids that fit into each.

    Quantities are in the largest unit of which all those of its bids are multiples: a penny beside millions is finer than
    a solver sees, a pound may not be.
    """

    discount: Discount
    tier: Ints
    """The tiers that can be in force."""
    start: Ints
    end: Ints
    """The largest quantity at which each is in force; for the last, all that can be won."""
    quantity: Ints
    """What each bid of the discount counts."""
    bid: Ints
    """Positions, among the bids of the discount, of the bid of each priced column."""
    at: Ints
    """Position in ``tier`` of the tier of each priced column."""


@dataclass(frozen=True)
class TierColumns:
    """The tier columns and the priced columns, from column ``first`` on."""

    pairs: Pairs
    first: int

    @cached_property
    def reaches(self) -> Sequence[Reach]:
        """What can be reached of each discount that can take anything off."""
        found = (self._reach(discount) for discount in self.pairs.appraisal.discounts)
        return tuple(
            reach
            for reach in found
            if reach.discount.off[:, reach.tier].any() or reach.discount.constant[reach.tier].any()
        )

    def _reach(self, discount: Discount) -> Reach:
        bids = self.pairs.appraisal.bids
        opened = bids.open[bids.pair_bid[discount.pair]]
        unit = int(np.gcd.reduce(discount.counted)) or 1
        quantity, starts = discount.quantity // unit, -(-discount.start // unit)
        all_there_is = most_of_lots(discount.counted[opened], bids.pair_lot[discount.pair[opened]]) // unit
        # Two tiers that start within one unit leave the first without a quantity.
        ends = np.append(starts[1:] - 1, all_there_is)
        tier = np.flatnonzero((starts <= all_there_is) & (starts <= ends))
        end = np.minimum(ends[tier], all_there_is)
        fits = (quantity[:, np.newaxis] <= end) & bids.open[discount.bid][:, np.newaxis]
        bid, at = np.nonzero(fits)
        return Reach(discount, tier, starts[tier], end, quantity, bid, at)

    @cached_property
    def _starts(self) -> tuple[Ints, Ints]:
        """First tier column and first priced column of each reach; one more entry each for where they stop."""
        tiers = np.cumsum([self.first, *(len(reach.tier) for reach in self.reaches)])
        priced = np.cumsum([int(tiers[-1]), *(len(reach.bid) for reach in self.reaches)])
        return tiers, priced

    def tier(self, number: int) -> Ints:
        """The tier columns of a reach."""
        return np.arange(self._starts[0][number], self._starts[0][number + 1])

    def priced(self, number: int) -> Ints:
        """The priced columns of a reach, in the order of its bids."""
        return np.arange(self._starts[1][number], self._starts[1][number + 1])

    def accept(self, number: int) -> Ints:
        """The accept column of the bid of each priced column of a reach."""
        reach = self.reaches[number]
        return self.pairs.accept_of[reach.discount.bid[reach.bid]]

    def lots(self, number: int) -> tuple[Ints, Ints]:
        """For each priced column of a reach and each lot in scope of its bid: the place of the column, and the lot."""
        reach, bids = self.reaches[number], self.pairs.appraisal.bids
        # Pairs go by bid: those of a bid stand together.
        first = np.searchsorted(bids.pair_bid[reach.discount.pair], reach.discount.bid)
        count = np.diff(np.append(first, len(reach.discount.pair)))[reach.bid]
        place = np.repeat(np.arange(len(reach.bid)), count)
        within = np.arange(len(place)) - np.repeat(np.cumsum(count) - count, count)
        return place, bids.pair_lot[reach.discount.pair[first[reach.bid[place]] + within]]

    @property
    def stop(self) -> int:
        """Where the columns after these start."""
        return int(self._starts[1][-1])

    def settling(self) -> Iterator[Tiers]:
        """What settles the columns of each reach from the accepted bids."""
        for number, reach in enumerate(self.reaches):
            accept = self.pairs.accept_of[reach.discount.bid]
            opened = np.flatnonzero(accept >= 0)
            place = np.full(len(accept), -1)
            place[opened] = np.arange(len(opened))
            yield Tiers(
                tier=self.tier(number),
                start=reach.start,
                accept=accept[opened],
                quantity=reach.quantity[opened],
                priced=self.priced(number),
                bid=place[reach.bid],
                at=reach.at,
            )

    def families(self) -> Iterator[Family]:
        """The families of columns with their names."""
        tiers, priced = (starts.tolist() for starts in self._starts)
        for number in range(len(self.reaches)):
            yield Family("tier", tiers[number], tiers[number + 1], partial(self._tier_key, number))
        for number in range(len(self.reaches)):
            yield Family("priced", priced[number], priced[number + 1], partial(self._priced_key, number))

    def _tier_key(self, number: int, k: int) -> tuple[str, str]:
        reach = self.reaches[number]
        return reach.discount.id, str(reach.discount.start[reach.tier[k]])

    def _priced_key(self, number: int, k: int) -> tuple[str, str, str]:
        reach = self.reaches[number]
        bid = self.pairs.appraisal.bids.ids[reach.discount.bid[reach.bid[k]]]
        return reach.discount.id, bid, str(reach.discount.start[reach.tier[reach.at[k]]])
