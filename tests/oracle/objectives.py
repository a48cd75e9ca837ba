"""Which awards are best, and which of the best is taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.award import Award, Totals
from tests.oracle.board_rows import priorities, ranks
from tests.oracle.exact import PENNY, THOUSANDTH, pence
from tests.oracle.price_scores import mean_score
from tests.oracle.tables import Case


@dataclass(frozen=True)
class Candidate:
    """An award with all by which it is compared.

    ``value`` is the money-valued objective, in pence; ``score`` that of price and quality, 0 where none are given;
    ``ranks`` are what broken rules count for by priority.
    """

    ids: tuple[str, ...]
    totals: Totals
    value: int
    score: Fraction
    ranks: tuple[Fraction, ...]
    providers: int
    random: int


@dataclass(frozen=True)
class Level:
    """An objective in its turn: what is measured, in pence where it is money; ``tolerance`` in the same unit."""

    name: str
    up: bool
    tolerance: Fraction


def candidate(case: Case, award: Award) -> Candidate:
    """The award as a candidate."""
    totals = award.totals(case)
    counted = pence(totals.penalties - case.objective.liability_weight * totals.saving / 100)
    bids = sum(bid.value for bid in award.bids)
    return Candidate(
        ids=award.ids,
        totals=totals,
        value=bids + totals.charges - totals.discount + counted,
        score=Fraction(0) if case.objective.ratio is None else mean_score(case, award.offers),
        ranks=ranks(case, award.offers),
        providers=len(award.won),
        random=sum(bid.random for bid in award.bids),
    )


def levels(case: Case) -> Iterator[Level]:
    """The levels in order: priorities, then those of the objective."""
    for priority in priorities(case):
        yield Level(f"priority {priority}", up=False, tolerance=Fraction(0))
    objective = case.objective
    if objective.levels is not None:
        for name, tolerance in objective.levels:
            yield Level(name, up=name == "quality", tolerance=tolerance / _UNITS[name])
        named = [name for name, _ in objective.levels]
        if "penalty" not in named and any(rule.penalty is not None for rule in case.board.rules):
            yield Level("penalty", up=False, tolerance=Fraction(1))
    elif objective.ratio is not None:
        yield Level("score", up=True, tolerance=objective.ratio.tolerance)
        yield Level("charges", up=False, tolerance=Fraction(0))
    else:
        yield Level("money_valued", up=False, tolerance=Fraction(0))


def optimal(case: Case, candidates: Sequence[Candidate]) -> tuple[list[Candidate], tuple[int | Fraction, ...]]:
    """The candidates that are best, and the best value at each level.

    The best value of a level is taken among the candidates that hold every earlier level within its tolerance; those
    that hold all levels, the last too, are best.
    """
    held = list(candidates)
    found: list[int | Fraction] = []
    for level in levels(case):
        figures = [Fraction(figure(case, level, candidate)) for candidate in held]
        best = max(figures) if level.up else min(figures)
        found.append(best)
        held = [row for row, figure in zip(held, figures, strict=True) if abs(figure - best) <= level.tolerance]
    return held, tuple(found)


def settled(best: Sequence[Candidate]) -> list[Candidate]:
    """Those that the tie-break leaves: one, unless even the sums of r are equal."""
    quality = max(candidate.totals.quality for candidate in best)
    near = [candidate for candidate in best if candidate.totals.quality >= quality - THOUSANDTH]
    first = min((candidate.providers, candidate.random) for candidate in near)
    return [candidate for candidate in near if (candidate.providers, candidate.random) == first]


def figure(case: Case, level: Level, candidate: Candidate) -> int | Fraction:
    """What the level is of an award."""
    kind, _, number = level.name.partition(" ")
    if kind == "priority":
        return candidate.ranks[priorities(case).index(int(number))]
    totals = candidate.totals
    figures: dict[str, int | Fraction] = {
        "money_valued": candidate.value,
        "cost": totals.cost,
        "quality": totals.quality,
        "liability": totals.liability,
        "disruption": totals.disruption,
        "penalty": totals.penalty,
        "score": candidate.score,
        "charges": totals.charges - totals.discount + totals.penalty,
    }
    return figures[kind]


# The unit in which a level is counted, as a part of that of its tolerance.
_UNITS: dict[str, Fraction] = {
    "cost": PENNY,
    "quality": Fraction(1),
    "liability": PENNY,
    "disruption": Fraction(1),
    "penalty": PENNY,
}
