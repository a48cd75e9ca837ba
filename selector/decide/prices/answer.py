"""The answer to what rules cost, from what was found of each."""

from collections.abc import Sequence
from decimal import Decimal

from models import BestAward, Evaluation, TotalsDifference
from models.prices import PriceVerdict, RulePrice, Unbinding
from selector.decide.members.rules import RULE
from selector.decide.prices.comparison import Interval, bounded, compared, price, same, together
from selector.decide.prices.level_names import level_names, with_penalties
from selector.decide.prices.search import among_few
from selector.decide.prices.sentence import rule_sentence
from selector.decide.prices.singles import Found, Singles
from selector.decide.prices.statements import Statement
from selector.decide.without.difference import totals_difference
from selector.decide.without.handovers import handovers

_ORDER: Sequence[PriceVerdict] = ("costs", "pays", "open", "no_award", "no_case", "costs_nothing")
_LEAST = Decimal("-Infinity")


def rule_prices(singles: Singles) -> tuple[RulePrice, ...]:
    """The price of each statement, the dearest first."""
    best = singles.asked.best
    found = [_price(singles, each, best) for each in singles.found]
    levels = [level.objective for level in best.certificate.levels]

    def order(each: RulePrice) -> tuple[int, int, Decimal, Decimal]:
        at = levels.index(each.objective) if each.objective in levels else len(levels)
        least, most = each.at_least, each.at_most
        return (
            _ORDER.index(each.verdict),
            at,
            -(_LEAST if least is None else least),
            -(-_LEAST if most is None else most),
        )

    return tuple(sorted(found, key=order))


def unbinding(statements: Sequence[Statement]) -> tuple[Unbinding, ...]:
    """Statements that no award could break."""
    return tuple(
        Unbinding(rule=each.name, pointer=each.member.pointer, sentence=each.member.sentence) for each in statements
    )


def without(singles: Singles, each: Found) -> BestAward | None:
    """What is known of the best award without a statement; None where nothing is."""
    base, before = singles.base, BestAward.of(singles.asked.best)
    known = bounded(before, base.told(each.bound)) if each.improves else None
    if each.search is None:
        return known
    after = BestAward.of(each.search) if each.near is None else among_few(each.search)
    return after if known is None else together(after, known)


def _price(singles: Singles, each: Found, best: Evaluation) -> RulePrice:
    before = BestAward.of(best)
    after: BestAward | None
    names, now = level_names(singles.asked.case), level_names(singles.asked.case, each.statement.rule)
    # What none of the awards that break it is as good as costs nothing at any level.
    common: tuple[str, ...] = () if singles.is_idle(each) else tuple(name for name in names if name in now)
    if singles.is_idle(each):
        levels, totals, after = same(before), totals_difference(before, before), None
    elif each.is_no_case:
        levels, totals, after = (), None, None
    else:
        after = without(singles, each)
        levels = () if after is None else compared(before, with_penalties(after, names, now), improves=each.improves)
        totals = None if each.search is None or after is None else totals_difference(after, before)
    interval = price(levels, common, improves=each.improves and names == now)
    verdict = _verdict(each, levels_known=bool(levels), after=after)
    told = interval.verdict if verdict is None else verdict
    penalty = _penalty(singles, each)
    member = each.statement.member
    return RulePrice(
        rule=each.statement.name,
        pointer=member.pointer,
        sentence=member.sentence,
        soft=each.statement.rule is not None,
        limit=member.limit,
        unit=member.unit,
        lift=member.lift,
        verdict=told,
        objective=interval.objective,
        at_least=interval.at_least,
        at_most=interval.at_most,
        levels=levels,
        totals=totals,
        penalty=penalty,
        without=None if each.search is None else after,
        handovers=() if each.search is None else handovers(best.awards, each.search.awards),
        hint=each.hint,
        told=_told(singles, told, interval, totals, penalty),
    )


def _verdict(each: Found, *, levels_known: bool, after: BestAward | None) -> PriceVerdict | None:
    if each.is_no_case:
        return "no_case"
    if not levels_known and after is not None and after.status == "infeasible":
        return "no_award"
    return None


def _told(
    singles: Singles,
    verdict: PriceVerdict,
    interval: Interval,
    totals: TotalsDifference | None,
    penalty: Decimal | None,
) -> str:
    if verdict == "no_case":
        return "Without it what is left is no case: something else rests on it."
    if verdict == "no_award":
        return "Without it no award keeps every rule."
    return rule_sentence(singles.asked.case, interval, totals, penalty)


def _penalty(singles: Singles, each: Found) -> Decimal | None:
    """What the best award's breaking a soft rule counts for."""
    rule = each.statement.rule
    if rule is None or rule.penalty is None:
        return None
    ids = [other.id for other in singles.asked.case.rules]
    rows = [row for row in singles.asked.best.rules if row.soft and _rule_of(row.rule, ids) == rule.id]
    return sum((row.penalty or Decimal(0) for row in rows), Decimal(0))


def _rule_of(row: str, ids: Sequence[str]) -> str | None:
    """The rule that a row is of: its id, and then whom or what the row is for."""
    fitting = [name for name in ids if row == f"{RULE}[{name}]" or row.startswith(f"{RULE}[{name}, ")]
    return max(fitting, key=len, default=None)
