"""The random cases are valid, repeatable, and exercise every family of rules."""

import json
import re
from collections import Counter

import pytest

from models import read_case
from tests.oracle.enumerate import awards, solve
from tests.oracle.families import FAMILIES, families
from tests.oracle.objectives import Candidate, candidate, optimal, settled
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.rows import broken
from tests.oracle.tables import Case


def test_same_seed_same_case() -> None:
    texts = [json.dumps(random_case(seed)) for seed in range(50)]
    assert texts == [json.dumps(random_case(seed)) for seed in range(50)]
    assert len(set(texts)) == 50


@pytest.mark.parametrize("seed", range(50))
def test_case_is_valid_and_small(seed: int) -> None:
    document = random_case(seed)
    text = json.dumps(document)
    lots = [lot.id for lot in read_case(text).tendered]
    answer = solve(json.loads(text))
    assert answer == solve(document)
    assert list(read(document).lots) == lots
    assert answer.award is None or len(answer.award) == len(lots)


def test_every_family_is_on_in_some_of_200_cases() -> None:
    on = Counter(name for seed in range(200) for name in families(random_case(seed)))
    assert {name: on[name] for name in FAMILIES if on[name] < 5} == {}


def test_most_cases_are_feasible_and_many_have_ties() -> None:
    answers = [solve(random_case(seed)) for seed in range(100)]
    assert 60 <= sum(answer.feasible for answer in answers) <= 80
    assert 15 <= sum(answer.tied > 1 for answer in answers) <= 40
    assert sum(answer.feasible_count > 10 for answer in answers) >= 20


@pytest.mark.deep
def test_every_rule_decides_some_of_300_cases() -> None:
    """Left out alone, each rule changes the best award, or whether there is one, in several cases."""
    decided: Counter[str] = Counter()
    for seed in range(300):
        case = read(random_case(seed))
        judged = [(candidate(case, award), frozenset(map(_family, broken(case, award)))) for award in awards(case)]
        usual = _best(case, [award for award, names in judged if not names])
        for family in frozenset().union(*(names for _, names in judged)):
            decided[family] += usual != _best(case, [award for award, names in judged if names <= {family}])
    assert {name: decided[name] for name in _RULES if decided[name] < 2} == {}
    assert decided.keys() <= set(_RULES)


_RULES = (
    "floor[,]",
    "capacity[,]",
    "shared_capacity[,]",
    "capacity_wte[]",
    "min_providers[]",
    "max_providers[]",
    "viability[]",
    "budget[,]",
    "liability_cap[]",
    "liability_cap",
    "min_mean_quality[]",
    "shape[]",
    "quality_standard[]",
    "quality_standard[,]",
)


def _family(rule: str) -> str:
    """The rule's name without the ids."""
    return re.sub(r"[^\[\],]+(?=[,\]])", "", rule)


def _best(case: Case, feasible: list[Candidate]) -> list[tuple[str, ...]]:
    return [award.ids for award in settled(optimal(case, feasible)[0])] if feasible else []
