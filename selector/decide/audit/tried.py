"""The formulas that are tried on a case, and the bids for each lot as they score them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

from models import Case, PriceFormula, Ratio
from selector.appraise.register import Register
from selector.decide.asked import Asked, bids_of
from selector.decide.audit.contests import Contest, contests
from selector.decide.audit.formulas import objective_of

_MILLIONTH = Decimal("0.000001")


@dataclass(frozen=True)
class Tried:
    """The formulas that were asked for; that of the case itself is tried as well, be it asked for or not."""

    asked: Asked
    formulas: Sequence[PriceFormula]

    @property
    def stated(self) -> PriceFormula | None:
        """The formula of the case; None where its objective has none."""
        objective = self.asked.case.objective
        return objective.formula if isinstance(objective, Ratio) else None

    @cached_property
    def objectives(self) -> Mapping[PriceFormula, Ratio]:
        """Of each formula that the case says enough for, that of the case first."""
        return {formula: found for formula, found in self._found.items() if isinstance(found, Ratio)}

    @cached_property
    def left_out(self) -> Mapping[PriceFormula, str]:
        """Why the others are left out."""
        return {formula: found for formula, found in self._found.items() if isinstance(found, str)}

    @cached_property
    def _found(self) -> Mapping[PriceFormula, Ratio | str]:
        own = () if self.stated is None else (self.stated,)
        return {name: objective_of(self.asked.case, name) for name in dict.fromkeys((*own, *self.formulas))}

    @cached_property
    def contests(self) -> Mapping[PriceFormula, Sequence[Contest]]:
        """The bids for each lot, by formula."""
        register = Register(self.asked.case)
        return {
            formula: list(contests(register, objective, self.asked.appraisal))
            for formula, objective in self.objectives.items()
        }

    def contests_of(self, formula: PriceFormula | None) -> Sequence[Contest]:
        """The bids for each lot; nothing where the objective scores none."""
        return () if formula is None else self.contests[formula]

    def others(self) -> list[tuple[PriceFormula, Case]]:
        """The case under each formula but its own."""
        return [
            (formula, self.asked.case.model_copy(update={"objective": objective, "scenarios": ()}))
            for formula, objective in self.objectives.items()
            if formula != self.stated
        ]

    def points(self, formula: PriceFormula | None) -> Decimal | None:
        """What the award of the case scores under a formula, in the mean of all lots, weighted as quality is."""
        if formula is None:
            return None
        accepted, ids = set(bids_of(self.asked.best)), self.asked.appraisal.bids.ids
        weights = self.asked.appraisal.lots.weight.tolist()
        thousandths = sum(
            weight * score
            for weight, contest in zip(weights, self.contests[formula], strict=True)
            for bid, score in contest.scores().items()
            if ids[bid] in accepted
        )
        mean = Fraction(thousandths, sum(weights) * 1000)
        return (Decimal(mean.numerator) / mean.denominator).quantize(_MILLIONTH, ROUND_HALF_UP)
