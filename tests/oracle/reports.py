"""What an award says of the staff and of each buyer, beside its totals."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.exact import THOUSANDTH, half_up
from tests.oracle.redeployment import MICRO, Moves
from tests.oracle.tables import Case

_MILLIONTH = Fraction(1, MICRO)


@dataclass(frozen=True)
class StaffOutcome:
    """What becomes of the staff, in WTE to 0.001; the talent as a part to six decimals, None where there is none."""

    total: Fraction
    staying: Fraction
    transferred: Fraction
    redeployed: Fraction
    redundant: Fraction
    redundant_later: Fraction
    talent_retained: Fraction | None


@dataclass(frozen=True)
class Account:
    """What an award asks of a buyer, in pence: by financial year, and of the liability."""

    buyer: str
    years: Mapping[str, int]
    liability: int


def staff_outcome(case: Case, award: Award, moves: Moves) -> StaffOutcome | None:
    """What becomes of the staff where the displaced make the ``moves``; None where the case has no staff groups."""
    if not case.groups:
        return None
    nobody = dict.fromkeys(case.groups, Fraction(0))
    total, displaced, later, staying = (dict(nobody) for _ in range(4))
    for offer in award.offers:
        for part in offer.lot.staff:
            name, here = part.group.id, offer.displacement
            total[name] += part.wte
            displaced[name] += part.wte * here.displaced
            later[name] += part.wte * here.left_behind
            staying[name] += part.wte * here.staying
    moved = dict(nobody)
    for (name, _), count in moves.items():
        moved[name] += count * _MILLIONTH
    redundant = {name: displaced[name] - moved[name] for name in nobody}
    stay, go, move, leave, leave_later = (sum(row.values()) for row in (staying, displaced, moved, redundant, later))
    everybody = sum(total.values(), Fraction(0))
    years = kept = Fraction(0)
    for name, row in case.groups.items():
        years += row.service_years * total[name] / row.wte_per_head
        kept += row.service_years * (total[name] - redundant[name] - later[name]) / row.wte_per_head
    return StaffOutcome(
        total=half_up(everybody, THOUSANDTH),
        staying=half_up(Fraction(stay), THOUSANDTH),
        transferred=half_up(everybody - stay - go - leave_later, THOUSANDTH),
        redeployed=half_up(Fraction(move), THOUSANDTH),
        redundant=half_up(Fraction(leave), THOUSANDTH),
        redundant_later=half_up(Fraction(leave_later), THOUSANDTH),
        talent_retained=half_up(kept / years, _MILLIONTH) if years else None,
    )


def accounts(case: Case, award: Award) -> list[Account]:
    """What the award asks of each buyer, in the order of the case."""
    found = []
    for buyer in case.buyers:
        mine = [offer for offer in award.offers if offer.lot.buyer == buyer]
        years = {name: sum(offer.amounts[at] for offer in mine) for at, name in enumerate(case.horizon.names)}
        found.append(Account(buyer, years, sum(offer.buyers_liability for offer in mine)))
    return found
