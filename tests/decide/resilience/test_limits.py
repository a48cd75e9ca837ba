"""What is told where time runs out, and what is done with what is left of it."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from models import Case, Options
from selector import evaluate, resilience
from selector.decide.resilience.work import Examined, Task, examined
from tests.references.tender import offer, supplier, tender

PEOPLE = {"north": 200_000, "south": 100_000}
Stop = Callable[[], bool]


def _board() -> Case:
    return tender(
        PEOPLE,
        ["it"],
        [
            offer("firm/n", 80, "north:it"),
            offer("csu/s", 90, "south:it"),
            offer("third/n", 120, "north:it"),
            offer("third/s", 130, "south:it"),
        ],
        bidders=[supplier("third", capacity={"it": 50_000})],
    )


def test_what_is_left_of_the_time_goes_to_what_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def cut_short(task: Task, seconds: float | None, stop: Stop) -> Examined:
        asked.append(task.fall.bidders)
        return examined(task, seconds, (lambda: True) if len(asked) == 1 else stop)

    monkeypatch.setattr("selector.decide.resilience.answer.examined", cut_short)
    case = _board()
    found = resilience(case, Options(time_limit=60), award=evaluate(case, isolated=False), isolated=False)

    assert asked == [("firm",), ("csu",), ("firm",)]
    assert {each.status for each in found.failures} == {"optimal"}
    assert found.answered


def test_a_repair_that_was_stopped_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "selector.decide.resilience.answer.examined", lambda task, seconds, _: examined(task, seconds, lambda: True)
    )
    case = _board()
    found = resilience(case, award=evaluate(case, isolated=False), isolated=False)

    assert {(each.outcome, each.status, each.levels) for each in found.failures} == {("unknown", "unknown", ())}
    assert not found.answered
    assert (found.worst, found.by_extra, found.harmless) == ((), (), ())
    assert found.sentences == ("Open, for want of time: 2 failures.",)
    assert all("was not found within the limits" in each.sentence for each in found.failures)


def test_above_board_size_there_is_a_limit_where_none_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    case = _board()
    award = evaluate(case, isolated=False)
    whole = resilience(case, award=award, isolated=False, pairs=True)
    monkeypatch.setattr("selector.decide.asked.BOARD_SIZE", 1)
    large = resilience(case, award=award, isolated=False, pairs=True)
    monkeypatch.setattr("selector.decide.asked.LARGE_SECONDS", -1.0)
    none = resilience(case, award=award, isolated=False, pairs=True)

    assert whole.failures == large.failures
    assert (none.failures, none.not_examined) == ((), (("firm",), ("csu",), ("firm", "csu")))


def test_without_time_for_an_award_made_anew_its_interval_is_that_of_the_award_and_the_repair(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("selector.decide.asked.BOARD_SIZE", 1)
    monkeypatch.setattr("selector.decide.resilience.answer._LEAST_ANEW", 10_000.0)
    case = tender(
        PEOPLE,
        ["it"],
        [
            offer("firm/n", 50, "north:it"),
            offer("third/s", 90, "south:it"),
            offer("csu/n", 120, "north:it"),
            offer("csu/both", 150, "north:it", "south:it"),
        ],
    )
    found = resilience(case, bidders=("firm",), isolated=False)
    anew = found.failures[0].anew

    assert anew is not None
    assert anew.status == "unknown"
    assert [(each.at_least, each.at_most) for each in anew.levels] == [(Decimal(0), Decimal(70))]
    assert anew.saves is not None
    assert (anew.saves.at_least, anew.saves.at_most) == (Decimal(0), Decimal(70))


def test_a_repair_that_was_not_settled_is_told_as_it_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selector.decide.resilience.least.Stages._solved", lambda *_: None)
    case = _board()
    failure = resilience(case, bidders=("firm",), isolated=False).failures[0]

    assert (failure.outcome, failure.status) == ("broken", "feasible")
    assert [(each.at_least, each.at_most) for each in failure.levels] == [(None, Decimal(40))]
    assert "by as little as was found" in failure.sentence
    assert "It is £40.00 worse, be it not proven the least (money-valued)." in failure.sentence
