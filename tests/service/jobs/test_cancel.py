"""Runs that their owner does not want any more."""

import json
import time

import pytest

from api.jobs.cancel import HasEnded
from api.store.audit import entries
from tests.api.live import needs_processes
from tests.service.jobs.place import KNOT, LOCAL, Place, freeze, gone, kill, solvers


def log(place: Place, run: str) -> list[tuple[str, str, str | None]]:
    """Who did what to a run, and what became of it."""
    with place.database.reading() as connection:
        of_run = [entry for entry in entries(connection) if entry.subject == run]
    return [(one.actor.partition(":")[0], one.action, json.loads(one.detail).get("status")) for one in of_run]


def test_one_that_waits_ends_at_once_and_is_written_down_once(place: Place) -> None:
    run = place.accept()
    for _ in range(2):
        cancelled = place.cancel(run)
        assert cancelled is not None
        assert cancelled.status == "cancelled"
    assert log(place, run) == [(LOCAL, "run.cancel", None), (LOCAL, "run.end", "cancelled")]


def test_what_cannot_be_written_down_does_not_happen(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no more room")

    run = place.accept()
    monkeypatch.setattr("api.jobs.cancel.record", fail)
    with pytest.raises(RuntimeError, match="no more room"):
        place.cancel(run)
    assert place.run(run).status == "queued"
    assert log(place, run) == []


def test_one_that_has_ended_cannot_be_cancelled(place: Place) -> None:
    place.start(1)
    run, failing = place.accept(), place.accept(scenario="nowhere")
    for each, status in ((run, "finished"), (failing, "failed")):
        ended = place.ended(each)
        assert ended.status == status
        with pytest.raises(HasEnded, match=status):
            place.cancel(each)
        assert place.run(each) == ended
        assert log(place, each) == [("worker", "run.end", status)]


@needs_processes
def test_one_that_goes_ends_within_a_second_with_its_process(place: Place) -> None:
    supervisor = place.start(1)
    place.ended(place.accept())
    for _ in range(3):
        run = place.accept(KNOT)
        place.shows_progress(run)
        (worker,) = supervisor.pids
        solving = solvers(worker)
        assert solving
        began = time.monotonic()
        asked = place.cancel(run)
        assert asked is not None
        assert (asked.status, asked.cancel_requested) == ("running", True)
        gone(solving, 1)
        assert place.ended(run).status == "cancelled"
        assert time.monotonic() - began < 1.5
        assert log(place, run) == [(LOCAL, "run.cancel", None), ("worker", "run.end", "cancelled")]
        assert supervisor.pids == [worker]


@needs_processes
@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(False, id="before-its-worker-sees-it"),
        pytest.param(True, id="as-it-ends", marks=pytest.mark.deep),
    ],
)
def test_one_whose_worker_is_killed_meanwhile_is_cancelled_by_another(place: Place, seen: bool) -> None:
    supervisor = place.start(1, dead=2)
    run = place.accept(KNOT)
    place.shows_progress(run)
    (worker,) = supervisor.pids
    if not seen:
        freeze(place, worker)
    place.cancel(run)
    kill(worker)
    assert place.ended(run).status == "cancelled"
    assert [action for _, action, _ in log(place, run)] == ["run.cancel", "run.end"]


def test_a_crowd_that_cancels_as_a_run_ends_is_of_one_mind(place: Place) -> None:
    place.start(1)
    place.ended(place.accept())
    runs = [place.accept() for _ in range(12)]
    told = {}
    for run in reversed(runs):
        try:
            place.cancel(run)
            told[run] = "cancelled"
        except HasEnded as ended:
            told[run] = ended.run.status
    for run in runs:
        assert place.ended(run).status == told[run]
        assert [entry[1] for entry in log(place, run)].count("run.end") == 1
