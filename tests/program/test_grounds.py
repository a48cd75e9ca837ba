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


@pytest.mark.parametrize("seed", range(6))
def test_rows_hold_where_the_ground_hangs_together(seed: int) -> None:
    dice = random.Random(seed)
    places = "abcde"
    path = [[one, other] for one, other in itertools.pairwise(places)]
    every = [[one, other] for at, one in enumerate(places) for other in places[at + 1 :]]
    neighbours = [pair for pair in every if pair in path or dice.random() < 0.3]
    case: dict[str, Any] = {"it": dict.fromkeys(places, 1)}
    found = one_service(
        dict.fromkeys("xy", case["it"]),
        services=[{"id": "it", "name": "IT", "contiguity": {"of": "buyer"}}],
        neighbours=neighbours,
    )
    program = lay(appraise(found))
    verdicts = set()
    for accepted in awards(program):
        grounds = [{place for place in places if f"accept[{bidder}/{place}]" in accepted} for bidder in "xy"]
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
