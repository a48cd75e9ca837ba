"""Moves that save the most there is are told from those that do not, whatever the moves."""

from collections import Counter
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from models import Case
from selector.verify.augmenting import gain
from selector.verify.award import Award
from selector.verify.redeployment import MILLION, Redeployment
from selector.verify.tender import Tender
from tests.verify.small import small

Moves = dict[tuple[str, str], int]


def redeployment(groups: list[tuple[int, int, int]], posts: list[tuple[int, int]]) -> Redeployment:
    """Groups of (displaced, years of service, place) and vacancies of (posts, place); who is farther than 1 apart may not move."""
    buyers = [{"id": f"b{at}", "name": "B", "population": 1, "lat": at, "lon": 0} for at in range(5)]
    unit = {"id": "j", "name": "J", "kind": "nhs_csu", "viability_floor": 0}
    case: Case = small(
        buyers=buyers,
        services=[{"id": "f", "name": "F"}],
        lots=[{"id": "b:f", "buyer": "b0", "service": "f"}],
        bidders=[unit],
        bids=[{"id": "f1", "bidder": "j", "lots": ["b:f"], "price": 0, "transfer": 0}],
        staff_groups=[
            {
                "id": f"g{at}",
                "lots": [{"lot": "b:f"}],
                "headcount": heads,
                "salary": 36_500,
                "service_years": years,
                "function": "office",
                "place": f"b{place}",
            }
            for at, (heads, years, place) in enumerate(groups)
        ],
        vacancies=[
            {"id": f"v{at}", "bidder": "j", "function": "office", "wte": wte, "place": f"b{place}"}
            for at, (wte, place) in enumerate(posts)
        ],
        redeploy_within_km=112,  # a degree of latitude
    )
    tender = Tender(case)
    return Redeployment(Award(tender, {"b:f": tender.bids["f1"]}))


def filled(found: Redeployment, order: list[int]) -> Moves:
    """Moves of whole WTE, one after the other as they come, as far as there is room."""
    pairs = [(group, vacancy) for group in found.groups for vacancy in found.open_to(group)]
    moves: Counter[tuple[str, str]] = Counter()
    left, room = dict(found.displaced), dict(found.room)
    for position in order if pairs else ():
        group, vacancy = pairs[position % len(pairs)]
        if left[group] and room[vacancy]:
            moves[group, vacancy] += MILLION
            left[group] -= MILLION
            room[vacancy] -= MILLION
    return dict(moves)


def most(found: Redeployment) -> float:
    """The most that can be saved, by a linear program."""
    pairs = [(group, vacancy) for group in found.groups for vacancy in found.open_to(group)]
    if not pairs:
        return 0.0
    rows = [[float(group == name) for group, _ in pairs] for name in found.groups]
    rows += [[float(vacancy == name) for _, vacancy in pairs] for name in found.room]
    limits = [each / MILLION for each in (*found.displaced.values(), *found.room.values())]
    solved = linprog([-float(found.saving[group]) for group, _ in pairs], A_ub=rows, b_ub=limits)
    assert solved.fun is not None, solved.message
    return -float(solved.fun)


PLACES = st.integers(0, 4)
GROUPS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0, 2, 3, 5, 8]), PLACES), min_size=1, max_size=5)
POSTS = st.lists(st.tuples(st.integers(0, 3), PLACES), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(GROUPS, POSTS, st.lists(st.integers(0, 40), max_size=30))
def test_a_gain_is_found_where_and_only_where_there_is_one(
    groups: list[tuple[int, int, int]], posts: list[tuple[int, int]], order: list[int]
) -> None:
    found = redeployment(groups, posts)
    moves = filled(found, order)
    saved = sum((found.saving[group] * wte for (group, _), wte in moves.items()), Fraction(0)) / MILLION
    assert (gain(found, moves) is None) == (abs(float(saved) - most(found)) < 0.01)


def test_others_make_room_by_going_elsewhere() -> None:
    # g0 can only be at v0, which g1 has and who saves more; g1 could go to v1, which g2 has, who saves least.
    found = redeployment([(1, 5, 0), (1, 8, 1), (1, 3, 3)], [(1, 0), (1, 2)])
    taken = {("g1", "v0"): MILLION, ("g2", "v1"): MILLION}
    better = gain(found, taken)
    assert better is not None
    assert (better.group, better.other) == ("g0", "g2")
    assert gain(found, {("g0", "v0"): MILLION, ("g1", "v1"): MILLION}) is None


def test_the_last_millionth_counts() -> None:
    found = redeployment([(1, 8, 0), (1, 5, 0)], [(1, 0)])
    assert gain(found, {("g0", "v0"): MILLION}) is None
    short = gain(found, {("g0", "v0"): MILLION - 1, ("g1", "v0"): 1})
    assert short is not None
    assert (short.group, short.vacancy, short.other) == ("g0", "v0", "g1")
    alone = gain(found, {("g0", "v0"): MILLION - 1})
    assert alone is not None
    assert alone.other is None


def test_who_saves_nothing_need_not_move() -> None:
    assert gain(redeployment([(1, 0, 0)], [(1, 0)]), {}) is None
