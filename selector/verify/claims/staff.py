"""What is said to become of the staff."""

from collections.abc import Iterator

from models import Evaluation, StaffOutcome
from selector.verify.claims.wrong import wrong
from selector.verify.exact import same_figure
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number

_SPOKEN = {
    "total": "all staff",
    "staying": "the staff who stay",
    "transferred": "the staff who transfer",
    "redeployed": "the staff who are redeployed",
    "redundant": "the redundant staff",
    "redundant_later": "the staff who are redundant later",
}


def staff(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each figure, where the case has staff."""
    stated, expected = evaluation.staff, recomputed.staff
    if stated is None or expected is None:
        if stated is not expected:
            what = "has none" if stated is None else "has them, and the case has no staff"
            yield Finding("staff", f"An award says what becomes of the staff of its case: this one {what}.")
        return
    for name, spoken in _SPOKEN.items():
        found, right = getattr(stated, name), getattr(expected, name)
        if not same_figure(found, right):
            yield wrong(f"staff.{name}", f"The WTE of {spoken}", number(found), number(right))
    yield from _talent(stated, expected)


def _talent(stated: StaffOutcome, expected: StaffOutcome) -> Iterator[Finding]:
    found, right = stated.talent_retained, expected.talent_retained
    same = found is right if found is None or right is None else same_figure(found, right)
    if not same:
        told = ["nothing" if share is None else number(share) for share in (found, right)]
        yield wrong("staff.talent_retained", "The share of the years of service that is retained", *told)
