"""What is known of the whole: the best award, the bound, and who hears of them."""

import math

import numpy as np
import pytest

from selector.solve.backend import Watch
from selector.solve.decomposition.ledger import Ledger

GOAL = np.array([3.0, 5.0])


class Heard:
    """All that a watch is told."""

    def __init__(self, enough: float = math.inf) -> None:
        self.awards: list[list[int]] = []
        self.bounds: list[float] = []
        self.wishes = False
        self.watch = Watch(
            lambda columns: self.awards.append(columns.tolist()),
            self.bounds.append,
            lambda bound: bound >= enough,
            lambda: self.wishes,
        )


def test_only_better_awards_are_taken_and_told() -> None:
    heard = Heard()
    ledger = Ledger(GOAL, heard.watch, absolute_gap=0, relative_gap=0)
    ledger.offer(lambda: None)
    for award in ([1.0, 1.0], [0.0, 1.0], [1.0, 1.0], [0.0, 1.0], [1.0, 0.0]):
        ledger.offer(lambda award=award: np.array(award))  # type: ignore[misc]
    assert heard.awards == [[1, 1], [0, 1], [1, 0]]
    assert ledger.value == 3
    assert ledger.best is not None
    assert ledger.best.tolist() == [1, 0]


def test_bounds_only_rise() -> None:
    heard = Heard()
    ledger = Ledger(GOAL, heard.watch, absolute_gap=0, relative_gap=0)
    for bound in (1.0, 0.5, 2.0, math.nan, -math.inf):
        ledger.raise_bound(bound)
    assert ledger.bound == 2
    assert heard.bounds == sorted(heard.bounds)


@pytest.mark.parametrize(
    ("absolute", "relative", "bound", "done"),
    [
        (0.0, 0.0, 3.0, True),
        (0.0, 0.0, 2.99, False),
        (0.5, 0.0, 2.5, True),
        (0.5, 0.0, 2.4, False),
        (0.0, 0.1, 2.7, True),
        (0.0, 0.1, 2.6, False),
    ],
)
def test_it_is_done_within_either_gap(absolute: float, relative: float, bound: float, *, done: bool) -> None:
    ledger = Ledger(GOAL, Heard().watch, absolute_gap=absolute, relative_gap=relative)
    ledger.raise_bound(bound)
    assert not ledger.done
    ledger.offer(lambda: np.array([1.0, 0.0]))
    assert ledger.done is done


def test_a_watch_that_has_enough_ends_it() -> None:
    ledger = Ledger(GOAL, Heard(enough=1.0).watch, absolute_gap=0, relative_gap=0)
    ledger.offer(lambda: np.array([1.0, 0.0]))
    assert not ledger.done
    ledger.raise_bound(1.0)
    assert ledger.done


def test_showing_an_award_claims_nothing_of_its_worth() -> None:
    heard = Heard()
    ledger = Ledger(GOAL, heard.watch, absolute_gap=0, relative_gap=0)
    ledger.tell(np.array([0.0, 0.9999999999]))
    assert heard.awards == [[0, 1]]
    assert ledger.best is None
    assert ledger.value == math.inf
    heard.wishes = True
    assert ledger.stop()
