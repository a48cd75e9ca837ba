"""Which displaced staff fill vacancies: the moves that save most."""

import functools
import math
from collections.abc import Iterable, Mapping
from fractions import Fraction

import numpy as np
from scipy.optimize import linprog

from tests.oracle.people import StaffGroup, Vacancy
from tests.oracle.places import kilometres
from tests.oracle.redundancy import payment
from tests.oracle.tables import Case
from tests.oracle.worth import Worth

MICRO = 10**6
Moves = Mapping[tuple[str, str], int]
"""By group and vacancy, how many move, in millionths of a WTE."""


def displaced(bids: Iterable[Worth]) -> dict[str, int]:
    """How many of each group the accepted ``bids`` displace, in millionths of a WTE, each on each lot rounded down."""
    found: dict[str, int] = {}
    for bid in bids:
        for offer in bid.offers:
            for part in offer.lot.staff:
                gone = math.floor(part.wte * offer.displacement.displaced * MICRO)
                found[part.group.id] = found.get(part.group.id, 0) + gone
    return found


def most_saved(case: Case, bids: Iterable[Worth]) -> Fraction:
    """The most that moves of staff whom the accepted ``bids`` displace can save, in pence, not rounded."""
    if not case.vacancies:
        return Fraction(0)
    accepted = list(bids)
    active = {bid.bidder.id for bid in accepted}
    gone = {name: count for name, count in displaced(accepted).items() if count and saved_by(case, name)}
    posts = [row for row in case.vacancies if row.bidder in active and row.wte]
    pairs = tuple(
        (one, other)
        for one, name in enumerate(gone)
        for other, row in enumerate(posts)
        if may_move(case, case.groups[name], row)
    )
    if not pairs:
        return Fraction(0)
    rooms = tuple(int(row.wte * MICRO) for row in posts)
    return _most(tuple(gone.values()), tuple(saved_by(case, name) for name in gone), rooms, pairs)


def saving(case: Case, moves: Moves) -> Fraction:
    """What the moves save, in pence, not rounded."""
    return sum((count * saved_by(case, group) / MICRO for (group, _), count in moves.items()), Fraction(0))


def faults(case: Case, bids: Iterable[Worth], moves: Moves) -> list[str]:
    """What is wrong with the moves, in words."""
    accepted = list(bids)
    active, gone = {bid.bidder.id for bid in accepted}, displaced(accepted)
    posts = {row.id: row for row in case.vacancies}
    found = [f"less than nobody of {pair}" for pair, count in moves.items() if count < 0]
    for group, vacancy in moves:
        if posts[vacancy].bidder not in active:
            found.append(f"{vacancy} is of a bidder that wins nothing")
        if not may_move(case, case.groups[group], posts[vacancy]):
            found.append(f"{group} may not move to {vacancy}")
    for group in case.groups:
        if sum(count for (name, _), count in moves.items() if name == group) > gone.get(group, 0):
            found += [f"more of {group} move than are displaced"]
    for row in case.vacancies:
        if sum(count for (_, name), count in moves.items() if name == row.id) > row.wte * MICRO:
            found += [f"more move to {row.id} than it has room for"]
    return found


def saved_by(case: Case, group: str) -> Fraction:
    """What a WTE of the group saves, in pence."""
    row = case.groups[group]
    return payment(row, case.date, case.date) / row.wte_per_head


def may_move(case: Case, group: StaffGroup, vacancy: Vacancy) -> bool:
    """Whether staff of the group may fill the vacancy, were they displaced and its bidder active."""
    if group.function is None or group.function != vacancy.function:
        return False
    if case.redeploy_within_km is None:
        return True
    if group.place is None or vacancy.place is None:
        return False
    here, there = case.buyers[group.place].position, case.buyers[vacancy.place].position
    return here is not None and there is not None and kilometres(here, there) <= case.redeploy_within_km


@functools.lru_cache(maxsize=4096)
def _most(
    gone: tuple[int, ...], saved: tuple[Fraction, ...], rooms: tuple[int, ...], pairs: tuple[tuple[int, int], ...]
) -> Fraction:
    """The most that is saved, in pence: that of a vertex, all of which are of whole millionths."""
    rows = np.zeros((len(gone) + len(rooms), len(pairs)))
    for at, (one, other) in enumerate(pairs):
        rows[one, at] = rows[len(gone) + other, at] = 1
    limits = [*gone, *rooms]
    found = linprog(
        [-float(saved[one]) for one, _ in pairs], A_ub=rows, b_ub=limits, bounds=(0, None), method="highs-ds"
    )
    assert found.x is not None, found.message
    counts = [round(float(count)) for count in found.x]
    assert all(count >= 0 for count in counts)
    for at, limit in enumerate(limits):
        assert sum(count for count, row in zip(counts, rows[at], strict=True) if row) <= limit
    total = sum((count * saved[one] for count, (one, _) in zip(counts, pairs, strict=True)), Fraction(0))
    bound = -float(np.dot(found.ineqlin.marginals, limits))
    # The duals bound every choice of moves from above; in pounds, a millionth of the whole is well below a penny.
    assert abs(bound - float(total)) <= 1e-6 * max(1.0, bound), "the vertex is not the best"
    return total / MICRO
