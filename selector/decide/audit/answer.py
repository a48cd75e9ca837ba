"""The answer to what the award owes to the formula: an award under each, and each again without its losers."""

from collections.abc import Iterator
from dataclasses import replace

from models import BestAward, PriceFormula
from models.audit import Audit, LotRankings
from selector.decide.asked import Asked
from selector.decide.audit import sentence
from selector.decide.audit.formulas import basis
from selector.decide.audit.rankings import rankings
from selector.decide.audit.told import contested, told
from selector.decide.audit.tried import Tried
from selector.decide.audit.under import TOO_LARGE, Task, best_under
from selector.decide.audit.withdrawals import Under, Withdrawals
from selector.decide.provenance import provenance

_SHARE_OF_AWARDS = 0.8
"""Of the time that is left, what the awards under the formulas may take."""


def answer(tried: Tried) -> Audit:
    """The whole answer for some formulas: what needs no search first."""
    asked, case = tried.asked, tried.asked.case
    ranked = tuple(_rankings(tried))
    found, too_large = _awards(tried) if asked.best.awards else ([], {})
    withdrawals = Withdrawals(asked, found).all()
    awards = told(tried, found, {**tried.left_out, **too_large}) if found else ()
    lots = contested(found)
    robust = len(asked.best.awards) - len(lots)
    return Audit(
        name=case.name,
        best=BestAward.of(asked.best),
        basis=basis(case),
        formulas=awards,
        robust=robust,
        contested=lots,
        rankings=ranked,
        withdrawals=withdrawals,
        sentences=tuple(sentence.summary(awards, robust, len(lots), ranked, withdrawals)),
        seconds=asked.seconds,
        provenance=provenance(case, asked.options),
    )


def _rankings(tried: Tried) -> Iterator[LotRankings]:
    asked = tried.asked
    for formula, contests in tried.contests.items():
        yield rankings(
            contests, asked.appraisal.bids.ids, stated=formula == tried.stated, stop=lambda: asked.many.is_over
        )


def _awards(tried: Tried) -> tuple[list[Under], dict[PriceFormula, str]]:
    """The award of the case, and that under each other formula; and why there is none under some."""
    asked, others = tried.asked, tried.others()
    tasks = [Task(case, asked.options, asked.best, asked.is_large) for _, case in others]
    awards = [Under(tried.stated, asked.case, asked.best, tried.contests_of(tried.stated))]
    too_large: dict[PriceFormula, str] = {}
    for position, award in _in_time(asked).each("formula", best_under, tasks).items():
        formula, case = others[position]
        if award is None:
            too_large[formula] = TOO_LARGE
        else:
            awards.append(Under(formula, case, award, tried.contests[formula]))
    return awards, too_large


def _in_time(asked: Asked) -> Asked:
    """Who asks for the awards: above board size some time is kept for what comes after them."""
    many, left = asked.many, asked.many.left
    if left is None or many.time_limit is None or not asked.is_large:
        return asked
    limit = many.time_limit - (1 - _SHARE_OF_AWARDS) * max(left, 0.0)
    return replace(asked, many=replace(many, time_limit=limit))
