"""One sample of uncertain figures, and the best award of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np
from pydantic import ValidationError

from models import Case, CaseInvalid, Options
from selector.appraise import appraise
from selector.decide.asked import bids_of
from selector.decide.shifted import KINDS, Shift
from selector.decide.stability.bench import Bench, Laid
from selector.decide.stability.weights import Weights
from selector.search import search

_BILLION = 10**9
_OF_THE_TIME, _OF_WHAT_IS_LEFT = 0.9, 0.7
"""Of the time given, what all samples may take, and of what is left what the search of one may: it is checked besides."""


@dataclass(frozen=True)
class Ranges:
    """What is drawn: figures between so much below and above what is stated, fractions of it; weights, or not."""

    prices: Decimal = Decimal(0)
    volumes: Decimal = Decimal(0)
    transfer: Decimal = Decimal(0)
    weights: bool = False

    @property
    def figures(self) -> bool:
        """Whether any figure of the case is drawn."""
        return bool(self.prices or self.volumes or self.transfer)


@dataclass(frozen=True)
class Piece:
    """Samples to be drawn and answered, one after another."""

    case: Case
    options: Options
    award: tuple[str, ...]
    """Bids of today's best award, to begin with."""
    ranges: Ranges
    weights: Weights | None
    """Of the objective; None where they are not drawn."""
    mapped: tuple[int, ...]
    """Positions of the weights that are drawn; the others stay 0."""
    gap: float
    """At which the award of a sample counts as proven."""
    seed: int
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Sample:
    """The best award of one sample."""

    bids: tuple[str, ...]
    """Ids; empty where no award keeps every rule."""
    shares: tuple[float, ...] = ()
    """Of the weights that are drawn."""


def sampled(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> dict[int, Sample]:
    """The samples that were come to, by their number. Work as ``Many`` takes it."""
    until = None if seconds is None else time.monotonic() + seconds * _OF_THE_TIME
    found: dict[int, Sample] = {}
    laid: Laid | None = None
    longest = 0.0
    for number in piece.numbers:
        began = time.monotonic()
        left = None if until is None else until - began
        # What is cut off is lost with all that came before: none is begun that may not be done.
        if stop() or (left is not None and left <= longest):
            break
        generator = np.random.default_rng([piece.seed, number])
        shares = _shares(generator, len(piece.mapped)) if piece.weights is not None else ()
        try:
            case = shift(piece.case, piece.ranges, generator).of(piece.case)
            if piece.weights is None:
                sample = _searched(piece, case, None if left is None else left * _OF_WHAT_IS_LEFT, stop)
            else:
                if laid is None or piece.ranges.figures:
                    options = piece.options.model_copy(update={"gap": piece.gap})
                    laid = Laid(Bench(case, appraise(case), options, piece.weights, piece.award), stop)
                laid.until = until
                sample = _weighed(piece, piece.weights, laid, shares)
        except (ValidationError, CaseInvalid):
            # Figures beyond what a case may state: no award can be told, and the sample stays open.
            sample = None
        if sample is not None:
            found[number] = sample
        longest = max(longest, time.monotonic() - began)
    return found


def shift(case: Case, ranges: Ranges, generator: np.random.Generator) -> Shift:
    """Figures drawn uniformly within their ranges: a factor for each bid, each lot, and each kind of bidder."""

    def factors(width: Decimal, many: int) -> list[Fraction]:
        drawn = generator.uniform(-1.0, 1.0, many)
        return [1 + Fraction(round(each * _BILLION), _BILLION) * Fraction(width) for each in drawn.tolist()]

    return Shift(
        price=factors(ranges.prices, len(case.bids)) if ranges.prices else (),
        volume=factors(ranges.volumes, len(case.tendered)) if ranges.volumes else (),
        kind_transfer=dict(zip(KINDS, factors(ranges.transfer, len(KINDS)), strict=True)) if ranges.transfer else None,
        bid_transfer=factors(ranges.transfer, len(case.bids)) if ranges.transfer else (),
    )


def _shares(generator: np.random.Generator, many: int) -> tuple[float, ...]:
    """A point of the simplex, each as likely as any other."""
    drawn = generator.exponential(size=many)
    return tuple((drawn / drawn.sum()).tolist())


def _searched(piece: Piece, case: Case, seconds: float | None, stop: Callable[[], bool]) -> Sample | None:
    found = search(
        case,
        piece.options.model_copy(update={"time_limit": seconds, "gap": piece.gap}),
        stop=stop,
        isolated=False,
        start=piece.award,
    )
    if found.status == "infeasible":
        return Sample(())
    return Sample(bids_of(found)) if found.status == "optimal" else None


def _weighed(piece: Piece, stated: Weights, laid: Laid, shares: tuple[float, ...]) -> Sample | None:
    """The best award at weights of which these are the shares."""
    exact = dict(zip(piece.mapped, (Fraction(round(each * _BILLION), _BILLION) for each in shares), strict=True))
    values = [len(shares) * each for each in stated.today] if stated.in_money else [Fraction(1)] * len(stated.today)
    weight = tuple(exact.get(at, Fraction(0)) * each for at, each in enumerate(values))
    best = laid.best(weight)
    if best is None:
        return Sample((), shares) if laid.infeasible else None
    if not best.proven:
        return None
    # Of awards that are equal at these weights a search may come to any: today's counts where it is one of them.
    as_good = not piece.ranges.figures and laid.is_as_good(weight, best)
    return Sample(piece.award if as_good else best.bids, shares)
