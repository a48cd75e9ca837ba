"""The answer to what bids are worth: the best award without each of them, one search after another."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from models import Accepted, BestAward, Bid, Case, Evaluation, Options, Without, WithoutBid
from selector.appraise import Appraisal, appraise
from selector.decide.closed_lots import closed_lots
from selector.decide.provenance import provenance
from selector.decide.without.difference import differences, totals_difference
from selector.decide.without.fewer import still_best
from selector.decide.without.handovers import handovers
from selector.decide.without.nearby import better, nearby
from selector.decide.without.removal import Removal
from selector.decide.without.sentence import sentence
from selector.many import Many
from selector.search import Sign, search
from selector.solve.memory import Memory


@dataclass(frozen=True)
class _Found:
    """The best award without a bid."""

    best: BestAward
    awards: tuple[Accepted, ...] = ()
    uncovered: tuple[str, ...] = ()

    @classmethod
    def of(cls, evaluation: Evaluation) -> "_Found":
        return cls(BestAward.of(evaluation), evaluation.awards)


_SHARE_OF_NEARBY = 0.5
"""Most of the time for a bid that an award nearby may take."""
_UNKNOWN = _Found(BestAward(status="unknown", certificate=None, totals=None))


def _none(uncovered: tuple[str, ...]) -> _Found:
    return _Found(BestAward(status="infeasible", certificate=None, totals=None), uncovered=uncovered)


@dataclass(frozen=True)
class Answer:
    """Who answers, within which limits."""

    case: Case
    options: Options
    on_progress: Callable[[Sign], None]
    stop: Callable[[], bool]
    isolated: bool
    started: float
    """When the question was asked, on the monotonic clock."""
    memory: Memory
    """What searches came to: each begins with what is left of an award without its bid, and with what was proven."""
    many: Many | None = None
    """Who looks at many bids at once; without, they are looked at here, one after another."""

    def without(self, asked: Sequence[Bid], award: Evaluation | None) -> Without:
        """The answer for the bids asked about, or else for the packages that the best award accepts."""
        best = award or self._search(self.case, self._share(1 + len(asked) if asked else 2))
        accepted = {row.bid for row in best.awards}
        bids = asked or tuple(bid for bid in self.case.bids if len(bid.lots) > 1 and bid.id in accepted)
        return Without(
            name=self.case.name,
            best=BestAward.of(best),
            bids=tuple(self._each(best, bids if best.awards else ())),
            seconds=round(time.monotonic() - self.started, 3),
            provenance=provenance(self.case, self.options),
        )

    def _each(self, best: Evaluation, bids: Sequence[Bid]) -> Iterator[WithoutBid]:
        if self.many is None:
            for position, bid in enumerate(bids):
                yield self.of(best, bid, self._share(len(bids) - position))
            return
        # Each begins with what was proven before, and not with what others find meanwhile.
        pieces = [Piece(self.case, self.options, best, bid, self.memory) for bid in bids]
        found = self.many.each(looked_at, pieces)
        for position, bid in enumerate(bids):
            yield found[position] if position in found else self.of(best, bid, 0.0)

    def _share(self, of: int) -> float | None:
        """The seconds for each of so many searches that are to come; None is no limit."""
        limit = self.options.time_limit
        return None if limit is None else (limit - (time.monotonic() - self.started)) / of

    def _search(
        self, case: Case, seconds: float | None, appraisal: Appraisal | None = None, start: Iterable[str] = ()
    ) -> Evaluation:
        return search(
            case,
            self.options.model_copy(update={"time_limit": seconds}),
            on_progress=self.on_progress,
            stop=self.stop,
            isolated=self.isolated,
            appraisal=appraisal,
            start=start,
            memory=self.memory,
            hands=None if self.many is None else self.many.hands,
        )

    def of(self, best: Evaluation, bid: Bid, seconds: float | None) -> WithoutBid:
        """What a bid is worth beside the best award; not looked for where there are no seconds."""
        removal = Removal(self.case, bid)
        accepted = any(row.bid == bid.id for row in best.awards)
        found = self._found(best, removal, accepted, seconds)
        before, after = BestAward.of(best), found.best
        levels = differences(before, after, can_only_worsen=removal.can_only_worsen)
        changed = handovers(best.awards, found.awards)
        return WithoutBid(
            bid=bid.id,
            bidder=bid.bidder,
            lots=bid.lots,
            accepted=accepted,
            without=after,
            levels=levels,
            totals=totals_difference(before, after),
            handovers=tuple(each for each in changed if each.from_bid == bid.id),
            others=tuple(each for each in changed if each.from_bid != bid.id),
            uncovered=found.uncovered,
            sentence=sentence(self.case, after.status, levels, accepted=accepted, uncovered=found.uncovered),
        )

    def _found(self, best: Evaluation, removal: Removal, accepted: bool, seconds: float | None) -> _Found:
        if removal.uncovered:
            return _none(removal.uncovered)
        if self.stop() or (seconds is not None and seconds <= 0):
            return _UNKNOWN
        began = time.monotonic()
        case = removal.without()
        appraisal = appraise(case)
        uncovered = closed_lots(appraisal)
        if uncovered:
            return _none(uncovered)
        still = None if accepted or not removal.can_only_worsen else still_best(case, best)
        if still is not None and still.certificate.ties == best.certificate.ties:
            return _Found.of(still)
        left = None if seconds is None else seconds - (time.monotonic() - began)
        found = self._searched(best, removal.bid, case, appraisal, left)
        # A search that was ended tells less than is known already.
        return _Found.of(found if still is None or found.certificate.limit is None else still)

    def _searched(
        self, best: Evaluation, gone: Bid, case: Case, appraisal: Appraisal, seconds: float | None
    ) -> Evaluation:
        """The best award of the case without a bid."""
        if seconds is None:
            return self._search(case, None, appraisal, (row.bid for row in best.awards))
        began = time.monotonic()
        # A limit may end the search before it has any award: one that is soon found is better than none.
        few = nearby(appraisal, best, gone)
        near = None if closed_lots(few) else self._search(case, seconds * _SHARE_OF_NEARBY, few)
        left = seconds - (time.monotonic() - began)
        searched = self._search(case, left, appraisal, (row.bid for row in (near or best).awards))
        return searched if near is None else better(case, searched, near)


@dataclass(frozen=True)
class Piece:
    """A bid to be looked at in any process."""

    case: Case
    options: Options
    best: Evaluation
    bid: Bid
    memory: Memory


def looked_at(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> WithoutBid:
    """What a bid is worth. Work as ``Many`` takes it.

    Raises
    ------
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    answer = Answer(piece.case, piece.options, lambda _: None, stop, False, time.monotonic(), piece.memory)
    return answer.of(piece.best, piece.bid, seconds)
