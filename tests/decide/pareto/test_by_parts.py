"""Fronts of cases whose services do not couple: added up from those of their parts."""

import json
from random import Random
from typing import Any

import pytest

from models import Case, Options
from models.front import Front
from selector import evaluate, pareto
from selector.decide.pareto import answer as plain
from selector.decide.pareto import by_parts
from tests.decide.pareto.enumerated import front, held, values
from tests.decide.pareto.told import told
from tests.references.tender import offer, tender

_NAMES = ("cost", "quality", "disruption")
_SERVICES = ("it", "hr")


def _case(seed: int, *, penny: bool = False, **changes: Any) -> Case:
    """Two services that nothing couples: bidders of their own, with a charge for setting up, and for each lot two bids or three."""
    random = Random(seed)
    bids = [
        offer(
            f"{service}{bidder}/{buyer}",
            random.randint(1000, 1010) / 100 if penny else random.randint(50, 250),
            f"{buyer}:{service}",
            scores={"q": random.randint(1, 9)},
        )
        for service in _SERVICES
        for bidder in range(3)
        for buyer in "abc"
        if bidder < 2 or random.random() < 0.5
    ]
    bidders = [
        {"id": name, "name": name, "kind": "private", "viability_floor": 0, "setup": {name[:2]: random.randint(5, 60)}}
        for name in sorted({bid["bidder"] for bid in bids})
    ]
    return tender(
        {"a": 100, "b": 200, "c": 350},
        _SERVICES,
        bids,
        bidders=bidders,
        criteria=[{"id": "q", "name": "Q"}],
        **changes,
    )


def _document(case: Case) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(case.model_dump_json(exclude_none=True))
    return document


@pytest.fixture
def only_by_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no search of the whole."""
    monkeypatch.delattr(plain, "Search")


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("penny", [False, True])
@pytest.mark.usefixtures("only_by_parts")
def test_the_front_is_that_of_enumeration(seed: int, penny: bool) -> None:
    case = _case(seed, penny=penny)
    found = pareto(case, objectives=_NAMES, isolated=False)
    expected = front(_document(case), _NAMES)

    assert found.complete
    assert told(found) == expected.keys()
    for each in found.points:
        assert any(frozenset(each.bids) in awards for awards in expected.values())
    assert sum(each.best for each in found.points) == (1 if found.on_front else 0)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.usefixtures("only_by_parts")
def test_with_an_epsilon_every_award_is_near_a_point(seed: int) -> None:
    case, epsilon = _case(seed), 0.1
    found = pareto(case, objectives=_NAMES, epsilon=epsilon, isolated=False)
    awards = {values(each, _NAMES) for each in held(_document(case))}

    assert found.complete
    assert told(found) <= awards
    for award in awards:
        assert any(
            all(a - int(epsilon * abs(a)) <= b for a, b in zip(point, award, strict=True)) for point in told(found)
        )


@pytest.mark.parametrize("seed", range(3))
def test_as_the_plain_way(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(seed)
    award = evaluate(case, isolated=False)
    with monkeypatch.context() as patched:
        patched.delattr(plain, "Search")
        several = _asked(case, award=award)
    monkeypatch.setattr(by_parts, "parts", lambda _: ())
    whole = _asked(case, award=award)

    assert several.complete
    assert told(several) == told(whole)


def test_in_processes_as_here(monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(1)
    award = evaluate(case, isolated=False)
    here = told(_asked(case, award=award))
    monkeypatch.delattr(plain, "Search")

    assert told(pareto(case, award=award, objectives=_NAMES, workers=2)) == here


def test_what_the_check_does_not_accept_is_searched_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case(2)
    expected = front(_document(case), _NAMES)
    monkeypatch.setattr(by_parts, "checked", lambda *_: {})
    found = pareto(case, objectives=_NAMES, isolated=False)

    assert found.complete
    assert told(found) == expected.keys()


@pytest.mark.usefixtures("only_by_parts")
def test_stopped_on_the_way_it_tells_what_is_true() -> None:
    case = _case(3)
    award, expected = evaluate(case, isolated=False), {values(each, _NAMES) for each in held(_document(case))}
    begun: list[int] = []

    def tell(so_far: Front) -> None:
        begun.append(so_far.searches)

    found = pareto(case, award=award, objectives=_NAMES, on_front=tell, stop=lambda: bool(begun), isolated=False)

    assert told(found) <= expected
    assert not pareto(case, Options(time_limit=1e-9), award=award, objectives=_NAMES, isolated=False).complete


def _asked(case: Case, **more: Any) -> Front:
    return pareto(case, objectives=_NAMES, isolated=False, **more)
