"""Weights moved, held against the oracle: every award of a small case, weighed directly at every point of a fine grid."""

import copy
import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import pytest

from models import Case, MoneyValued, Ratio
from models.stability import Stability, TurningPoint, WeightMap
from selector import evaluate, read_case
from selector.decide.stability import stability
from selector.decide.stability.weights import UNWEIGHTED
from tests.decide.stability.weighty import weighty_case
from tests.oracle.board_case import board_case
from tests.oracle.enumerate import awards
from tests.oracle.near_equal import near_equal_case
from tests.oracle.objectives import Candidate, candidate, figure, levels
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.rows import broken

Document = dict[str, Any]
Vector = tuple[Fraction, ...]
_NAMES = ("cost", "liability_weight", "disruption_value", "quality_value")
_GRID = 12


@pytest.mark.parametrize("seed", range(16))
def test_the_map_is_that_of_direct_solves(seed: int) -> None:
    _compare(seed, weighty_case)


@pytest.mark.parametrize("seed", range(4))
def test_the_map_is_that_of_direct_solves_of_any_case(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.parametrize("seed", range(4))
def test_the_map_is_that_of_direct_solves_of_boards(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(16, 150))
def test_the_map_is_that_of_direct_solves_at_length(seed: int) -> None:
    _compare(seed, weighty_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(4, 100))
def test_the_map_is_that_of_direct_solves_of_any_case_at_length(seed: int) -> None:
    _compare(seed, random_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(4, 100))
def test_the_map_is_that_of_direct_solves_of_boards_at_length(seed: int) -> None:
    _compare(seed, board_case)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(20))
def test_the_map_is_that_of_direct_solves_where_prices_are_pennies_apart(seed: int) -> None:
    _compare(seed, near_equal_case)


def _compare(seed: int, draw: Callable[[int], Document]) -> None:
    document = draw(seed)
    case = read_case(json.dumps(document))
    award = evaluate(case, isolated=False)
    if award.status == "infeasible":
        assert stability(case, samples=0, isolated=False).ranges == ()
        return
    found = stability(case, award=award, samples=0, isolated=False)
    best = frozenset(row.bid for row in award.awards)
    if isinstance(case.objective, Ratio) and case.objective.formula not in UNWEIGHTED:
        _held(case, found, _scores(document), best)
        _criteria_held(case, document, found, best)
    elif isinstance(case.objective, MoneyValued):
        _held(case, found, _vectors(document), best)
        _criteria_held(case, document, found, best)
    else:
        assert found.no_weights is not None
        assert (found.ranges, found.smallest, found.map) == ((), None, None)


def _held(case: Case, found: Stability, known: dict[frozenset[str], Vector], best: frozenset[str]) -> None:
    assert found.no_weights is None
    assert found.within is not None
    within = 2 * Fraction(found.within)
    own = known[best]
    today = _today(case)
    for row in found.ranges:
        at = 0 if row.weight == "price_weight" else _NAMES.index(row.weight)
        for turn, up in ((row.below, False), (row.above, True)):
            assert turn.proof in ("exact", "never"), row.weight
            for share in (Fraction(1, 4), Fraction(9, 10), Fraction(999, 1000), Fraction(1)):
                weight = _moved(case, today, at, _between(today[at], turn, share, up=up))
                assert _ahead(weight, own, known) <= _scaled(within, weight, today)
            if turn.ends is not None:
                beyond = _moved(case, today, at, _beyond(today[at], Fraction(turn.ends), up=up))
                then = known[_named(known, turn)]
                assert weighed(beyond, then) <= weighed(beyond, own)
    if found.map is not None:
        assert found.map.complete
        assert abs(sum(float(each.share) for each in found.map.regions) - 1) < 1e-3
        _mapped(case, found.map, known, within)
    _smallest(case, found, own, known, within)


def _criteria_held(case: Case, document: Document, found: Stability, best: frozenset[str]) -> None:
    """At shares of a criterion where the award is said to be the best, it is so in the case that states them."""
    value, within = _today(case)[-1], 2 * Fraction(found.within or 0)
    for row in found.criteria:
        for turn, end in ((row.below, Fraction(0)), (row.above, Fraction(1))):
            assert turn.proof in ("exact", "never"), row.criterion
            last = end if turn.ends is None else Fraction(turn.ends)
            for part in (Fraction(1, 2), Fraction(97, 100)):
                changed = _weighing(document, row.criterion, Fraction(row.stated) * (1 - part) + last * part)
                known, weight = _vectors(changed), _today(case)
                if isinstance(case.objective, Ratio):
                    known, weight = _scores(changed, alone=False), (Fraction(1), Fraction(0))
                assert _ahead(weight, known[best], known) <= within + value / 500 + Fraction(1, 100), row.criterion


