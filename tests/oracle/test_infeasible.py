"""The infeasible cases are valid, repeatable, and have every family of members in their conflicts."""

import functools
import json
from collections import Counter
from collections.abc import Sequence

import pytest

from models import read_case
from tests.oracle.enumerate import solve
from tests.oracle.infeasible import MOST_AWARDS, infeasible_by_board, infeasible_case, infeasible_in_integers
from tests.oracle.reading import Document
from tests.oracle.repairs import Repairs
from tests.oracle.ways import ways

_loose = functools.cache(infeasible_case)
_by_board = functools.cache(infeasible_by_board)
_in_integers = functools.cache(infeasible_in_integers)

_FAMILIES = (
    "floor",
    "floor_by_kind",
    "capacity",
    "capacity_wte",
    "min_providers",
    "max_providers",
    "viability",
    "mobilised_lots",
    "mobilised_wte",
    "budget",
    "liability_cap",
    "min_mean_quality",
    "quality_standard",
    "minimum",
    "min_quality",
    "shape",
    "veto",
    "shortlist",
    "max_lots",
    "joint",
    "contiguity",
    "partner_only",
    "framework",
    "competition",
)


def test_same_seed_same_case() -> None:
    for draw in infeasible_case, infeasible_by_board, infeasible_in_integers:
        texts = [json.dumps(draw(seed)) for seed in range(3)]
        assert texts == [json.dumps(draw(seed)) for seed in range(3)]
        assert len(set(texts)) == 3


def test_cases_are_valid_small_and_infeasible() -> None:
    for seed in range(8):
        for document in _loose(seed), _by_board(seed), _in_integers(seed):
            read_case(json.dumps(document))
            assert not solve(json.loads(json.dumps(document))).feasible
            assert 1 < len({award.ids for award, _ in ways(document)}) <= MOST_AWARDS


@pytest.mark.deep
def test_every_family_is_in_some_conflict_of_70_cases() -> None:
    cases = [_loose(seed) for seed in range(70)]
    families, sizes = _census(cases)
    assert {family for family in _FAMILIES if families[family] < 2} == set()
    assert families.keys() <= set(_FAMILIES)
    assert all(sizes[size] >= 5 for size in (1, 2, 3)), sizes
    assert sum(sizes[size] for size in sizes if size > 3) >= 3, sizes


def test_what_the_board_states_is_in_some_conflict_of_15_cases() -> None:
    families, sizes = _census([_by_board(seed) for seed in range(15)])
    assert all(families[family] >= 2 for family in ("rule", "pick", "exclusion")), families
    assert all(sizes[size] for size in (1, 2, 3)), sizes


@pytest.mark.deep
def test_conflicts_in_integers_are_of_several_members() -> None:
    families, sizes = _census([_in_integers(seed) for seed in range(30)])
    assert sum(families[family] >= 2 for family in _FAMILIES) >= 12, families
    assert all(sizes[size] >= 2 for size in (2, 3, 4)), sizes


def _census(cases: Sequence[Document]) -> tuple[Counter[str], Counter[int]]:
    """In how many cases a family is in some minimal conflict, and how large the first found is."""
    families: Counter[str] = Counter()
    sizes: Counter[int] = Counter()
    for case in cases:
        repairs = Repairs(case)
        families.update({name.partition("[")[0] for name in repairs.in_conflict()})
        sizes[len(repairs.conflict())] += 1
    return families, sizes
