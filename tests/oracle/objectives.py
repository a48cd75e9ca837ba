"""Which awards are best, and which of the best is taken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.award import Award, Totals
from tests.oracle.exact import PENNY, THOUSANDTH, pence
from tests.oracle.tables import Case


@dataclass(frozen=True)
class Candidate:
    """An award with all by which it is compared; ``value`` is the money-valued objective, in pence."""

    ids: tuple[str, ...]
    totals: Totals
    value: int
    providers: int
    random: int


def candidate(case: Case, award: Award) -> Candidate:
    """The award as a candidate."""
    totals = award.totals(case)
    spared = pence(case.objective.liability_weight * totals.saving / 100)
    return Candidate(
        ids=award.ids,
        totals=totals,
        value=sum(bid.value for bid in award.bids) + totals.charges - totals.discount - spared,
        providers=len(award.won),
        random=sum(bid.random for bid in award.bids),
    )


def optimal(case: Case, candidates: Sequence[Candidate]) -> tuple[list[Candidate], tuple[int | Fraction, ...]]:
    """The candidates that are best, and the best value at each level.

    Money-valued: those at the least value. Lexicographic: the best value of a level is taken among the candidates
    that hold every earlier level within its tolerance; those that hold all levels, the last too, are best.
    """
    levels = case.objective.levels
    if levels is None:
        least = min(candidate.value for candidate in candidates)
        return [candidate for candidate in candidates if candidate.value == least], (least,)
    held = list(candidates)
    found: list[int | Fraction] = []
    for name, tolerance in levels:
        measure, unit = _MEASURES[name]
        best = min(measure(candidate) for candidate in held)
        found.append(-best if name == "quality" else best)
        held = [candidate for candidate in held if measure(candidate) <= best + tolerance / unit]
    return held, tuple(found)


def settled(best: Sequence[Candidate]) -> list[Candidate]:
    """Those that the tie-break leaves: one, unless even the sums of r are equal."""
    quality = max(candidate.totals.quality for candidate in best)
    near = [candidate for candidate in best if candidate.totals.quality >= quality - THOUSANDTH]
    first = min((candidate.providers, candidate.random) for candidate in near)
    return [candidate for candidate in near if (candidate.providers, candidate.random) == first]


# What is least at best, and the unit in which it is counted, as a part of that of its tolerance.
_MEASURES: dict[str, tuple[Callable[[Candidate], int | Fraction], int | Fraction]] = {
    "cost": (lambda candidate: candidate.totals.cost, PENNY),
    "quality": (lambda candidate: -candidate.totals.quality, 1),
    "liability": (lambda candidate: candidate.totals.liability, PENNY),
    "disruption": (lambda candidate: candidate.totals.disruption, 1),
}
