"""Bidders outside the NHS family, each beside those that redundancy favours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

import numpy as np

from models import BreakEvenBidder, Case, ComparedLot, Evaluation
from selector.appraise import Appraisal
from selector.decide.break_even.sentence import sentence
from selector.decide.break_even.valued import Valued


class Comparison:
    """A case and one of its awards."""

    def __init__(self, case: Case, appraisal: Appraisal, award: Evaluation) -> None:
        self._case = case
        self._appraisal = appraisal
        self._award = award
        self._bidder = appraisal.bids.pair_bidder
        self._valued = Valued(case, appraisal)

    def bidders(self) -> Iterator[BreakEvenBidder]:
        """A row a bidder outside the family that has made a bid, in the order of the case."""
        bids = self._appraisal.bids
        offering = set(np.unique(bids.bidder).tolist())
        for position, bidder in enumerate(self._case.bidders):
            if bidder.is_nhs or position not in offering:
                continue
            own = [pair for pair in self._accepted.values() if self._bidder[pair] == position]
            yield self._winner(bidder.id, own) if own else self._loser(bidder.id, position)

    def _winner(self, bidder: str, own: Sequence[int]) -> BreakEvenBidder:
        lots = {int(self._appraisal.bids.pair_lot[pair]): pair for pair in own}
        alternatives = {lot: self._best_of_family[lot] for lot in lots if lot in self._best_of_family}
        missing = tuple(self._appraisal.lots.ids[lot] for lot in lots if lot not in alternatives)
        return self._row(bidder, lots, alternatives, missing, wins=True)

    def _loser(self, bidder: str, position: int) -> BreakEvenBidder:
        lots = self._valued.best_by_lot(self._open_pairs([position]))
        # Lot by lot: whether a bidder could win all of these bids together is not the question here.
        return self._row(bidder, dict(sorted(lots.items())), self._accepted, (), wins=False)

    @cached_property
    def _accepted(self) -> Mapping[int, int]:
        """By lot, in their order: the pair that the award accepts."""
        bids = self._appraisal.bids
        accepted = np.flatnonzero(np.isin(bids.ids, [row.bid for row in self._award.awards])[bids.pair_bid])
        return dict(sorted((int(bids.pair_lot[pair]), int(pair)) for pair in accepted))

    @cached_property
    def _best_of_family(self) -> Mapping[int, int]:
        """By lot: the best-valued open pair of the NHS family; buyers that fall back on themselves are of it."""
        bidders = self._appraisal.bidders
        family = [position for position, bidder in enumerate(self._case.bidders) if bidder.is_nhs]
        return self._valued.best_by_lot(self._open_pairs([*family, *np.flatnonzero(bidders.fallback).tolist()]))

    def _open_pairs(self, bidders: Iterable[int]) -> list[int]:
        bids = self._appraisal.bids
        found: list[int] = np.flatnonzero(bids.open[bids.pair_bid] & np.isin(self._bidder, list(bidders))).tolist()
        return found

    def _row(
        self,
        bidder: str,
        own: Mapping[int, int],
        others: Mapping[int, int],
        missing: tuple[str, ...],
        *,
        wins: bool,
    ) -> BreakEvenBidder:
        lots = tuple(self._compared(lot, pair, others[lot]) for lot, pair in own.items() if lot in others)
        cost, other_cost, liability, other_liability = (
            sum((getattr(lot, name) for lot in lots), Decimal(0))
            for name in ("cost", "other_cost", "liability", "other_liability")
        )
        must_be, is_cheaper = liability - other_liability, other_cost - cost
        return BreakEvenBidder(
            bidder=bidder,
            wins=wins,
            beside="nhs_family" if wins else "award",
            lots=lots,
            without_alternative=missing,
            liability=liability,
            other_liability=other_liability,
            must_be_cheaper=must_be,
            is_cheaper=is_cheaper,
            makes_up=is_cheaper >= must_be if lots else None,
            sentence=sentence(
                must_be, is_cheaper, self._case.objective, wins=wins, compared=len(lots), missing=len(missing)
            ),
        )

    def _compared(self, lot: int, own: int, other: int) -> ComparedLot:
        lots, bids, bidders = self._appraisal.lots, self._appraisal.bids, self._appraisal.bidders
        return ComparedLot(
            lot=lots.ids[lot],
            buyer=self._appraisal.limits.buyers[lots.buyer[lot]],
            service=self._appraisal.services.ids[lots.service[lot]],
            bid=bids.ids[bids.pair_bid[own]],
            cost=_pounds(bids.cost[own]),
            liability=_pounds(bids.liability[own]),
            other_bid=bids.ids[bids.pair_bid[other]],
            other_bidder=bidders.ids[self._bidder[other]],
            other_cost=_pounds(bids.cost[other]),
            other_liability=_pounds(bids.liability[other]),
        )


def _pounds(pence: np.int64) -> Decimal:
    return Decimal(int(pence)).scaleb(-2)
