"""Runs that nothing happens to."""

import json
import time
import zlib
from itertools import pairwise
from typing import Any

import pytest

from api.jobs.kinds import KINDS
from api.store.runs import QueueFull, run_page, run_row
from api.store.scenarios import add_scenario
from models import read_case
from selector import evaluate
from tests.api.cases import market
from tests.api.live import needs_processes, running
from tests.service.jobs.place import KNOT, LOCAL, MARKET, OTHER, SMALLEST, Place, eventually, solvers


def test_each_kind_of_run_is_answered(working: Place) -> None:
    award = working.accept()
    assert working.ended(award).status == "finished"
    runs = {}
    for name, kind in KINDS.items():
        about: dict[str, Any] = {"award": award} if kind.is_of_award else {}
        runs[name] = working.accept(SMALLEST, name, **about)
    for name, run_id in runs.items():
        run = working.ended(run_id)
        assert run.status == "finished", (name, run.problem)
        assert run.result_status == (None if name in ("market", "prospectus") else "optimal")
        found = working.result(run_id)
        assert (found is None) is KINDS[name].nullable
        if found is not None:
            KINDS[name].result.model_validate_json(json.dumps(found))


def test_the_answer_is_that_of_the_engine(working: Place) -> None:
    run = working.accept(MARKET)
    working.ended(run)
    expected = json.loads(evaluate(read_case(market())).to_json())
    found = working.result(run)
    for each in (found, expected):
        each["certificate"].pop("seconds")
        each["provenance"].pop("options")
    assert found == expected


def test_a_scenario_kept_beside_the_case_may_be_asked_for(working: Place) -> None:
    content = json.dumps({"id": "dear", "name": "Dear quality", "patch": {"objective": {"quality_value": 90_000}}})
    with working.database.writing() as connection:
        add_scenario(connection, LOCAL, MARKET, "dear", content)
    one = working.accept(MARKET, scenario="dear")
    many = working.accept(MARKET, "compare", scenarios=["dear"])
    assert working.ended(one).status == working.ended(many).status == "finished"
    assert working.result(one)["provenance"]["scenario"] == "dear"
    assert [each["scenario"] for each in working.result(many)["scenarios"]] == ["as-stated", "dear"]


def test_what_cannot_be_asked_of_a_case_fails_and_says_why(working: Place) -> None:
    run = working.ended(working.accept(SMALLEST, scenario="nowhere"))
    assert run.status == "failed"
    assert run.problem is not None
    problem = json.loads(run.problem)
    assert problem["status"] == 422
    assert "nowhere" in problem["detail"]
    assert working.ended(working.accept()).status == "finished"


@needs_processes
def test_progress_is_told_twice_a_second_at_most(working: Place) -> None:
    run = working.accept(KNOT, time_limit=60)
    seen: list[tuple[float, str]] = []
    eventually(lambda: working.run(run).progress)
    until = time.monotonic() + 3
    while time.monotonic() < until:
        progress = working.run(run).progress
        assert progress is not None
        if not seen or seen[-1][1] != progress:
            seen.append((time.monotonic(), progress))
        time.sleep(0.01)
    assert 2 <= len(seen) <= 8
    assert all(after[0] - before[0] > 0.4 for before, after in pairwise(seen[1:]))
    assert set(json.loads(seen[-1][1])) == {"objective", "incumbent", "bound", "gap", "seconds"}
    (worker,) = working.pids
    (solver,) = solvers(worker)
    began = time.monotonic()
    working.cancel(run)
    eventually(lambda: not running(solver), 1)
    assert working.ended(run).status == "cancelled"
    assert time.monotonic() - began < 1.5
    assert working.ended(working.accept()).status == "finished"


def test_a_run_that_waits_is_cancelled_at_once_and_never_begun(place: Place) -> None:
    run = place.accept()
    cancelled = place.cancel(run)
    assert cancelled is not None
    assert cancelled.status == "cancelled"
    place.start(1)
    assert place.ended(place.accept()).status == "finished"
    assert place.run(run).attempt == 0
    again = place.cancel(run)
    assert again == place.run(run)


def test_no_tenant_has_more_runs_open_than_it_may(place: Place) -> None:
    runs = [place.accept(tenant=OTHER) for _ in range(5)]
    with pytest.raises(QueueFull) as full:
        place.accept(tenant=OTHER)
    assert full.value.limit == 5
    assert place.accept()  # of another tenant
    place.cancel(runs[0], OTHER)
    assert place.accept(tenant=OTHER)


def test_a_run_of_another_tenant_is_none(place: Place) -> None:
    run = place.accept()
    with place.database.writing() as connection:
        assert run_row(connection, OTHER, run) is None
        assert run_page(connection, OTHER, None, 10) == []
        assert [each.id for each in run_page(connection, LOCAL, None, 10, status="queued")] == [run]
    assert place.cancel(run, OTHER) is None
    assert place.run(run).status == "queued"


def test_a_case_that_takes_too_much_memory_fails_alone(place: Place) -> None:
    packer = zlib.compressobj(1)
    many = b"a" * 2**26
    place.add("bomb", b"".join((packer.compress(b'"'), *(packer.compress(many) for _ in range(8)), packer.flush())))
    place.start(1, memory=768 * 2**20)
    run = place.ended(place.accept("bomb"))
    assert run.status == "failed"
    assert "memory" in (run.problem or "")
    assert place.ended(place.accept()).status == "finished"
