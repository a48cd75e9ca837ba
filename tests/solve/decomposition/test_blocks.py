"""What is a block, and what couples blocks."""

import numpy as np
import pytest
from hypothesis import given, settings

from selector.program import Program
from selector.solve.decomposition import blocks as file
from selector.solve.decomposition.blocks import blocks
from tests.solve.decomposition.programs import drawn, program, two_services


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "_SMALL", 1)


def test_services_that_nothing_couples_are_a_block_each() -> None:
    found = blocks(two_services())
    assert [each.tolist() for each in found.columns] == [[0, 1], [2, 3]]
    assert [each.tolist() for each in found.rows] == [[0], [1]]
    assert not len(found.coupling)


def test_a_row_across_services_couples_them_and_ties_nothing() -> None:
    found = blocks(two_services(([0, 1, 0, 1], 0, 1)))
    assert [each.tolist() for each in found.columns] == [[0, 1], [2, 3]]
    assert found.coupling.tolist() == [2]


def test_without_groups_a_row_across_is_no_coupling_but_a_tie() -> None:
    coupled = two_services(([0, 1, 0, 1], 0, 1))
    ungrouped = program(coupled.matrix.toarray().tolist(), coupled.row_lower.tolist(), coupled.row_upper.tolist())
    found = blocks(ungrouped)
    assert [each.tolist() for each in found.columns] == [[0, 1, 2, 3]]
    assert not len(found.coupling)


def test_what_one_service_holds_apart_is_a_block_each() -> None:
    found = blocks(program([[1, 1, 0, 0], [0, 0, 1, 1]], [1, 1], [1, 1], group=[0, 0, 0, 0]))
    assert [each.tolist() for each in found.columns] == [[0, 1], [2, 3]]


def test_small_blocks_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "_SMALL", 3)
    found = blocks(program([[1, 1, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]], [1, 1, 1], [1, 1, 1]))
    assert [each.tolist() for each in found.columns] == [[0, 1, 2], [3, 4]]
    assert [each.tolist() for each in found.rows] == [[0], [1, 2]]


@pytest.mark.parametrize("least", [1, 3])
def test_rows_without_columns_are_of_some_block(least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """None may be lost: one that nothing can keep makes its block, and so the whole, infeasible."""
    monkeypatch.setattr(file, "_SMALL", least)
    found = blocks(program([[0, 0, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1]], [1, 1, 1], [1, 1, 1]))
    assert sorted(int(row) for rows in found.rows for row in rows) == [0, 1, 2]


@settings(deadline=None, max_examples=80)
@given(drawn(continuous=True))
def test_blocks_and_coupling_hold_everything_once(case: tuple[Program, object]) -> None:
    whole, _ = case
    if not whole.matrix.shape[1]:
        return
    found = blocks(whole)
    columns = np.concatenate(found.columns)
    rows = np.concatenate([*found.rows, found.coupling])
    assert sorted(columns.tolist()) == list(range(whole.matrix.shape[1]))
    assert sorted(rows.tolist()) == list(range(whole.matrix.shape[0]))
    for own, of_it in zip(found.columns, found.rows, strict=True):
        assert set(whole.matrix[of_it].indices.tolist()) <= set(own.tolist())
