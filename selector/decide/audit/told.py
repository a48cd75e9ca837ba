"""The awards under the formulas, as the answer tells of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from models import BestAward, Evaluation, PriceFormula, Ratio
from models.audit import ContestedLot, FormulaAward, Winner, WonUnder
from selector.decide.audit import sentence
from selector.decide.audit.removed import UNKNOWN
from selector.decide.audit.tried import Tried
from selector.decide.audit.withdrawals import Under
from selector.decide.without.difference import totals_difference
from selector.decide.without.handovers import handovers


def told(tried: Tried, found: Sequence[Under], left_out: Mapping[PriceFormula, str]) -> tuple[FormulaAward, ...]:
    """What is told of each award, that of the case first, and then of each formula that there is none under."""
    looked_at = {under.formula for under in found}
    without = [formula for formula in tried.formulas if formula not in looked_at]
    return (
        *(_award(tried, under) for under in found),
        *(_no_award(tried, formula, left_out.get(formula)) for formula in without),
    )


def _award(tried: Tried, under: Under) -> FormulaAward:
    best = tried.asked.best
    after = BestAward.of(under.award)
    changed = handovers(best.awards, under.award.awards)
    difference = totals_difference(BestAward.of(best), after)
    objective, points = under.case.objective, tried.points(under.formula)
    return FormulaAward(
        formula=under.formula,
        stated=under.formula == tried.stated,
        objective=objective if isinstance(objective, Ratio) else None,
        left_out=None,
        best=after,
        stated_award=points,
        winners=_winners(under.award),
        difference=difference,
        handovers=changed,
        sentence=sentence.of_award(after, changed, difference, lots=len(best.awards), stated_award=points),
    )


def _no_award(tried: Tried, formula: PriceFormula, left_out: str | None) -> FormulaAward:
    """A formula that was left out, or that there was no time for."""
    points = None if left_out else tried.points(formula)
    return FormulaAward(
        formula=formula,
        stated=False,
        objective=tried.objectives.get(formula),
        left_out=left_out,
        best=UNKNOWN,
        stated_award=points,
        winners=(),
        difference=None,
        handovers=(),
        sentence=sentence.no_award(formula, left_out)
        if left_out
        else sentence.of_award(UNKNOWN, (), None, lots=0, stated_award=points),
    )


def _winners(award: Evaluation) -> tuple[Winner, ...]:
    lots = Counter(row.bidder for row in award.awards)
    return tuple(Winner(bidder=bidder, lots=number) for bidder, number in lots.most_common())


def contested(found: Sequence[Under]) -> tuple[ContestedLot, ...]:
    """The lots that not one bidder wins under all objectives that an award was found under."""
    awards = [each for each in found if each.award.awards]
    rows = [{row.lot: row for row in each.award.awards} for each in awards]
    return tuple(
        ContestedLot(
            lot=row.lot,
            buyer=row.buyer,
            service=row.service,
            winners=tuple(
                WonUnder(formula=each.formula, bid=own[row.lot].bid, bidder=own[row.lot].bidder)
                for each, own in zip(awards, rows, strict=True)
            ),
        )
        for row in (awards[0].award.awards if awards else ())
        if len({own[row.lot].bidder for own in rows}) > 1
    )
