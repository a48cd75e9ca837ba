"""Losing bids beside the bids that won their lots: relative advantages, criterion by criterion."""

from collections.abc import Mapping
from functools import cached_property

from models import Bid, Case, Evaluation
from models.explain import CriterionBeside, LotBeside
from models.scores import BidScores, LotScores
from selector.appraise import Appraisal
from selector.appraise.score_sheet import score_sheet


class Beside:
    """The scores of all bids of a case, and who won each lot in an award."""

    def __init__(self, case: Case, appraisal: Appraisal, award: Evaluation) -> None:
        self._case, self._appraisal = case, appraisal
        self.winner: Mapping[str, str] = {row.lot: row.bid for row in award.awards}
        """Bid that won each lot."""

    def of(self, bid: Bid) -> tuple[LotBeside, ...]:
        """A bid on each of its lots, beside the bid that won it."""
        return tuple(self._lot(bid, name) for name in bid.lots)

    @cached_property
    def lots(self) -> Mapping[str, LotScores]:
        """The scores of every bid, by lot."""
        return {row.lot: row for row in score_sheet(self._case, self._appraisal)}

    @cached_property
    def _scores(self) -> Mapping[tuple[str, str], BidScores]:
        return {(name, row.bid): row for name, lot in self.lots.items() for row in lot.bids}

    def scores(self, lot: str, bid: str) -> BidScores:
        """The scores of a bid on one of its lots."""
        return self._scores[lot, bid]

    def _lot(self, bid: Bid, name: str) -> LotBeside:
        lot = self.lots[name]
        own, winner = self.scores(name, bid.id), self.scores(name, self.winner[name])
        of_winner = {each.criterion: each.points for each in winner.criteria}
        return LotBeside(
            lot=name,
            buyer=lot.buyer,
            service=lot.service,
            winner_bid=winner.bid,
            winner=winner.bidder,
            quality=own.quality,
            winner_quality=winner.quality,
            criteria=tuple(
                CriterionBeside(criterion=each.criterion, points=each.points, winner=of_winner.get(each.criterion))
                for each in own.criteria
            ),
            cost=own.cost,
            winner_cost=winner.cost,
            liability=own.liability,
            winner_liability=winner.liability,
            score=own.score,
            winner_score=winner.score,
        )
