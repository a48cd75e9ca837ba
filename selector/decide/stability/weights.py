"""Which weights a board's objective has, and what an award has of each objective that they weigh."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models import Case, Lexicographic, MoneyValued, Ratio
from models.stability import WeightName

Vector = tuple[Fraction, ...]
"""A figure for each objective, less being better: £ of cost, £ of liability, units of disruption, minus points."""
UNWEIGHTED = ("price_per_quality_point", "money_valued_quality")
"""Formulas of scores that leave the weights aside."""


@dataclass(frozen=True)
class Weights:
    """The weights in force: what a unit of each objective counts for, in £ or, of scores, as shares."""

    names: tuple[WeightName, ...]
    """Of each objective; the first of an objective in money is the cost itself, which the others are told in."""
    today: Vector
    in_money: bool

    @property
    def total(self) -> Fraction:
        """Of all of them."""
        return sum(self.today, Fraction(0))


def weights(case: Case) -> Weights | None:
    """The weights of a case's objective; None where it has none: objectives in an order, and scores that use none."""
    match case.objective:
        case MoneyValued() as stated:
            values = (Decimal(1), stated.liability_weight, stated.disruption_value, stated.quality_value)
            return Weights(
                ("cost", "liability_weight", "disruption_value", "quality_value"), tuple(map(Fraction, values)), True
            )
        case Ratio() as stated if stated.formula not in UNWEIGHTED:
            both = stated.price_weight + stated.quality_weight
            shares = (Fraction(stated.price_weight) / Fraction(both), Fraction(stated.quality_weight) / Fraction(both))
            return Weights(("price_weight", "quality_weight"), shares, False)
        case _:
            return None


def why_none(case: Case) -> str:
    """Why an objective has no weights."""
    if isinstance(case.objective, Lexicographic):
        return "objectives that come one after another have no weights"
    return "this formula of scores leaves the weights aside"


def weighed(weight: Sequence[Fraction], vector: Vector) -> Fraction:
    """What an award comes to at some weights."""
    return sum((each * figure for each, figure in zip(weight, vector, strict=True)), Fraction(0))
