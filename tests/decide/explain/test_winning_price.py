"""Winning prices, held against the oracle, which looks at every award of a small case at the penny found and at others."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from selector import explain, read_case
from tests.decide.explain.judged import mistakes
from tests.oracle.board_case import board_case
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case

Document = dict[str, Any]


@pytest.mark.parametrize(
    ("draw", "seed"),
    [
        *((random_case, seed) for seed in (0, 2, 3, 7, 9, 15)),
        *((near_equal_case, seed) for seed in (1, 3)),
        *((board_case, seed) for seed in (2, 3)),
    ],
)
def test_every_figure_is_that_of_enumeration(draw: Callable[[int], Document], seed: int) -> None:
    _judge(draw(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(80))
def test_every_figure_is_that_of_enumeration_at_length(seed: int) -> None:
    _judge(random_case(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(60))
def test_every_figure_is_that_of_enumeration_where_prices_are_pennies_apart(seed: int) -> None:
    _judge(near_equal_case(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(60))
def test_every_figure_is_that_of_enumeration_of_boards(seed: int) -> None:
    _judge(board_case(seed))


def _judge(document: Document) -> None:
    found = explain(read_case(json.dumps(document)), isolated=False)
    assert list(mistakes(document, found)) == []
