"""The repairs after failures, held against the oracle, which looks at every award that could be one."""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest

from models import Evaluation, Failure
from selector import read_case, resilience
from selector.search import search
from tests.decide.resilience.by_enumeration import Best, best_repair, in_units
from tests.oracle.board_case import board_case
from tests.oracle.near_equal import near_equal_case
from tests.oracle.random_case import random_case

Document = dict[str, Any]
_UP = ("quality", "score")
_ROUNDING = Fraction(2, 10**6)


@pytest.mark.parametrize("seed", range(10))
def test_repairs_are_those_of_enumeration(seed: int) -> None:
    _compare(random_case(seed))


@pytest.mark.parametrize("seed", range(8))
def test_repairs_are_those_of_enumeration_of_boards(seed: int) -> None:
    _compare(board_case(seed))


@pytest.mark.parametrize("seed", range(3))
def test_repairs_are_those_of_enumeration_where_prices_are_pennies_apart(seed: int) -> None:
    _compare(near_equal_case(seed))


@pytest.mark.parametrize("seed", [1019, 3, 5, 9])
def test_repairs_are_those_of_enumeration_where_much_may_be_given_up(seed: int) -> None:
    """Of the first seed a lot is optional, and yet its buyer may not do it."""
    document = random_case(seed)
    levels = [{"objective": "cost", "tolerance": "20000"}, {"objective": "quality", "tolerance": 1}]
    _compare({**document, "objective": {"mode": "lexicographic", "levels": [*levels, {"objective": "liability"}]}})


@pytest.mark.parametrize("seed", range(4))
def test_repairs_are_those_of_enumeration_if_two_fail(seed: int) -> None:
    _compare(random_case(seed), pairs=True)


@pytest.mark.parametrize("seed", range(4))
def test_repairs_are_those_of_enumeration_where_one_gives_way(seed: int) -> None:
    _compare(random_case(seed), freeing=True)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(10, 500))
def test_repairs_are_those_of_enumeration_at_length(seed: int) -> None:
    _compare(random_case(seed), freeing=seed % 3 == 0, pairs=seed % 5 == 0)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(8, 300))
def test_repairs_are_those_of_enumeration_of_boards_at_length(seed: int) -> None:
    _compare(board_case(seed), freeing=seed % 3 == 0, pairs=seed % 5 == 0)


def _compare(document: Document, *, pairs: bool = False, freeing: bool = False) -> None:
    case = read_case(json.dumps(document))
    award = search(case, isolated=False)
    freed = [bidder for bidder in dict.fromkeys(row.bidder for row in award.awards) if bidder in _bidders(document)][:1]
    freed = freed if freeing else []
    found = resilience(case, award=award, pairs=pairs, freed=freed, isolated=False)

    assert found.best.status == award.status
    winners = {row.bidder for row in award.awards} & set(_bidders(document))
    assert winners <= {each.bidders[0] for each in found.failures}
    for each in found.failures:
        _hold(document, award, each, freed)


def _bidders(document: Document) -> list[str]:
    return [bidder["id"] for bidder in document["bidders"]]


def _hold(document: Document, award: Evaluation, each: Failure, freed: Sequence[str]) -> None:
    """Hold one failure against every award that could repair it."""
    gone = {*each.bidders, *_with(document, each.bidders)}
    assert gone == {*each.bidders, *each.partnerships}
    assert set(each.lots) == {row.lot for row in award.awards if row.bidder in gone}
    accepted = {row.lot: row.bid for row in award.awards}
    try:
        best = best_repair(document, accepted, gone, freed)
    except ValueError:
        return
    assert each.status == "optimal", each
    assert (len(each.uncovered), each.people_uncovered) == (best.open_lots, best.people)
    assert abs(Fraction(each.distance) - best.distance) <= Fraction(1, 10**7), (each.distance, float(best.distance))
    assert each.outcome == ("uncovered" if best.open_lots else "broken" if best.distance else "kept")
    _hold_levels(award, each, best)


def _with(document: Document, bidders: Sequence[str]) -> set[str]:
    """The partnerships that fail with some bidders."""
    gone = set(bidders)
    for _ in document["bidders"]:
        gone |= {
            row["id"] for row in document["bidders"] if any(each["bidder"] in gone for each in row.get("partners", ()))
        }
    return gone - set(bidders)


def _hold_levels(award: Evaluation, each: Failure, best: Best) -> None:
    """The first level is proven; of a repair that breaks no rule all are. Later levels may give up some within a tolerance."""
    proven = each.levels if not each.broken else each.levels[:1]
    for level, before, value, stated in zip(
        proven, award.certificate.levels, best.values, best.levels, strict=not each.broken
    ):
        assert level.objective == before.objective == stated.name
        sign = -1 if stated.up else 1
        difference = sign * (in_units(stated, value) - Fraction(before.value))
        assert level.at_least is not None
        assert level.at_most is not None
        found = sign * Fraction(level.at_most)
        assert difference - _ROUNDING <= found <= difference + in_units(stated, stated.tolerance) + _ROUNDING
        assert Fraction(level.at_most) - Fraction(level.at_least) <= _ROUNDING
    if each.totals is not None and not each.uncovered:
        for level in each.levels:
            if level.objective in ("cost", "liability"):
                assert level.at_most == getattr(each.totals, level.objective)


def test_each_outcome_comes_out() -> None:
    """The seeds above are not all of one kind."""
    outcomes = set()
    for seed in range(12):
        found = resilience(read_case(json.dumps(random_case(seed))), isolated=False)
        outcomes |= {each.outcome for each in found.failures}

    assert {"kept", "broken", "uncovered"} <= outcomes
