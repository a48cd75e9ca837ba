"""A child is started before there is work for it, once, and is ended whatever comes of that work."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import selector.evaluation as evaluation_module
from models import Case, CaseInvalid, Options, UnknownName
from selector import evaluate
from selector.appraise import appraise
from selector.solve.ahead import Ahead
from selector.solve.child import Answer, Child, run_in_child
from tests.processes import Started

BOARDS = json.loads((Path(__file__).parents[2] / "examples" / "two-boards.json").read_text(encoding="utf-8"))
CASE = Case.model_validate(BOARDS)
# More providers than there are: it shows before any search.
_SERVICES = [service | {"min_providers": 9} for service in BOARDS["services"]]
IMPOSSIBLE = Case.model_validate(BOARDS | {"services": _SERVICES})


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """Those that were started since the test began."""
    found: list[Child] = []
    start = Child.__init__

    def counted(self: Child) -> None:
        start(self)
        found.append(self)

    monkeypatch.setattr(Child, "__init__", counted)
    return found


def raising(error: BaseException) -> Callable[..., Any]:
    def raises(*arguments: Any, **more: Any) -> Any:
        raise error

    return raises


def test_an_evaluation_solves_in_the_one_that_was_started_before_it_appraised(
    made: list[Child], started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    at: list[int] = []

    def appraised(case: Case) -> Any:
        at.append(len(made))
        return appraise(case)

    monkeypatch.setattr(evaluation_module, "appraise", appraised)
    assert evaluate(CASE).status == "optimal"
    assert (at, len(made), started()) == ([1], 1, set())


def test_why_there_is_no_award_is_looked_for_in_it(made: list[Child], started: Started) -> None:
    found = evaluate(IMPOSSIBLE)
    assert found.status == "infeasible"
    assert found.certificate.solver == "none"
    assert found.conflict is not None
    assert found.conflict.minimal
    assert (len(made), started()) == (1, set())


def test_none_is_started_where_the_solve_is_not_isolated(made: list[Child]) -> None:
    evaluate(CASE, isolated=False)
    evaluate(IMPOSSIBLE, isolated=False)
    assert not made


@pytest.mark.parametrize(
    "error", [CaseInvalid(()), KeyboardInterrupt(), RuntimeError()], ids=lambda each: type(each).__name__
)
@pytest.mark.parametrize("step", ["appraise", "early", "impossible", "search", "conflict"])
def test_none_is_left_where_an_evaluation_fails(
    step: str, error: BaseException, made: list[Child], started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluation_module, step, raising(error))
    with pytest.raises(type(error)):
        evaluate(CASE if step == "search" else IMPOSSIBLE)
    assert (len(made), started()) == (1, set())


def test_none_is_left_where_there_is_no_such_solver(started: Started) -> None:
    with pytest.raises(UnknownName):
        evaluate(CASE, Options(solver="no such solver"))
    assert not started()


def test_none_is_left_where_a_sign_of_life_raises(started: Started) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evaluate(IMPOSSIBLE, on_progress=interrupted)
    assert not started()


def test_none_is_left_where_no_time_is_left_to_say_why(started: Started) -> None:
    assert evaluate(IMPOSSIBLE, Options(time_limit=0.1)).conflict is not None
    assert not started()


def test_the_first_takes_it_and_others_start_their_own(made: list[Child], started: Started) -> None:
    with Ahead() as ahead:
        assert len(made) == 1
        for count in (1, 2):
            ended = run_in_child(_doubled, 4, listen=print, stop=bool, time_limit=60, ahead=ahead)
            assert (ended, len(made)) == (Answer(8), count)
    assert not started()


def test_what_cannot_be_sent_takes_none(made: list[Child], started: Started) -> None:
    with pytest.raises((pickle.PicklingError, AttributeError)), Ahead() as ahead:
        run_in_child(lambda _: None, listen=print, stop=bool, time_limit=60, ahead=ahead)
    assert len(made) == 1
    assert not started()


def _doubled(number: int, _tell: object) -> int:
    return 2 * number
