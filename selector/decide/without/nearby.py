"""An award without a bid that is quickly found: its lots go to other bids, and all else stays as it is."""

from dataclasses import replace
from decimal import Decimal

import numpy as np

from models import Bid, Case, Certificate, Evaluation, Level, MoneyValued
from selector.appraise import Appraisal
from selector.decide.without.measure import in_pounds, is_priority
from selector.decide.without.measure import sign as sign_of


def nearby(appraisal: Appraisal, best: Evaluation, gone: Bid) -> Appraisal:
    """The appraisal of a case without a bid, with few bids open: those of the best award, and others for its lots.

    Of so few it is soon decided which are best, and they are all still there to be counted.
    """
    bids, lots = appraisal.bids, appraisal.lots
    accepted = np.isin(bids.ids, [row.bid for row in best.awards])
    outside = ~np.isin(bids.pair_lot, [lots.ids.index(lot) for lot in gone.lots])
    within = np.bincount(bids.pair_bid, weights=outside, minlength=len(bids.ids)) == 0
    return replace(appraisal, bids=replace(bids, open=bids.open & (accepted | within)))


def better(case: Case, searched: Evaluation, near: Evaluation) -> Evaluation:
    """The better of what a search that was ended has found, and the award nearby with what that search has proven."""
    if not near.certificate.levels or searched.certificate.limit is None:
        return searched
    level = near.certificate.levels[0]
    sign = sign_of(level.objective)
    if searched.certificate.levels and sign * searched.certificate.levels[0].best <= sign * level.value:
        return searched
    return near.model_copy(
        update={"status": "feasible", "certificate": _certificate(case, searched.certificate, level, near)}
    )


def _certificate(case: Case, proven: Certificate, found: Level, near: Evaluation) -> Certificate:
    value, bound = found.value, _bound(proven, found)
    missing = None if bound is None else abs(value - bound)
    own = not is_priority(found.objective)
    weighed = own and isinstance(case.objective, MoneyValued) and case.objective.quality_value > 0
    base = near.totals.cost if weighed and near.totals is not None else value
    gap = None if missing is None or not base else float(missing / abs(base))
    return proven.model_copy(
        update={
            # Of the board's own objective nothing is proven where rules come before it.
            "objective": value if own else near.certificate.objective,
            "bound": bound if own else None,
            "gap": gap if own else None,
            "gap_pounds": missing if own and in_pounds(found.objective) else None,
            # Of later levels nothing is known: the award was not sought among all that hold this one.
            "levels": (Level(objective=found.objective, value=value, best=value, bound=bound, gap=gap),),
            "ties": "not_examined",
        }
    )


def _bound(proven: Certificate, found: Level) -> Decimal | None:
    """What is proven of the first level: of priorities, which come first, a certificate tells it at their level alone."""
    if proven.levels:
        return proven.levels[0].bound
    return None if is_priority(found.objective) else proven.bound
