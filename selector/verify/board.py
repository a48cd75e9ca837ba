"""The rules of the board, row by row: what each comes to, and how far beyond its limit that is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models import Bidder, BidderSet, Grouping, Lot, Rule
from selector.verify.award import Award
from selector.verify.lot_set import means
from selector.verify.measure import Measure, measure
from selector.verify.tender import Tender
from selector.verify.won import Won, grouped


@dataclass(frozen=True)
class Row:
    """One row of a rule, held against its limit."""

    rule: Rule
    bidder: str | None
    """Whom it is for; None of a rule that is not for `each`."""
    groups: Mapping[Grouping, str]
    """Within which buyer, service, area or region it holds."""
    measure: Measure

    @property
    def name(self) -> str:
        """As ``award.json`` names it."""
        parts = [self.rule.id, *([] if self.bidder is None else [self.bidder]), *self.groups.values()]
        return f"rule[{', '.join(parts)}]"

    @property
    def violation(self) -> Fraction:
        """How far beyond its limit it is, in the unit of the limit; 0 where it is kept."""
        beyond = self.measure.numerator - Fraction(self.rule.limit) * self.measure.denominator
        match self.rule.sense:
            case "at_least":
                beyond = max(-beyond, Fraction(0))
            case "at_most":
                beyond = max(beyond, Fraction(0))
            case "exactly":
                beyond = abs(beyond)
        return beyond / self.measure.scale if beyond else beyond

    @property
    def penalty(self) -> Fraction:
        """What the violation counts for: £, unrounded; 0 where the rule has no penalty."""
        return Fraction(self.rule.penalty or 0) * self.violation

    @property
    def relative(self) -> Fraction:
        """The violation as a share of the limit, unrounded; the violation itself where the limit is 0."""
        return self.violation / (Fraction(self.rule.limit) or 1)


def penalties(award: Award) -> Fraction:
    """What all broken soft rules count for: £, unrounded."""
    return sum((row.penalty for row in board(award)), Fraction(0))


def priorities(award: Award) -> Mapping[int, Fraction]:
    """By priority: how far its rules are broken, each row as a share of its limit; unrounded."""
    found: defaultdict[int, Fraction] = defaultdict(Fraction)
    for row in board(award):
        if row.rule.priority is not None:
            found[row.rule.priority] += row.relative
    return found


def board(award: Award) -> Iterator[Row]:
    """The rows of every active rule that concern the award; rules in case order."""
    for rule in award.tender.case.rules:
        if rule.active:
            yield from rows(award, rule)


def rows(award: Award, rule: Rule) -> Iterator[Row]:
    """The rows of a rule: bidders in case order, and for each the groups in the order of their first lot."""
    tender = award.tender
    among = {bidder.id for bidder in tender.bidders.values() if _names(rule.bidders, bidder)}
    within = grouped(
        (won for won in award.won if means(tender, rule.lots, won.lot) and _groups(tender, rule, won.lot) is not None),
        lambda won: _groups(tender, rule, won.lot) or (),
    )
    if not rule.per:
        within.setdefault((), ())
    counted = {group: [won for won in whole if _counts(rule, among, won)] for group, whole in within.items()}
    if not rule.each:
        for group, whole in within.items():
            yield _row(tender, rule, None, group, counted[group], whole)
        return
    by_bidder = {group: grouped(won, lambda one: one.bidder.id) for group, won in counted.items()}
    for bidder in award.by_bidder:
        for group, whole in within.items():
            if bidder in by_bidder[group]:
                yield _row(tender, rule, bidder, group, by_bidder[group][bidder], whole)


def _row(
    tender: Tender, rule: Rule, bidder: str | None, group: Sequence[str], counted: Sequence[Won], whole: Sequence[Won]
) -> Row:
    return Row(rule, bidder, dict(zip(rule.per, group, strict=True)), measure(tender, rule, counted, whole))


def _names(named: BidderSet, bidder: Bidder) -> bool:
    return (
        named.is_everyone
        or bidder.id in named.ids
        or bidder.kind in named.kinds
        or bidder.group in named.groups
        or any(tag in named.tags for tag in bidder.tags)
    )


def _counts(rule: Rule, among: set[str], won: Won) -> bool:
    return won.bidder.id in among and (not rule.bidders.incumbents or won.lot.incumbent == won.bidder.id)


def _groups(tender: Tender, rule: Rule, lot: Lot) -> tuple[str, ...] | None:
    """The buyer, service, area and region of a lot, as far as the rule holds within them; None where it has not all."""
    buyer = tender.buyers[lot.buyer]
    of = {"buyer": buyer.id, "service": lot.service, "area": buyer.area, "region": buyer.region}
    found = [of[grouping] for grouping in rule.per]
    return None if None in found else tuple(name for name in found if name is not None)
