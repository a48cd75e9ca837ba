"""What becomes of the staff."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from models import StaffGroup, StaffOutcome
from selector.verify.award import Award
from selector.verify.exact import figure, half_up
from selector.verify.redeployment import MILLION

_PLACES = 3


def people(award: Award, moves: Mapping[tuple[str, str], int]) -> StaffOutcome | None:
    """Who stays, transfers, moves or is made redundant; ``moves`` are in millionths of a WTE, by group and vacancy."""
    groups = award.tender.case.staff_groups
    if not groups:
        return None
    total: defaultdict[str, Fraction] = defaultdict(Fraction)
    displaced: defaultdict[str, Fraction] = defaultdict(Fraction)
    later: defaultdict[str, Fraction] = defaultdict(Fraction)
    staying = Fraction(0)
    for won in award.won:
        fate = won.worth.displaced
        share, share_later = fate.share, fate.share_later
        for working in award.tender.staff[won.lot.id].groups:
            total[working.group.id] += working.wte
            displaced[working.group.id] += working.wte * share
            later[working.group.id] += working.wte * share_later
            staying += working.wte * fate.staying
    kept = {group.id: total[group.id] - displaced[group.id] - later[group.id] for group in groups}
    for (group, _), wte in moves.items():
        kept[group] += Fraction(wte, MILLION)
    redeployed = Fraction(sum(moves.values()), MILLION)
    everyone, out, out_later = (sum(each.values(), Fraction(0)) for each in (total, displaced, later))
    return StaffOutcome(
        total=half_up(everyone, _PLACES),
        staying=half_up(staying, _PLACES),
        transferred=half_up(everyone - staying - out - out_later, _PLACES),
        redeployed=half_up(redeployed, _PLACES),
        redundant=half_up(out - redeployed, _PLACES),
        redundant_later=half_up(out_later, _PLACES),
        talent_retained=_talent(groups, total, kept),
    )


def _talent(
    groups: tuple[StaffGroup, ...], total: Mapping[str, Fraction], kept: Mapping[str, Fraction]
) -> Decimal | None:
    """The share of all years of service whose people are kept; None where there are none."""
    years = {group.id: Fraction(group.service_years) / Fraction(group.wte_per_head) for group in groups}
    whole = sum((years[group.id] * total[group.id] for group in groups), Fraction(0))
    return figure(sum(years[group.id] * kept[group.id] for group in groups) / whole) if whole else None
