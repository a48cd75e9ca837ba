"""What was searched ahead of its turn changes neither the award of a gap nor what is remembered of its parts."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from selector.solve import Goal, Outcome, Plan, solve_here
from selector.solve.decomposition import block, blocks, independent
from selector.solve.memory import Memory
from tests.solve.decomposition.test_decomposed import board

Pieces = Sequence[Callable[[Callable[[], bool]], None]]


def in_their_turn(pieces: Pieces, *_: Any) -> Iterator[None]:
    """Each piece when it is asked for, as nobody searches ahead."""
    yield from (piece(lambda: False) for piece in pieces)


def all_ahead(pieces: Pieces, *_: Any) -> Iterator[None]:
    """All pieces before the first is taken, as many hands may do."""
    for piece in pieces:
        piece(lambda: False)
    yield from (None for _ in pieces)


@pytest.fixture(autouse=True)
def _every_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_SMALL", 1)
    monkeypatch.setattr(block, "_FEW_BIDS", 0)


@pytest.mark.parametrize("gap", [0.0, 0.001, 0.01, 0.05])
@pytest.mark.parametrize("seed", [1, 2, 4, 7, 11, 18])
def test_what_was_searched_ahead_of_its_turn(seed: int, gap: float, monkeypatch: pytest.MonkeyPatch) -> None:
    program, figures = board(seed, coupled=False)
    goal = Goal("cost", np.rint(figures * 100).astype(np.int64), 100)

    def asked(in_order: Callable[..., Iterator[None]]) -> tuple[Outcome, list[tuple[float, list[float]] | None]]:
        monkeypatch.setattr(independent, "in_order", in_order)
        outcome = solve_here(program, Plan((goal,), gap=gap, method="parts", memory=Memory()))
        found = blocks.blocks(program)
        assert outcome.memory is not None
        recalled = [
            outcome.memory.recall(program.part(rows, columns), goal.coefficients[columns] / goal.units)
            for rows, columns in zip(found.rows, found.columns, strict=True)
        ]
        return outcome, [None if each is None else (each[0], each[1].tolist()) for each in recalled]

    one, parts_of_one = asked(in_their_turn)
    many, parts_of_many = asked(all_ahead)
    assert one.accepted is not None
    assert (many.accepted, many.goals) == (one.accepted, one.goals)
    assert parts_of_many == parts_of_one
    assert None not in parts_of_one
