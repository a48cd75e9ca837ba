"""Where an award stands against one limit."""

from fractions import Fraction
from typing import Literal

from models import RuleState, Service
from selector.verify.exact import Number, figure
from selector.verify.words import quantity

Sense = Literal["at least", "at most", "exactly"]


def state(rule: str, value: Number, sense: Sense, limit: Number, unit: str, sentence: str) -> RuleState:
    """The state of a rule: held against its limit exactly, and shown to six decimals."""
    exact, bar = Fraction(value), Fraction(limit)
    satisfied = {"at least": exact >= bar, "at most": exact <= bar, "exactly": exact == bar}[sense]
    return RuleState(
        rule=rule,
        satisfied=satisfied,
        value=figure(value),
        limit=figure(limit),
        sense=sense,
        unit=unit,
        sentence=sentence,
    )


def serve(service: Service, sense: Sense, limit: Number) -> str:
    """``serve at most 3,000,000 people``, or ``supply at least 40 WTE``, by the service's unit."""
    return f"{'serve' if service.unit == 'people' else 'supply'} {sense} {quantity(figure(limit), service.unit)}"
