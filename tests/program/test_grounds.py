"""Contiguity as rows: over every award of small maps, the rows hold exactly where the ground of each provider hangs together."""

import itertools
import random
from typing import Any

import pytest

from selector import appraise, lay
from tests.program.fixing import awards, extent
from tests.references.small import one_service


def _hangs_together(places: set[str], neighbours: list[list[str]]) -> bool:
    reached = {min(places)}
    while grown := {
        other
        for one, other in [*neighbours, *([b, a] for a, b in neighbours)]
        if one in reached and other in places - reached
    }:
        reached |= grown
    return reached == places


_PLACES = "abcde"
_EVERY = [[one, other] for at, one in enumerate(_PLACES) for other in _PLACES[at + 1 :]]


def _in_one_part(seed: int) -> list[list[str]]:
    path = [[one, other] for one, other in itertools.pairwise(_PLACES)]
    dice = random.Random(seed)
    return [pair for pair in _EVERY if pair in path or dice.random() < 0.3]


_MAPS = [
    *map(_in_one_part, range(6)),
    [["a", "b"], ["d", "e"]],
    [["a", "b"], ["b", "c"], ["d", "e"]],
    [["a", "b"], ["b", "c"], ["c", "d"], ["a", "d"]],
]
"""The last three fall apart: into a single place, pairs, and a larger part beside smaller ones."""


@pytest.mark.parametrize("neighbours", _MAPS)
def test_rows_hold_where_the_ground_hangs_together(neighbours: list[list[str]]) -> None:
    places = _PLACES
    case: dict[str, Any] = {"it": dict.fromkeys(places, 1)}
    found = one_service(
        dict.fromkeys("xyz", case["it"]),
        services=[{"id": "it", "name": "IT", "contiguity": {"of": "buyer"}}],
        neighbours=neighbours,
    )
    program = lay(appraise(found))
    verdicts = set()
    for accepted in awards(program):
        grounds = [{place for place in places if f"accept[{bidder}/{place}]" in accepted} for bidder in "xyz"]
        kept = all(_hangs_together(ground, neighbours) for ground in grounds if ground)
        assert (extent(program, accepted, 0) is not None) == kept, accepted
        verdicts.add(kept)
    assert verdicts == {True, False}


def test_where_all_are_neighbours_nothing_is_laid() -> None:
    offers = {"x": {"a": 1, "b": 1}}
    services = [{"id": "it", "name": "IT", "contiguity": {"of": "buyer"}}]
    free = lay(appraise(one_service(offers)))
    bound = lay(appraise(one_service(offers, services=services, neighbours=[["a", "b"]])))
    assert bound.matrix.shape == free.matrix.shape
