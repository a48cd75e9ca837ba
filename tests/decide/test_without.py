"""What bids are worth, held against the oracle: the bid taken out of the document, and every award of the rest looked at."""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models import Difference, Options, WithoutBid
from selector import read_case, without
from tests.oracle.board_case import board_case
from tests.oracle.draw.dice import Dice
from tests.oracle.enumerate import Answer, solve
from tests.oracle.random_case import random_case

_QUALITY = Fraction(1, 1_000_000)  # told to six decimals
Document = dict[str, Any]


@pytest.mark.parametrize("seed", range(25))
def test_agrees_with_enumeration(seed: int) -> None:
    _compare(seed)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(25, 400))
def test_agrees_with_enumeration_at_length(seed: int) -> None:
    _compare(seed)


@pytest.mark.parametrize("seed", range(25))
def test_agrees_with_enumeration_of_boards(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(25, 400))
def test_agrees_with_enumeration_of_boards_at_length(seed: int) -> None:
    _compare(seed, board_case)


def _compare(seed: int, draw: Callable[[int], Document] = random_case) -> None:
    document = draw(seed)
    best = solve(document)
    listed = {bid["id"]: bid for bid in document["bids"]}
    asked = _asked(seed, best, list(listed))
    # With a limit, though one that is not reached, awards nearby are looked at too.
    options = Options(time_limit=600) if seed % 2 else None
    found = without(read_case(json.dumps(document, default=str)), asked, options, isolated=False)
    assert (found.best.status == "infeasible") is not best.feasible
    if not best.feasible:
        assert found.bids == ()
        return
    assert found.answered
    assert tuple(each.bid for each in found.bids) == asked
    for each in found.bids:
        assert each.accepted is (each.bid in (best.award or ()))
        _judge(document, best, each)


def _asked(seed: int, best: Answer, bids: list[str]) -> tuple[str, ...]:
    """Two bids that the best award accepts, where it has them, and one more."""
    dice = Dice(f"without {seed}")
    accepted = sorted({bid for bid in best.award or () if bid in bids})
    drawn = dice.sample(accepted, min(2, len(accepted)))
    return tuple(dict.fromkeys((*drawn, dice.choice(bids))))


def _judge(document: Document, best: Answer, found: WithoutBid) -> None:
    rest = solve(_without(document, found.bid))
    if not rest.feasible:
        assert found.without.status == "infeasible"
        assert (found.levels, found.totals, found.handovers, found.others) == ((), None, (), ())
        assert found.sentence.startswith("Without it no award keeps every rule.")
        return
    assert found.without.status == "optimal"
    for difference, now, before in zip(found.levels, rest.objectives, best.objectives, strict=True):
        _same(difference, now, before)
    _same_totals(found, rest, best)
    _same_handovers(found, rest, best)


def _without(document: Document, gone: str) -> Document:
    """The case had the bid never been made: nor has anything then been decided by hand about it."""
    left = dict(document)
    for table, key in (("bids", "id"), ("picks", "bid"), ("exclusions", "bid")):
        if table in document:
            left[table] = [row for row in document[table] if row.get(key) != gone]
    return left


def _same(difference: Difference, now: int | Fraction, before: int | Fraction) -> None:
    exact = Fraction(now) - Fraction(before)
    if difference.objective in ("money_valued", "cost", "liability", "charges", "penalty"):
        exact /= 100
    assert difference.at_least is not None
    assert difference.at_most is not None
    step = 2 * _QUALITY if difference.objective in ("quality", "score") else 0
    assert difference.at_least <= difference.at_most
    assert abs(Fraction(difference.at_least) - exact) <= step
    assert abs(Fraction(difference.at_most) - exact) <= step


def _same_totals(found: WithoutBid, rest: Answer, best: Answer) -> None:
    assert found.totals is not None
    assert rest.totals is not None
    assert best.totals is not None
    assert found.totals.proven
    assert found.totals.cost == Decimal(rest.totals.cost - best.totals.cost) / 100
    assert found.totals.penalty == Decimal(rest.totals.penalty - best.totals.penalty) / 100
    assert found.totals.liability == Decimal(rest.totals.liability - best.totals.liability) / 100
    assert Fraction(found.totals.disruption) == Fraction(rest.totals.disruption) - Fraction(best.totals.disruption)
    assert abs(Fraction(found.totals.quality) - (rest.totals.quality - best.totals.quality)) <= 2 * _QUALITY


def _same_handovers(found: WithoutBid, rest: Answer, best: Answer) -> None:
    assert best.award is not None
    assert rest.award is not None
    moved = sorted((old, new) for old, new in zip(best.award, rest.award, strict=True) if old != new)
    told = [(each.from_bid, each.to_bid) for each in (*found.handovers, *found.others)]
    assert sorted(told) == moved
    assert all(each.from_bid == found.bid for each in found.handovers)
    assert all(each.from_bid != found.bid for each in found.others)
    assert {each.lot for each in found.handovers} == (set(found.lots) if found.accepted else set())
