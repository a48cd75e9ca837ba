"""Fronts of small cases by looking at every award."""

from fractions import Fraction
from typing import Any

from tests.oracle.enumerate import awards
from tests.oracle.objectives import Candidate, candidate, figure, levels
from tests.oracle.reading import read
from tests.oracle.rows import broken

Document = dict[str, Any]
Values = tuple[int, ...]
_STEPS = {"cost": Fraction(100), "liability": Fraction(100), "penalty": Fraction(100)}


def held(document: Document) -> list[Candidate]:
    """The awards that keep every rule, and soft rules of every priority as well as any."""
    case = read(document)
    found = [candidate(case, award) for award in awards(case) if next(broken(case, award), None) is None]
    for level in levels(case):
        if found and level.name.startswith("priority "):
            least = min(Fraction(figure(case, level, each)) for each in found)
            found = [each for each in found if Fraction(figure(case, level, each)) == least]
    return found


def values(each: Candidate, names: tuple[str, ...]) -> Values:
    """Whole pounds and thousandths, the nearest, to be minimised."""
    return tuple(_value(each, name) for name in names)


def front(document: Document, names: tuple[str, ...]) -> dict[Values, set[frozenset[str]]]:
    """The values that no other award's dominate, and the awards that have them."""
    found: dict[Values, set[frozenset[str]]] = {}
    for each in held(document):
        found.setdefault(values(each, names), set()).add(frozenset(each.ids))
    return {one: ids for one, ids in found.items() if not any(_dominates(other, one) for other in found)}


def _value(each: Candidate, name: str) -> int:
    amount = Fraction(getattr(each.totals, name))
    if name == "quality":
        amount = -amount
    amount /= _STEPS.get(name, Fraction(1, 1000))
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def _dominates(one: Values, other: Values) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
