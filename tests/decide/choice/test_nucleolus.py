"""The nucleolus against published examples, and against the criterion that characterises it."""

import itertools
import random
from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction

import numpy as np
import pytest
from scipy.optimize import linprog

from models import Unanswerable
from selector.decide.choice.nucleolus import MOST, nucleolus

Cost = Callable[[Collection[str]], Fraction]


def airport(lengths: Mapping[str, int]) -> Cost:
    """A runway costs what the longest that its users need does."""
    return lambda users: Fraction(max((lengths[user] for user in users), default=0))


def estate(worth: int, claims: Mapping[str, int]) -> Cost:
    """Creditors are sure of what the claims of all others leave: costs are what they get, below 0."""
    return lambda some: -Fraction(max(worth - sum(claim for name, claim in claims.items() if name not in some), 0))


@pytest.mark.parametrize(
    ("worth", "shares"),
    [
        (100, (Fraction(100, 3), Fraction(100, 3), Fraction(100, 3))),
        (200, (50, 75, 75)),
        (300, (50, 100, 150)),
    ],
)
def test_the_three_wives_of_the_talmud_aumann_maschler_1985(worth: int, shares: tuple[Fraction, ...]) -> None:
    # Game theoretic analysis of a bankruptcy problem from the Talmud: contracts of 100, 200 and 300.
    claims = {"first": 100, "second": 200, "third": 300}
    found = nucleolus(list(claims), estate(worth, claims))
    assert tuple(-found[name] for name in claims) == shares


def test_the_estate_of_oneill_1982_by_the_rule_of_aumann_maschler_1985() -> None:
    # A problem of rights arbitration from the Talmud: an estate of 120, claims of 30, 40, 60 and 120.
    claims = {"d": 30, "c": 40, "b": 60, "a": 120}
    found = nucleolus(list(claims), estate(120, claims))
    # Half-claims are 15, 20, 30 and 60: in all 125, so equal awards up to them: 15, 20, 30 and the rest.
    assert {name: -share for name, share in found.items()} == {"d": 15, "c": 20, "b": 30, "a": 55}


def littlechild(lengths: Mapping[str, int]) -> dict[str, Fraction]:
    """The nucleolus of the airport game by Littlechild's recursion.

    Source: Littlechild, *A simple expression for the nucleolus in a special case*, 1974, with one user of each sort: of
    the shortest runways first, the group that can be asked for least each pays that.
    """
    users = sorted(lengths, key=lambda user: lengths[user])
    shares: dict[str, Fraction] = {}
    done, paid = 0, Fraction(0)
    while done < len(users):
        left = len(users) - done
        rates = [(Fraction(lengths[users[end]] - paid) / (end - done + 2), -end) for end in range(done, len(users) - 1)]
        rates.append(((lengths[users[-1]] - paid) / left, 1 - len(users)))
        rate, end = min(rates)
        for at in range(done, -end + 1):
            shares[users[at]] = rate
            paid += rate
        done = -end + 1
    return shares


@pytest.mark.parametrize("seed", range(8))
def test_airports_littlechild_1974(seed: int) -> None:
    dice = random.Random(seed)
    lengths = {f"user {at}": dice.randint(1, 60) for at in range(dice.choice((2, 3, 4, 6)))}
    assert nucleolus(list(lengths), airport(lengths)) == littlechild(lengths)


@pytest.mark.parametrize("seed", range(30))
def test_kohlbergs_criterion(seed: int) -> None:
    # Kohlberg, On the nucleolus of a characteristic function game, 1971.
    dice = random.Random(seed)
    players = [f"p{at}" for at in range(dice.choice((2, 3, 4, 5)))]
    costs = {
        frozenset(group): Fraction(dice.randint(-5, 40), dice.choice((1, 1, 3)))
        for size in range(1, len(players) + 1)
        for group in itertools.combinations(players, size)
    }
    found = nucleolus(players, lambda group: costs.get(frozenset(group), Fraction(0)))
    assert sum(found.values()) == costs[frozenset(players)]
    bounded = sum(costs[frozenset([player])] for player in players) >= costs[frozenset(players)]
    at_own = [frozenset([player]) for player in players if bounded and found[player] == costs[frozenset([player])]]
    if bounded:
        assert all(found[player] <= costs[frozenset([player])] for player in players)
    excess = {group: sum(found[player] for player in group) - cost for group, cost in costs.items()}
    del excess[frozenset(players)]
    for level in set(excess.values()):
        assert _is_balanced(players, [group for group in excess if excess[group] >= level], at_own)


def _is_balanced(players: Sequence[str], groups: Sequence[frozenset[str]], more: Sequence[frozenset[str]]) -> bool:
    """Whether weights above 0 of the groups, with weights of more that are not below, add up to 1 for each player."""
    every = [*groups, *more]
    # With weights of at least 1: whatever they add up to, they can be scaled.
    columns = [[float(player in group) for player in players] for group in every]
    matrix = np.array([*columns, [-1.0] * len(players)]).T
    bounds = [*((1, None) for _ in groups), *((0, None) for _ in more), (0, None)]
    solved = linprog(np.zeros(len(every) + 1), A_eq=matrix, b_eq=np.zeros(len(players)), bounds=bounds)
    return bool(solved.status == 0)


def test_the_criterion_tells_other_shares_apart() -> None:
    # The second and third players are in no coalition without the first.
    groups = [frozenset({"first"}), frozenset({"first", "second"})]
    assert not _is_balanced(["first", "second", "third"], groups, [])


def test_large_amounts_are_exact() -> None:
    players = ["a", "b", "c"]
    lengths = {"a": 10**12 + 1, "b": 2 * 10**12 + 7, "c": 3 * 10**12 + 11}
    found = nucleolus(players, airport(lengths))
    assert found == littlechild(lengths)
    assert sum(found.values()) == lengths["c"]


def test_one_player_and_none() -> None:
    assert nucleolus(["a"], lambda group: Fraction(7 * len(group))) == {"a": 7}
    assert nucleolus([], lambda _: Fraction(0)) == {}


def test_too_many_players_are_refused() -> None:
    with pytest.raises(Unanswerable, match=f"at most {MOST} buyers: this pool has 13"):
        nucleolus([str(at) for at in range(13)], lambda _: Fraction(0))
