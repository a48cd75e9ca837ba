"""The rows of the board's rules: what each measures of an award, whether it is kept, and what it counts for if not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tests.oracle.board import Rule
from tests.oracle.board_lots import bidders_of, groups
from tests.oracle.exact import MILLIONTH, half_up
from tests.oracle.measures import Measure, measure
from tests.oracle.tables import Case, Lot
from tests.oracle.worth import Offer

_Static = tuple[Rule, str, list[Lot], frozenset[str]]
"""Rule, name, lots and bidders of a row: what no award changes."""


@dataclass(frozen=True)
class Row:
    """One row of a rule in one award; ``binds`` is false only of a bidder that wins no lot that counts."""

    rule: Rule
    name: str
    found: Measure
    binds: bool

    @property
    def short(self) -> Fraction:
        """How far the award is beyond the limit, times the denominator; 0 where the row is kept."""
        if not self.binds:
            return Fraction(0)
        over = self.found.numerator - self.rule.limit * self.found.denominator
        beyond = {"at_least": max(Fraction(0), -over), "at_most": max(Fraction(0), over), "exactly": abs(over)}
        return beyond[self.rule.sense]

    @property
    def kept(self) -> bool:
        """Whether the award keeps the row."""
        return self.short == 0

    @property
    def value(self) -> Fraction:
        """What it measures, in the unit of the limit."""
        return self.found.numerator / self.found.denominator if self.found.denominator else Fraction(0)

    @property
    def violation(self) -> Fraction:
        """How far beyond the limit, in its unit; of shares and the mean as a part of what no award changes."""
        return self.short / self.found.scale

    @property
    def penalty(self) -> Fraction:
        """What it counts for, in pounds."""
        return Fraction(0) if self.rule.penalty is None else self.rule.penalty * self.violation

    @property
    def rank(self) -> Fraction:
        """What it counts for at its priority."""
        return self.violation / (self.rule.limit or 1)


def rows(case: Case, offers: Sequence[Offer]) -> Iterator[Row]:
    """Every row of every rule, in the order of the rules; of a rule, by bidder, then by what it is held per."""
    yield from _rows(case, offers, _static(case))


def rows_of(case: Case, rule: Rule, offers: Sequence[Offer]) -> list[Row]:
    """The rows of one rule, which the case need not state."""
    return list(_rows(case, offers, _of_rule(case, rule)))


def _rows(case: Case, offers: Sequence[Offer], static: Iterable[_Static]) -> Iterator[Row]:
    by_lot = {offer.lot.id: offer for offer in offers}
    for rule, name, lots, bidders in static:
        taken = [by_lot[lot.id] for lot in lots]
        mine = [offer for offer in taken if offer.bidder.id in bidders]
        if rule.bidders.incumbents:
            mine = [offer for offer in mine if offer.lot.incumbent == offer.bidder.id]
        yield Row(rule, name, measure(case, rule.metric, taken, mine), binds=bool(mine) or not rule.each)


def penalties(case: Case, offers: Sequence[Offer]) -> Fraction:
    """What all broken rules count for, in pounds, not rounded."""
    return sum((row.penalty for row in rows(case, offers)), Fraction(0))


def priorities(case: Case) -> list[int]:
    """The priorities that rules have, the first first."""
    return sorted({rule.priority for rule in case.board.rules if rule.priority is not None})


def ranks(case: Case, offers: Sequence[Offer]) -> tuple[Fraction, ...]:
    """What broken rules of each priority count for, to a millionth."""
    found = dict.fromkeys(priorities(case), Fraction(0))
    for row in rows(case, offers):
        if row.rule.priority is not None:
            found[row.rule.priority] += row.rank
    return tuple(half_up(rank, MILLIONTH) for rank in found.values())


@lru_cache(maxsize=8)
def _static(case: Case) -> list[_Static]:
    return [row for rule in case.board.rules for row in _of_rule(case, rule)]


def _of_rule(case: Case, rule: Rule) -> Iterator[_Static]:
    named = [row.id for row in bidders_of(case, rule.bidders)]
    for bidders in [[bidder] for bidder in named] if rule.each else [named]:
        for where, lots in groups(case, rule):
            parts = [rule.id, *(bidders if rule.each else ()), *where]
            yield rule, f"rule[{', '.join(parts)}]", lots, frozenset(bidders)
