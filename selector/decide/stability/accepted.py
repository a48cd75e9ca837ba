"""What the samples come to: how often each award, bid and bidder is among the best."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import Case
from models.stability import Acceptability, Acceptance, AcceptedAward, AcceptedBid, AcceptedBidder, WeightName
from selector.appraise import Appraisal
from selector.decide.stability.drawn import Ranges, Sample
from selector.decide.stability.rounded import millionths
from selector.decide.stability.wilson import interval

_MOST_AWARDS = 20


@dataclass(frozen=True)
class Accepted:
    """The samples of a case that were come to, and today's best award."""

    case: Case
    appraisal: Appraisal
    best: frozenset[str]
    samples: Mapping[int, Sample]
    names: Sequence[WeightName]
    """Of the weights that were drawn."""

    def acceptability(self, ranges: Ranges, seed: int, asked: int, gap: float) -> Acceptability:
        """Shares of the samples that have an award."""
        known = [each for _, each in sorted(self.samples.items()) if each.bids]
        awards = Counter(frozenset(each.bids) for each in known)
        return Acceptability(
            prices=ranges.prices,
            volumes=ranges.volumes,
            transfer=ranges.transfer,
            weights=tuple(self.names),
            seed=seed,
            gap=gap,
            asked=asked,
            examined=len(known),
            infeasible=len(self.samples) - len(known),
            open=asked - len(self.samples),
            same=acceptance(awards[self.best], len(known)),
            awards=tuple(self._awards(awards, known)),
            different=len(awards),
            lots=tuple(self._lots(known)),
            bidders=tuple(self._bidders(known)),
        )

    def _awards(self, awards: Counter[frozenset[str]], known: Sequence[Sample]) -> list[AcceptedAward]:
        """In the order of how often, then of which came out first."""
        return [
            AcceptedAward(
                bids=tuple(name for name in self.appraisal.bids.ids if name in bids),
                is_best=bids == self.best,
                lots_apart=sum(self._winner(bids, lot) != self._winner(self.best, lot) for lot in range(self._many)),
                acceptance=acceptance(count, len(known)),
                central=self._central([each.shares for each in known if frozenset(each.bids) == bids]),
            )
            for bids, count in awards.most_common(_MOST_AWARDS)
        ]

    def _central(self, shares: Sequence[tuple[float, ...]]) -> dict[str, Decimal]:
        means = [sum(each) / len(shares) for each in zip(*shares, strict=True)]
        return {name: millionths(mean) for name, mean in zip(self.names, means, strict=True)} if means else {}

    @property
    def _many(self) -> int:
        return len(self.appraisal.lots)

    def _winner(self, bids: frozenset[str], lot: int) -> str | None:
        return next((name for name in self._offers[lot] if name in bids), None)

    @cached_property
    def _offers(self) -> Sequence[tuple[str, ...]]:
        """By lot: the ids of the bids for it."""
        bids = self.appraisal.bids
        found: list[list[str]] = [[] for _ in range(self._many)]
        for bid, lot in zip(bids.pair_bid.tolist(), bids.pair_lot.tolist(), strict=True):
            found[lot].append(bids.ids[bid])
        return tuple(map(tuple, found))

    def _lots(self, known: Sequence[Sample]) -> list[AcceptedBid]:
        wins = Counter(name for each in known for name in each.bids)
        bidder = dict(zip(self.appraisal.bids.ids, self.appraisal.bids.bidder.tolist(), strict=True))
        found = []
        for lot, offers in enumerate(self._offers):
            won = sorted((name for name in offers if wins[name]), key=lambda name: (-wins[name], name))
            found += [
                AcceptedBid(
                    lot=self.appraisal.lots.ids[lot],
                    bid=name,
                    bidder=self.appraisal.bidders.ids[bidder[name]],
                    is_best=name in self.best,
                    acceptance=acceptance(wins[name], len(known)),
                )
                for name in won
            ]
        return found

    def _bidders(self, known: Sequence[Sample]) -> list[AcceptedBidder]:
        bids = self.appraisal.bids
        of_bid = dict(zip(bids.ids, bids.bidder.tolist(), strict=True))
        lots_of = Counter(bids.ids[bid] for bid in bids.pair_bid.tolist())
        wins: Counter[int] = Counter()
        lots: Counter[int] = Counter()
        for each in known:
            wins.update({of_bid[name] for name in each.bids})
            for name in each.bids:
                lots[of_bid[name]] += lots_of[name]
        today = {of_bid[name] for name in self.best}
        return [
            AcceptedBidder(
                bidder=self.appraisal.bidders.ids[bidder],
                is_best=bidder in today,
                acceptance=acceptance(wins[bidder], len(known)),
                mean_lots=millionths(lots[bidder] / len(known)),
            )
            for bidder in sorted(wins, key=lambda bidder: (-wins[bidder], -lots[bidder], bidder))
        ]


def acceptance(count: int, of: int) -> Acceptance:
    """A count of samples as a share, with its interval."""
    share, low, high = interval(count, of)
    return Acceptance(count=count, share=share, low=low, high=high)
