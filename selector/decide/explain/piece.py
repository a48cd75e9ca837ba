"""Some bids of a case, explained one after another in any process."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from models import Bid, Case, Difference, Evaluation, Options, WithoutBid
from models.explain import Bar, Threshold
from selector.appraise import Appraisal
from selector.decide.explain.exact import Exact
from selector.decide.explain.offers import Offers
from selector.decide.explain.trial import NO_AWARD, Bench
from selector.decide.without import without

_NEVER = "never"


@dataclass(frozen=True)
class Piece:
    """Bids of a case that may be accepted, and its best award."""

    case: Case
    appraisal: Appraisal
    options: Options
    best: Evaluation
    bids: tuple[str, ...]
    least: Mapping[str, float] | None = None
    """Of a bid that has lost: pence that every award with it comes to at least, where that was worked out before; of one
    that has won, every award without it."""

    dealt: float = field(default_factory=time.time)
    """When it was dealt out, by the clock on the wall: a process that has yet to begin takes its time."""

    def until(self, seconds: float | None, part: float = 1.0) -> float | None:
        """When a part of so many seconds from then is over, on the monotonic clock; None is no limit."""
        if seconds is None:
            return None
        # Other machines have other clocks: at least half of the time is there in any case.
        late = min(max(time.time() - self.dealt, 0.0), seconds / 2)
        return time.monotonic() + part * seconds - late

    @cached_property
    def accepted(self) -> frozenset[str]:
        """What the best award accepts."""
        return frozenset(row.bid for row in self.best.awards)


@dataclass(frozen=True)
class Told:
    """What was found of a bid. Of one that has won, ``apart`` is by how much it is ahead, and ``price`` up to where it wins."""

    apart: Difference | None = None
    price: Threshold | None = None
    quality: Threshold | None = None
    bars: tuple[Bar, ...] = ()
    only: bool = False
    """Whether no award is possible without it."""
    without: WithoutBid | None = None
    """The next best award without one that has won."""
    least: float | None = None
    """As of a piece, where it was worked out."""


def explained(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> dict[str, Told]:
    """What is found of each bid within its share of the seconds. Work as ``Many`` takes it."""
    until = piece.until(seconds)
    appraisal, offers = piece.appraisal, Offers(piece.case)
    listed = {bid.id: bid for bid in piece.case.bids}
    place = {name: position for position, name in enumerate(appraisal.bids.ids)}
    found: dict[str, Told] = {}
    for number, name in enumerate(piece.bids):
        share = None
        if until is not None:
            left = until - time.monotonic()
            share = time.monotonic() + left / (len(piece.bids) - number)
        bench = Bench(piece.case.objective, piece.options, place[name], share, stop)
        if not bench.is_over:
            found[name] = _told(piece, appraisal, offers, listed[name], bench)
    return found


def _told(piece: Piece, appraisal: Appraisal, offers: Offers, bid: Bid, bench: Bench) -> Told:
    exact = Exact(piece.case, piece.options, appraisal, piece.best, offers.of(bid), bench)
    if bid.id in piece.accepted:
        apart, price, only = exact.behind(exact.without_it), exact.wins_up_to(), exact.without_it == NO_AWARD
        return Told(apart, price, only=only, without=_next_best(piece, bid.id, bench))
    price = exact.winning_price()
    return Told(
        exact.behind(exact.with_it),
        price,
        exact.winning_quality(),
        exact.bars() if price.proof == _NEVER else (),
    )


def _next_best(piece: Piece, name: str, bench: Bench) -> WithoutBid | None:
    """The best award had the bid never been made."""
    if bench.is_over:
        return None
    left = None if bench.until is None else bench.until - time.monotonic()
    options = piece.options.model_copy(update={"time_limit": left})
    return without(piece.case, (name,), options, award=piece.best, stop=bench.stop, isolated=False).bids[0]