def _weighing(document: Document, criterion: str, share: Fraction) -> Document:
    """The case with a criterion that has a share of the weights it is weighed with."""
    document = copy.deepcopy(document)
    rows = {row["id"]: row for row in document["criteria"]}
    parent = rows[criterion].get("parent")
    others = [
        row
        for row in rows.values()
        if row.get("parent") == parent and row["id"] != criterion and _together(row, rows[criterion])
    ]
    for row in others:
        row["weight"] = str(round(float(1 - share) * float(row.get("weight", 1)), 6) or "0.000001")
    total = sum(Fraction(row["weight"]) for row in others)
    rows[criterion]["weight"] = f"{float(share / (1 - share) * total) if share < 1 else 1000:.6f}"
    return document


def _together(one: Document, other: Document) -> bool:
    """Whether two criteria apply to one service, as far as they say themselves."""
    named = [row["services"] for row in (one, other) if row.get("services") is not None]
    return all(named) and (len(named) < 2 or bool(set(named[0]) & set(named[1])))


def _smallest(case: Case, found: Stability, own: Vector, known: dict[frozenset[str], Vector], within: Fraction) -> None:
    """Off by less than it in any direction, the award stays the best; there, another is as good."""
    change, today = found.smallest, _today(case)
    if change is None:
        return
    assert change.at.proof in ("exact", "never")
    if isinstance(case.objective, Ratio):
        return  # that of the one range
    most = Fraction(1) if change.at.ends is None else Fraction(change.at.ends) * Fraction(999, 1000)
    for signs in _signs():
        weight = tuple(each * (1 + most * sign) for each, sign in zip(today, signs, strict=True))
        assert _ahead(weight, own, known) <= _scaled(within, weight, today)
    if change.at.ends is not None:
        there = tuple(
            Fraction(change.weights.get(name, 1)) if each else each for name, each in zip(_NAMES, today, strict=True)
        )
        then = known[_named(known, change.at)]
        assert abs(weighed(there, own) - weighed(there, then)) <= _scaled(within, there, today) + Fraction(1, 100)


def _signs() -> Iterator[tuple[Fraction, ...]]:
    steps = [Fraction(each, 2) for each in range(-2, 3)]
    yield from ((Fraction(0), one, other, third) for one in steps for other in steps for third in steps)


def _mapped(case: Case, drawn: WeightMap, known: dict[frozenset[str], Vector], within: Fraction) -> None:
    """At each point of the grid the best of all awards is one whose region the point is in."""
    today = _today(case)
    for shares in _grid(len(drawn.weights)):
        weight = _weight(case, drawn, shares)
        least = min(weighed(weight, vector) for vector in known.values())
        inside = [each for each in drawn.regions if _is_inside(each.corners, shares)]
        assert inside, shares
        # Of regions thinner than the last figure of a corner several may seem to hold a point.
        nearest = min(weighed(weight, known[frozenset(each.award.bids)]) for each in inside)
        assert nearest - least <= _scaled(within, weight, today), shares


def _grid(many: int) -> Iterator[tuple[Fraction, ...]]:
    for one in range(_GRID + 1):
        if many == 2:
            yield Fraction(one, _GRID), 1 - Fraction(one, _GRID)
            continue
        for two in range(_GRID + 1 - one):
            yield Fraction(one, _GRID), Fraction(two, _GRID), Fraction(_GRID - one - two, _GRID)


def _is_inside(corners: Any, shares: tuple[Fraction, ...]) -> bool:
    """Whether a point is in the convex region of some corners, but for the last figure to which these are told."""
    point = [float(each) for each in shares]
    places = [[float(each) for each in corner] for corner in corners]
    if not all(
        min(each) - 1e-7 <= at <= max(each) + 1e-7 for at, each in zip(point, zip(*places, strict=True), strict=True)
    ):
        return False
    turns = [
        (other[0] - one[0]) * (point[1] - one[1]) - (other[1] - one[1]) * (point[0] - one[0])
        for one, other in zip(places, [*places[1:], places[0]], strict=True)
    ]
    return len(point) == 2 or all(each >= -1e-7 for each in turns) or all(each <= 1e-7 for each in turns)


