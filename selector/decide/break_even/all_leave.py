"""What redundancy comes to if every buyer leaves the NHS family."""

from decimal import Decimal
from fractions import Fraction

from models import Case, IfAllLeave, PublishedRedundancy, Redundancy
from selector.appraise.register import Register
from selector.appraise.rounding import half_up

_FIGURE = "redundancy_if_all_leave"


def if_all_leave(case: Case) -> IfAllLeave | None:
    """The staff on all lots, and what making redundant those who do not transfer comes to; None without staff groups.

    Staff whom a lot is not to be run with do not transfer either. All is summed before it is rounded.
    """
    if not case.staff_groups:
        return None
    register = Register(case)
    transfer = Fraction(case.terms("private").transfer)
    people, pence, left, left_pence = (Fraction(0) for _ in range(4))
    for lot in register.lots:
        staff = register.staff(lot)
        leaving = 1 - register.needed(lot) * transfer
        for group, heads in staff.groups:
            due = heads * register.payments.of_group(group, case.date)
            people += heads
            pence += due
            left += heads * leaving
            left_pence += due * leaving
    return IfAllLeave(
        staff=_thousandths(people),
        nobody_transfers=_redundancy(people, pence),
        private_terms=_redundancy(left, left_pence),
        published=tuple(
            PublishedRedundancy(
                people=Decimal(each.people),
                cost=each.people * each.mean,
                mean=each.mean,
                source=each.source,
                difference=each.difference,
            )
            for each in case.published
            if each.figure == _FIGURE
        ),
    )


def _redundancy(people: Fraction, pence: Fraction) -> Redundancy:
    return Redundancy(
        people=_thousandths(people),
        cost=_pounds(pence),
        mean=_pounds(pence / people) if people else None,
    )


def _thousandths(value: Fraction) -> Decimal:
    return Decimal(half_up(value * 1000)).scaleb(-3)


def _pounds(pence: Fraction) -> Decimal:
    return Decimal(half_up(pence)).scaleb(-2)
