"""Who bids for a lot, and what each scores, with all of them there or without some."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from models import Lot, Ratio
from selector.appraise import Appraisal
from selector.appraise.evaluated_price import evaluated_price
from selector.appraise.price_scores import scored
from selector.appraise.price_scores.scores import qualifying
from selector.appraise.register import Register


@dataclass(frozen=True)
class Contest:
    """The bids that qualify for a lot, under one objective."""

    register: Register
    objective: Ratio
    lot: Lot
    bids: tuple[int, ...]
    """Where they stand among all bids, in their order."""
    prices: tuple[int, ...]
    """Evaluated, in pence."""
    qualities: tuple[int, ...]
    """Thousandths of a point."""

    def scores(self, gone: Collection[int] = ()) -> Mapping[int, int]:
        """Thousandths of a point of each bid but those that are gone."""
        left = [at for at, bid in enumerate(self.bids) if bid not in gone]
        found = scored(
            self.register,
            self.objective,
            self.lot,
            [self.prices[at] for at in left],
            [self.qualities[at] for at in left],
        )
        return {self.bids[at]: each.total for at, each in zip(left, found, strict=True)}


def contests(register: Register, objective: Ratio, appraisal: Appraisal) -> Iterator[Contest]:
    """That of each lot, in their order."""
    bids = appraisal.bids
    prices = evaluated_price(bids, objective.price).tolist()
    qualities, bid_of = bids.quality.tolist(), bids.pair_bid.tolist()
    for lot, pairs in zip(register.lots, qualifying(bids, len(register.lots)), strict=True):
        yield Contest(
            register=register,
            objective=objective,
            lot=lot,
            bids=tuple(bid_of[pair] for pair in pairs),
            prices=tuple(prices[pair] for pair in pairs),
            qualities=tuple(qualities[pair] for pair in pairs),
        )
