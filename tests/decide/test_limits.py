"""The analysis of a case without an award, cut short: what was told by then is kept, and nothing goes on running."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from models import Case, Conflict, Options
from selector import evaluate
from selector.decide import conflict as conflict_module
from selector.decide.conflict import Ask, conflict
from selector.decide.members import members
from selector.solve.child import run_in_child
from tests.decide import analyses
from tests.decide.board import quickly_seen, to_be_searched
from tests.processes import Started
from tests.references.small import one_service

_LIMITS = [0.05, pytest.param(1, marks=pytest.mark.deep), 3]

Analysis = Callable[[Ask, Callable[[Conflict], None]], Conflict]


@pytest.fixture(autouse=True)
def no_process_survives(started: Started) -> Iterator[None]:
    """Whatever a test does, what worked for it has ended by its end."""
    yield
    assert not started()


@pytest.fixture(scope="module")
def summed() -> Case:
    return quickly_seen()


@pytest.fixture(scope="module")
def searched() -> Case:
    return to_be_searched()


def _small() -> Case:
    """Floors of 300,000 people for two bidders of 200,000 people."""
    return one_service(
        {"x": {"a": 1, "b": 1}, "y": {"a": 2, "b": 2}},
        bidders=[{"id": name, "name": name, "kind": "private", "viability_floor": 300_000} for name in "xy"],
    )


@pytest.mark.parametrize("seconds", _LIMITS)
def test_a_limit_costs_proofs_and_never_the_answer(summed: Case, seconds: float) -> None:
    evaluation = evaluate(summed, Options(time_limit=seconds))
    assert evaluation.status == "infeasible"
    assert evaluation.conflict is not None
    assert [rule.rule for rule in evaluation.conflict.rules] == ["budget[00W, 2013-14]"]
    assert evaluation.conflict.explanation


@pytest.mark.parametrize("seconds", _LIMITS)
def test_a_limit_costs_the_proof_that_there_is_no_award(searched: Case, seconds: float) -> None:
    evaluation = evaluate(searched, Options(time_limit=seconds))
    assert evaluation.status in ("infeasible", "unknown")
    assert (evaluation.certificate.limit == "time") == (evaluation.status == "unknown")
    assert (evaluation.conflict is None) == (evaluation.status == "unknown")
    if evaluation.conflict is not None:
        _stands(evaluation.conflict, searched)


def _stands(told: Conflict, case: Case) -> None:
    """Rules that the case has, and reasons; whether each is needed is claimed or not."""
    names = [rule.rule for clash in (told, *told.further) for rule in clash.rules]
    assert names
    assert len(set(names)) == len(names)
    assert set(names) <= {member.name for member in members(case)}
    assert told.explanation


def test_a_stop_ends_the_analysis(searched: Case) -> None:
    stages: list[str] = []
    evaluation = evaluate(
        searched, on_progress=lambda sign: stages.append(sign.objective), stop=lambda: "conflict" in stages
    )
    assert evaluation.status == "infeasible"
    assert evaluation.certificate.limit is None, "that there is no award was proven before"
    assert evaluation.conflict is not None
    _stands(evaluation.conflict, searched)
    assert evaluation.conflict.repair is None
    assert stages.count("conflict") == 1


def test_an_analysis_that_is_killed_leaves_a_conflict(searched: Case, started: Started) -> None:
    killed: set[int] = set()

    def kill(sign: Any) -> None:
        if sign.objective == "conflict":
            for process in started() - killed:
                os.kill(process, signal.SIGKILL)
                killed.add(process)

    evaluation = evaluate(searched, on_progress=kill)
    assert killed
    assert evaluation.status == "infeasible"
    assert evaluation.conflict is not None
    _stands(evaluation.conflict, searched)


@pytest.mark.parametrize(
    "analysis", [analyses.hangs, analyses.ends_itself, pytest.param(analyses.breaks_down, marks=pytest.mark.deep)]
)
def test_what_was_told_outlives_its_teller(analysis: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = evaluate(_small(), isolated=False).conflict
    monkeypatch.setattr(conflict_module, "analysed", analysis)
    told = conflict(Ask(_small(), Options(), seconds=8))
    assert told == whole
    assert told.minimal
    assert told.repair is not None


def test_a_stop_leaves_what_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflict_module, "analysed", analyses.hangs)
    heard: list[Any] = []

    def listening(*arguments: Any, listen: Callable[[Any], None], **more: Any) -> Any:
        def hear(message: Any) -> None:
            heard.append(message)
            listen(message)

        return run_in_child(*arguments, listen=hear, **more)

    monkeypatch.setattr(conflict_module, "run_in_child", listening)
    started = time.monotonic()
    told = conflict(Ask(_small(), Options(), seconds=300), stop=lambda: bool(heard))
    assert heard == [told]
    assert time.monotonic() - started < 150


@pytest.mark.parametrize("known", [(), (("viability[x]", "viability[y]"),)], ids=["by a search", "by a sum"])
def test_an_analysis_that_says_nothing_leaves_what_is_known(
    known: tuple[tuple[str, ...], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conflict_module, "analysed", analyses.hangs_at_once)
    case = _small()
    case = case.model_copy(update={"buyers": (case.buyers[0].model_copy(update={"vetoes": ("y",)}), case.buyers[1])})
    told = conflict(Ask(case, Options(), seconds=1.2, known=known))
    expected = {"viability[x]", "viability[y]"} | (set() if known else {"veto[a, y]"})
    assert {rule.rule for rule in told.rules} == expected
    assert not told.minimal
    assert told.explanation
    assert (told.repair, told.mendable) == (None, None)


def test_an_analysis_that_is_over_at_once_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*arguments: Any, **more: Any) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(conflict_module, "run_in_child", none)
    told = conflict(Ask(_small(), Options(), seconds=0.5))
    assert {rule.rule for rule in told.rules} == {"viability[x]", "viability[y]"}
