"""Who of the displaced staff can move where, as arrays."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import numpy as np

from models import StaffGroup, Vacancy
from selector.appraise.appraisal import Bids, Redeployment
from selector.appraise.consequence import Consequence
from selector.appraise.grounds import is_within
from selector.appraise.register import Register
from selector.appraise.rounding import whole
from selector.appraise.units import MILLIONTHS, ints


def redeployment(register: Register, bids: Bids) -> Redeployment | None:
    """The moves that are allowed and what each bid displaces of the groups that can move; None where there are no moves."""
    case = register.case
    vacancies = [vacancy for vacancy in case.vacancies if vacancy.wte > 0]
    moves = [
        (group, vacancy)
        for group in case.staff_groups
        for vacancy in vacancies
        if group.function == vacancy.function and _is_near(register, group, vacancy)
    ]
    if not moves:
        return None
    groups = {group.id: group for group, _ in moves}
    group_at = {name: position for position, name in enumerate(groups)}
    vacancy_at = {vacancy.id: position for position, vacancy in enumerate(vacancies)}
    displaced = list(_displaced(register, bids, group_at))
    return Redeployment(
        groups=tuple(groups),
        saving=tuple(
            register.payments.of_group(group, case.date) / Fraction(group.wte_per_head) / MILLIONTHS
            for group in groups.values()
        ),
        group=ints(group for group, _, _ in displaced),
        pair=ints(pair for _, pair, _ in displaced),
        displaced=ints(millionths for _, _, millionths in displaced),
        vacancies=tuple(vacancy_at),
        bidder=ints(register.bidder_at[vacancy.bidder] for vacancy in vacancies),
        posts=ints(whole(vacancy.wte, MILLIONTHS) for vacancy in vacancies),
        moves=np.array([(group_at[group.id], vacancy_at[vacancy.id]) for group, vacancy in moves], dtype=np.int64),
    )


def _displaced(register: Register, bids: Bids, group_at: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """Group, pair and millionths of a WTE, of the groups that can move."""
    known: dict[tuple[int, Consequence], list[tuple[int, int]]] = {}
    for pair, (lot, what) in enumerate(zip(bids.pair_lot.tolist(), bids.consequences, strict=True)):
        if not what.displaced:
            continue
        if (lot, what) not in known:
            known[lot, what] = [
                (group_at[group.id], int(heads * Fraction(group.wte_per_head) * what.displaced * MILLIONTHS))
                for group, heads in register.staff(register.lots[lot]).groups
                if group.id in group_at
            ]
        yield from ((group, pair, millionths) for group, millionths in known[lot, what] if millionths)


def _is_near(register: Register, group: StaffGroup, vacancy: Vacancy) -> bool:
    within = register.case.redeploy_within_km
    if within is None:
        return True
    if group.place is None or vacancy.place is None:
        return False
    return is_within(register.buyers[group.place], register.buyers[vacancy.place], float(within))
