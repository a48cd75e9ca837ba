"""The check of one evaluation against its case."""

from collections.abc import Callable, Iterator
from decimal import localcontext

from models import Case, Evaluation
from selector.verify.barred import barred
from selector.verify.certificate import certificate
from selector.verify.claims import (
    buyers,
    by_hand,
    discounts,
    disqualified,
    low_bids,
    moves,
    outposts,
    providers,
    rows,
    rules,
    staff,
    totals,
)
from selector.verify.cover import read
from selector.verify.exact import CONTEXT
from selector.verify.recomputed import Recomputed
from selector.verify.tender import Tender
from selector.verify.verification import Finding, Verification

Check = Callable[[Recomputed, Evaluation], Iterator[Finding]]


def _barred(recomputed: Recomputed, _: Evaluation) -> Iterator[Finding]:
    return barred(recomputed.award)


# Every check of an award that gives each lot to one bid, in the order of their findings.
CHECKS: tuple[Check, ...] = (
    rows.rows,
    _barred,
    totals.totals,
    providers.providers,
    discounts.discounts,
    outposts.outposts,
    moves.moves,
    staff.staff,
    buyers.buyers,
    rules.broken_limits,
    rules.rules,
    disqualified.disqualified,
    low_bids.low_bids,
    by_hand.by_hand,
    certificate,
)


def verify(case: Case, evaluation: Evaluation) -> Verification:
    """Whether ``evaluation`` is a true one of ``case``: all its figures, the limits and the certificate, recomputed.

    Of an outcome without an award it is checked that it has none, and is of this case. Whether a bound is true can
    not be checked without a solver; whether it is consistent with the award can, and is.

    Raises nothing: whatever is wrong is a finding.
    """
    with localcontext(CONTEXT):
        findings = [*_provenance(case, evaluation)]
        if evaluation.status in ("infeasible", "unknown"):
            findings += _no_award(evaluation)
            return Verification(not findings, tuple(findings))
        award, unread = read(Tender(case), evaluation)
        if award is None:
            return Verification(False, (*findings, *unread))
        recomputed = Recomputed.of(award, evaluation.moves)
        for check in CHECKS:
            findings += check(recomputed, evaluation)
        return Verification(
            valid=not findings,
            findings=tuple(findings),
            rules=recomputed.rules,
            totals=recomputed.totals,
            disqualified=recomputed.disqualified,
            abnormally_low=recomputed.abnormally_low,
            by_hand=recomputed.by_hand,
            objectives=tuple(value for _, value in recomputed.levels),
            first=sum(level.priority is not None for level, _ in recomputed.levels),
        )


def _provenance(case: Case, evaluation: Evaluation) -> Iterator[Finding]:
    stated = evaluation.provenance.case_sha256
    if stated != case.sha256:
        yield Finding(
            "provenance",
            f"The award is of another case: it was made from {stated[:12]}…, this one is {case.sha256[:12]}….",
        )


def _no_award(evaluation: Evaluation) -> Iterator[Finding]:
    for name, given in (
        ("awards", evaluation.awards),
        ("providers", evaluation.providers),
        ("discounts", evaluation.discounts),
        ("outposts", evaluation.outposts),
        ("moves", evaluation.moves),
        ("staff", evaluation.staff),
        ("buyers", evaluation.buyers),
        ("rules", evaluation.rules),
        ("disqualified", evaluation.disqualified),
        ("abnormally_low", evaluation.abnormally_low),
        ("by_hand", evaluation.by_hand),
        ("totals", evaluation.totals),
        ("certificate.objective", evaluation.certificate.objective),
    ):
        if given is not None and given != ():
            yield Finding(name, f"The outcome is {evaluation.status}, which has no award, and yet {name} is filled in.")
