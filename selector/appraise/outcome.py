"""What becomes of the staff in an award."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from models import Case, StaffOutcome
from selector.appraise.appraisal import Appraisal
from selector.appraise.redeploy import Moves
from selector.appraise.register import Register
from selector.appraise.rounding import half_up
from selector.appraise.units import MILLIONTHS


def staff_outcome(case: Case, appraisal: Appraisal, won: NDArray[np.int64], moves: Moves) -> StaffOutcome | None:
    """Who stays, transfers, is redeployed or redundant where the pairs ``won`` do; None where the case has no staff."""
    if not case.staff_groups:
        return None
    register = Register(case)
    moved = _moved(appraisal, moves)
    total = staying = displaced = later = Fraction(0)
    lost: defaultdict[str, Fraction] = defaultdict(Fraction)
    for pair in won.tolist():
        what = appraisal.bids.consequences[pair]
        behind = sum((each.share for each in what.later), Fraction(0))
        for group, heads in register.staff(register.lots[appraisal.bids.pair_lot[pair]]).groups:
            wte = heads * Fraction(group.wte_per_head)
            total += wte
            staying += wte * what.staying
            displaced += wte * what.displaced
            later += wte * behind
            lost[group.id] += wte * (what.displaced + behind)
    redeployed = sum(moved.values(), Fraction(0))
    transferred = total - staying - displaced - later
    return StaffOutcome(
        total=_thousandths(total),
        staying=_thousandths(staying),
        transferred=_thousandths(transferred),
        redeployed=_thousandths(redeployed),
        redundant=_thousandths(displaced - redeployed),
        redundant_later=_thousandths(later),
        talent_retained=_retained(register, lost, moved),
    )


def _moved(appraisal: Appraisal, moves: Moves) -> Mapping[str, Fraction]:
    """WTE that move, by group."""
    found: defaultdict[str, Fraction] = defaultdict(Fraction)
    if appraisal.redeployment is not None:
        for (group, _), each in moves.items():
            found[appraisal.redeployment.groups[group]] += Fraction(each, MILLIONTHS)
    return found


def _retained(register: Register, lost: Mapping[str, Fraction], moved: Mapping[str, Fraction]) -> Decimal | None:
    """The share of all years of service whose people are kept."""
    heads: defaultdict[str, Fraction] = defaultdict(Fraction)
    for lot in register.lots:
        for group, each in register.staff(lot).groups:
            heads[group.id] += each
    years = kept = Fraction(0)
    for group in register.case.staff_groups:
        service = Fraction(group.service_years)
        gone = (lost.get(group.id, Fraction(0)) - moved.get(group.id, Fraction(0))) / Fraction(group.wte_per_head)
        years += service * heads[group.id]
        kept += service * (heads[group.id] - gone)
    return Decimal(half_up(kept / years * MILLIONTHS)).scaleb(-6) if years else None


def _thousandths(value: Fraction) -> Decimal:
    return Decimal(half_up(value * 1000)).scaleb(-3)
