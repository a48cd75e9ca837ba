"""The moves that save the most, against a linear program that knows nothing of how they are found."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from selector.appraise import Redeployment, most_saving, saving

_COUNTS = st.integers(0, 30)


@st.composite
def _networks(draw: st.DrawFn) -> tuple[Redeployment, list[int]]:
    groups, vacancies = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    every = [(group, vacancy) for group in range(groups) for vacancy in range(vacancies)]
    moves = sorted(draw(st.sets(st.sampled_from(every), min_size=1)))
    nothing = np.zeros(0, dtype=np.int64)
    redeployment = Redeployment(
        groups=[f"g{group}" for group in range(groups)],
        saving=[Fraction(draw(_COUNTS), 7) for _ in range(groups)],
        group=nothing,
        pair=nothing,
        displaced=nothing,
        vacancies=[f"v{vacancy}" for vacancy in range(vacancies)],
        bidder=np.array([draw(st.integers(0, 1)) for _ in range(vacancies)]),
        posts=np.array([draw(_COUNTS) for _ in range(vacancies)]),
        moves=np.array(moves),
    )
    return redeployment, [draw(_COUNTS) for _ in range(groups)]


@given(_networks())
def test_no_moves_save_more(network: tuple[Redeployment, list[int]]) -> None:
    redeployment, displaced = network
    active = np.array([0])
    moves = most_saving(redeployment, displaced, active)
    open_posts = np.where(redeployment.bidder == 0, redeployment.posts, 0)
    for group, supply in enumerate(displaced):
        assert sum(moved for (one, _), moved in moves.items() if one == group) <= supply
    for vacancy, room in enumerate(open_posts):
        assert sum(moved for (_, one), moved in moves.items() if one == vacancy) <= room
    assert all(moved > 0 and list(move) in redeployment.moves.tolist() for move, moved in moves.items())

    leaving = np.array([redeployment.moves[:, 0] == group for group in range(len(displaced))])
    entering = np.array([redeployment.moves[:, 1] == vacancy for vacancy in range(len(open_posts))])
    worth = np.array([float(redeployment.saving[group]) for group in redeployment.moves[:, 0]])

    def most(weights: NDArray[np.float64]) -> float:
        found = linprog(-weights, np.vstack([leaving, entering]), [*displaced, *open_posts], bounds=(0, None))
        assert found.fun is not None
        return -float(found.fun)

    assert np.isclose(float(saving(redeployment, moves)), most(worth), rtol=1e-9, atol=1e-9)
    # Who saves nothing moves too, if there is room: the moves are as many as can be.
    assert np.isclose(sum(moves.values()), most(np.ones(len(worth))), rtol=1e-9, atol=1e-9)


def test_who_saves_less_makes_way() -> None:
    """One post that both can fill and one that only the cheaper can: both posts are filled, by the right people."""
    nothing = np.zeros(0, dtype=np.int64)
    redeployment = Redeployment(
        groups=("dear", "cheap"),
        saving=(Fraction(10), Fraction(1)),
        group=nothing,
        pair=nothing,
        displaced=nothing,
        vacancies=("near", "far"),
        bidder=np.array([0, 0]),
        posts=np.array([1, 1]),
        moves=np.array([(0, 0), (1, 0), (1, 1)]),
    )
    assert dict(most_saving(redeployment, [1, 1], np.array([0]))) == {(0, 0): 1, (1, 1): 1}
