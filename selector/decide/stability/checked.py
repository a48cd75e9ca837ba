"""Awards that are told of, each checked against its case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models import BestAward, Evaluation
from models.stability import OtherBest
from selector.decide.asked import Asked, bids_of
from selector.decide.checked import Piece, checked
from selector.decide.without.difference import totals_difference
from selector.decide.without.handovers import handovers


@dataclass(frozen=True)
class Told:
    """The awards beside today's best, as answers tell them."""

    asked: Asked
    known: Mapping[tuple[str, ...], Evaluation]

    @classmethod
    def of(cls, asked: Asked, awards: Sequence[tuple[str, ...]]) -> "Told":
        """Each award, where there is time to check it."""
        pieces = [Piece(asked.case, asked.appraisal, asked.options, bids) for bids in awards]
        answers = asked.each("award checked", checked, pieces)
        return cls(asked, {awards[at]: found for at, found in answers.items() if found.awards})

    def award(self, bids: tuple[str, ...]) -> OtherBest:
        """An award: beside its bids what makes it another, where that was checked."""
        found = self.known.get(bids)
        return OtherBest(bids=bids) if found is None else other(self.asked, found).model_copy(update={"bids": bids})


def other(asked: Asked, found: Evaluation) -> OtherBest:
    """An award beside today's best."""
    difference = totals_difference(BestAward.of(asked.best), BestAward.of(found))
    return OtherBest(
        bids=bids_of(found),
        difference=None if difference is None else difference.model_copy(update={"proven": False}),
        handovers=handovers(asked.best.awards, found.awards),
    )