def _weight(case: Case, drawn: WeightMap, shares: tuple[Fraction, ...]) -> Vector:
    names = ("price_weight", "quality_weight") if isinstance(case.objective, Ratio) else _NAMES
    share: dict[str, Fraction] = dict(zip(drawn.weights, shares, strict=True))
    today = (Fraction(1),) * 2 if isinstance(case.objective, Ratio) else _today(case)
    stretch = 1 if isinstance(case.objective, Ratio) else len(shares)
    return tuple(share.get(name, Fraction(0)) * stretch * each for name, each in zip(names, today, strict=True))


def _today(case: Case) -> Vector:
    objective = case.objective
    if isinstance(objective, Ratio):
        both = Fraction(objective.price_weight) + Fraction(objective.quality_weight)
        return Fraction(objective.price_weight) / both, Fraction(objective.quality_weight) / both
    assert isinstance(objective, MoneyValued)
    values = (objective.liability_weight, objective.disruption_value, objective.quality_value)
    return (Fraction(1), *map(Fraction, values))


def _between(today: Fraction, turn: TurningPoint, share: Fraction, *, up: bool) -> Fraction:
    """A figure on the way to where it ends, and just short of that; far away where it does not."""
    if turn.ends is not None:
        return today + (Fraction(turn.ends) - today) * share * (1 - Fraction(1, 10**8))
    return today * (1 - share) if not up else today + share * (10 * today or 10**4)


def _beyond(today: Fraction, ends: Fraction, *, up: bool) -> Fraction:
    step = (abs(ends - today) + abs(ends)) / 10**6
    return ends + step if up else max(ends - step, Fraction(0))


def _moved(case: Case, today: Vector, at: int, value: Fraction) -> Vector:
    if isinstance(case.objective, Ratio):
        share = min(value, Fraction(1))
        return share, 1 - share
    return tuple(value if place == at else each for place, each in enumerate(today))


def _ahead(weight: Vector, own: Vector, known: dict[frozenset[str], Vector]) -> Fraction:
    return weighed(weight, own) - min(weighed(weight, vector) for vector in known.values())


def _scaled(within: Fraction, weight: Vector, today: Vector) -> Fraction:
    """What counts as good at other weights: more where they are together so much larger than those of today."""
    return within * sum((each / now if now else 1 + each for each, now in zip(weight, today, strict=True)), Fraction(1))


def weighed(weight: Vector, vector: Vector) -> Fraction:
    """What an award comes to at some weights."""
    return sum((each * part for each, part in zip(weight, vector, strict=True)), Fraction(0))


def _named(known: dict[frozenset[str], Vector], turn: TurningPoint) -> frozenset[str]:
    assert turn.then is not None
    return frozenset(turn.then.bids)


def _held_awards(document: Document) -> tuple[Any, list[Candidate]]:
    """Awards that keep every rule, and those of a priority as well as any."""
    case = read(document)
    held = [candidate(case, award) for award in awards(case) if next(broken(case, award), None) is None]
    for level in levels(case):
        if held and level.name.startswith("priority "):
            best = min(Fraction(figure(case, level, each)) for each in held)
            held = [each for each in held if figure(case, level, each) == best]
    return case, held


def _vectors(document: Document) -> dict[frozenset[str], Vector]:
    """Of each award: £ of cost and penalties, £ of liability, disruption, and minus quality."""
    _, held = _held_awards(document)
    return {
        frozenset(each.ids): (
            Fraction(each.totals.cost, 100) + each.totals.penalties,
            (sum_of_liability(each) - each.totals.saving) / 100,
            each.totals.disruption,
            -each.totals.quality,
        )
        for each in held
    }


def sum_of_liability(each: Candidate) -> Fraction:
    """Pence of liability before redeployment."""
    return Fraction(each.totals.liability + each.totals.redeployed)


def _scores(document: Document, *, alone: bool = True) -> dict[frozenset[str], Vector]:
    """Of each award: minus its mean score, that of price ``alone`` unless it says otherwise, and minus its mean quality."""
    if alone:
        document = document | {"objective": document["objective"] | {"price_weight": 1, "quality_weight": 0}}
    _, held = _held_awards(document)
    return {frozenset(each.ids): (-each.score, -each.totals.quality) for each in held}
