"""The awards once those that win nothing withdraw: what can be said without a search, and what is searched."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from models import BestAward, Case, Evaluation, PriceFormula
from models.audit import Withdrawal
from selector.decide.asked import Asked
from selector.decide.audit.compared import is_exact
from selector.decide.audit.contests import Contest
from selector.decide.audit.removed import Removed, Task, removed
from selector.decide.audit.sentence import of_withdrawal
from selector.decide.audit.standing import Moved, Standing
from selector.decide.audit.withdrawn import Withdrawn, withdrawals
from selector.decide.without.fewer import is_best_at_each_level
from selector.decide.without.handovers import handovers
from selector.solve.processors import processors

SINGLE_BIDS = 60
"""Open bids up to which each single bid is withdrawn as well."""
_SECONDS_EACH = 8.0
"""Above board size, with a limit of time: those that a withdrawal is given at the least, the most telling first."""


@dataclass(frozen=True)
class Under:
    """The award under one objective."""

    formula: PriceFormula | None
    case: Case
    award: Evaluation
    contests: Sequence[Contest]
    """Empty where bids are not scored."""


@dataclass(frozen=True)
class _Piece:
    """A withdrawal under one objective."""

    under: Under
    withdrawn: Withdrawn
    shared: Withdrawn
    """The same, of the case as it is stated: what does not hang on the objective is worked out once for all."""
    moved: Moved

    @property
    def stays(self) -> bool:
        """Whether it needs no search to see that the award stays the best.

        No score moves, every award that is left was there before, as good as it is now, and this one is still there.
        Where it is proven only to be so near to the best, it still is so near, at the level that this was proven of.
        """
        award = self.under.award
        return (
            not self.moved.scores
            and self.shared.can_only_worsen
            and self.shared.leaves_enough
            and (not is_exact(award) or is_best_at_each_level(self.under.case, award.certificate))
        )


@dataclass(frozen=True)
class Withdrawals:
    """Who asks, and the awards that may change."""

    asked: Asked
    awards: Sequence[Under]
    _shared: dict[tuple[str, str | None], Withdrawn] = field(default_factory=dict)

    def all(self) -> tuple[Withdrawal, ...]:
        """Each withdrawal under each objective that an award was found under."""
        pieces = [piece for under in self.awards if under.award.awards for piece in self._pieces(under)]
        stay = {at for at, piece in enumerate(pieces) if piece.stays}
        searched = self._searched(pieces, [at for at in range(len(pieces)) if at not in stay])
        still = Removed("stays", True)
        return tuple(
            _told(piece, still if at in stay else searched.get(at, Removed()), searched=at in searched)
            for at, piece in enumerate(pieces)
        )

    def _pieces(self, under: Under) -> list[_Piece]:
        bids = self.asked.appraisal.bids
        at = {name: position for position, name in enumerate(bids.ids)}
        few = int(np.count_nonzero(bids.open)) <= SINGLE_BIDS
        standing = Standing(under.contests, under.award, bids.ids)
        return [
            _Piece(
                under=under,
                withdrawn=each,
                shared=self._shared.setdefault(
                    (each.bidder, each.bid), Withdrawn(self.asked.case, each.bidder, each.bid)
                ),
                moved=standing.without(frozenset(at[bid] for bid in each.gone)),
            )
            for each in withdrawals(under.case, under.award, single_bids=few)
        ]

    def _searched(self, pieces: Sequence[_Piece], to_search: Sequence[int]) -> dict[int, Removed]:
        """What a search says of some of the pieces, by their position, as far as there is time."""
        large = self.asked.is_large
        wanted = sorted(to_search, key=lambda at: -len(pieces[at].moved.overtaken))
        left = self.asked.many.left
        if large:
            # Beside the lots whose winner is overtaken, so much stays as it is that a better award shows there.
            wanted = [at for at in wanted if pieces[at].moved.overtaken]
        if large and left is not None:
            wanted = wanted[: max(int(left / _SECONDS_EACH), 0) * (self.asked.many.workers or processors())]
        tasks = [self._task(pieces[at], near=large) for at in wanted]
        return {wanted[at]: found for at, found in self.asked.each("withdrawal", removed, tasks).items()}

    def _task(self, piece: _Piece, *, near: bool) -> Task:
        return Task(
            withdrawn=piece.withdrawn,
            options=self.asked.options,
            best=piece.under.award,
            scores_move=piece.moved.scores,
            near=piece.moved.overtaken if near else None,
        )


def _told(piece: _Piece, found: Removed, *, searched: bool) -> Withdrawal:
    withdrawn, award = piece.withdrawn, piece.under.award
    changed = handovers(award.awards, found.awards)
    still = found.verdict == "stays" and not searched
    return Withdrawal(
        formula=piece.under.formula,
        bidder=withdrawn.bidder,
        bid=withdrawn.bid,
        verdict=found.verdict,
        proven=found.proven,
        searched=searched,
        overtaken=piece.moved.overtaken,
        without=BestAward.of(award) if still else found.best,
        handovers=changed,
        sentence=of_withdrawal(
            piece.under.case,
            found.verdict,
            proven=found.proven,
            bidder=withdrawn.bidder,
            bid=withdrawn.bid,
            lots=len(changed),
            exact=is_exact(award),
        ),
    )
