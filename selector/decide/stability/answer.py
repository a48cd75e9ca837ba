"""The answer to how stable an award is: weights moved one by one and together, mapped, and figures drawn at random."""

from dataclasses import dataclass

from models import BestAward
from models.stability import Acceptability, Stability
from selector.decide.asked import Asked, bids_of
from selector.decide.proof_gap import proof_gap
from selector.decide.provenance import provenance
from selector.decide.stability.accepted import Accepted
from selector.decide.stability.drawn import Piece, Ranges, Sample, sampled
from selector.decide.stability.orders import order_changes
from selector.decide.stability.weighing import Weighed, mapped
from selector.decide.stability.weights import weights, why_none

_LARGE_GAP = 0.005
"""Of samples of a case above board size, where its options state no gap."""


@dataclass(frozen=True)
class Answer:
    """The question, and what is drawn how often."""

    asked: Asked
    ranges: Ranges
    samples: int
    seed: int

    def stability(self) -> Stability:
        """All of it, as far as the limits let it come."""
        asked, stated = self.asked, weights(self.asked.case)
        answer = Stability(
            name=asked.case.name,
            best=BestAward.of(asked.best),
            no_weights=why_none(asked.case) if stated is None else None,
            seconds=0,
            provenance=provenance(asked.case, asked.options),
        )
        if asked.best.awards and stated is not None:
            answer = answer.model_copy(update=Weighed(asked, stated, leave_time=bool(self.samples)).told())
        if asked.best.awards:
            answer = answer.model_copy(update={"orders": order_changes(asked)})
        if asked.best.awards and self.samples:
            answer = answer.model_copy(update={"acceptability": self._acceptability()})
        return answer.model_copy(update={"seconds": asked.seconds})

    def _acceptability(self) -> Acceptability | None:
        """None where nothing is drawn, and every sample would be the case itself."""
        asked, stated = self.asked, weights(self.asked.case)
        drawn = mapped(asked, stated) if stated is not None and self.ranges.weights else ()
        if len(drawn) < 2:
            drawn = ()
        if not drawn and not self.ranges.figures:
            return None
        pieces = [
            Piece(
                asked.case,
                asked.options,
                bids_of(asked.best),
                self.ranges,
                stated if drawn else None,
                drawn,
                self._gap,
                self.seed,
                tuple(range(self.samples)[at :: self._pieces]),
            )
            for at in range(self._pieces)
        ]
        found: dict[int, Sample] = {}
        for answer in asked.each("samples, part", sampled, pieces).values():
            found |= answer
        names = () if stated is None else tuple(stated.names[at] for at in drawn)
        best = frozenset(bids_of(asked.best))
        return Accepted(asked.case, asked.appraisal, best, found, names).acceptability(
            self.ranges, self.seed, self.samples, self._gap
        )

    @property
    def _gap(self) -> float:
        """At which samples count as proven: many that are nearly so tell more than a few that are."""
        stated = proof_gap(self.asked.options, self.asked.appraisal)
        return max(stated, _LARGE_GAP) if stated and self.asked.options.gap is None else stated

    @property
    def _pieces(self) -> int:
        """As many as are done at once: each goes on for as long as there is time."""
        return max(1, min(self.samples, self.asked.many.at_once))
