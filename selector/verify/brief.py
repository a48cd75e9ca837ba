"""What counts of an award, for many awards of one case: who wins what, the totals, moves of staff and limits."""

from decimal import localcontext

from models import Evaluation
from selector.verify.award import Award
from selector.verify.barred import barred
from selector.verify.claims import moves, rows, rules, totals
from selector.verify.cover import read
from selector.verify.discounts import discounts
from selector.verify.exact import CONTEXT
from selector.verify.limits import limits
from selector.verify.moved import moved, saved
from selector.verify.objectives import totals as totals_of
from selector.verify.recomputed import Recomputed
from selector.verify.redeployment import Redeployment
from selector.verify.tender import Tender
from selector.verify.verification import Finding


def brief(tender: Tender, evaluation: Evaluation) -> tuple[Finding, ...]:
    """What is wrong with the rows, totals, moves and limits of an evaluation; its other claims are not looked at.

    Of a tender that stays the same, each bid is worked out once.
    """
    with localcontext(CONTEXT):
        award, unread = read(tender, evaluation)
        if award is None:
            return unread
        recomputed = _recomputed(award, evaluation)
        return (
            *rows.rows(recomputed, evaluation),
            *barred(award),
            *totals.totals(recomputed, evaluation),
            *moves.moves(recomputed, evaluation),
            *rules.broken_limits(recomputed, evaluation),
        )


def _recomputed(award: Award, evaluation: Evaluation) -> Recomputed:
    redeployment = Redeployment(award)
    stated = moved(redeployment, evaluation.moves)
    earned = discounts(award)
    return Recomputed(
        award=award,
        redeployment=redeployment,
        moves=stated,
        discounts=earned,
        totals=totals_of(award, earned, saved(redeployment, stated)),
        staff=None,
        buyers=(),
        rules=limits(award),
        levels=(),
        disqualified=(),
        abnormally_low=(),
        by_hand=(),
    )
