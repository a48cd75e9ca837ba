"""Runs whose worker, solver or server is killed, at any moment."""

import json
import random
import signal
import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.jobs.recovery import recover
from api.jobs.supervisor import Supervisor
from api.jobs.worker_settings import WorkerSettings
from api.store.claims import claim, fail, finish
from api.store.workers import living
from tests.api.live import needs_processes, running
from tests.service.jobs.place import KNOT, LOCAL, MARKET, OTHER, SMALLEST, Place, eventually, freeze, kill, solvers

pytestmark = needs_processes

SERVER = """
import os, signal, sys, threading
from api.jobs.accept import accept
from api.jobs.asked import EvaluateAsked
from api.jobs.durable import client
from api.jobs.supervisor import Supervisor
from api.jobs.worker_settings import WorkerSettings
from api.store.database import Database

database = Database(sys.argv[1])
queue = client(database)
asked = EvaluateAsked()
if sys.argv[2] != "serving":
    with database.writing() as connection:
        run = accept(connection, queue, "local", "evaluate", "smallest", asked)
        if sys.argv[2] == "accepting":
            print(run, flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
    print(run, flush=True)
else:
    supervisor = Supervisor(database, WorkerSettings(database=sys.argv[1], dead=3), 1)
    supervisor.start()
    while not supervisor.pids:
        pass
    print(supervisor.pids[0], flush=True)
    threading.Event().wait()
os.kill(os.getpid(), signal.SIGKILL)
"""

COUNT = {
    "sqlite": (
        "CREATE TABLE ends (run_id TEXT, status TEXT)",
        """CREATE TRIGGER ending AFTER UPDATE OF finished_at ON runs WHEN NEW.finished_at IS NOT NULL
           BEGIN INSERT INTO ends VALUES (NEW.id, NEW.status); END""",
    ),
    "postgresql": (
        "CREATE TABLE ends (run_id TEXT, status TEXT)",
        """CREATE FUNCTION note_end() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN INSERT INTO ends VALUES (NEW.id, NEW.status); RETURN NEW; END $$""",
        """CREATE TRIGGER ending AFTER UPDATE OF finished_at ON runs FOR EACH ROW
           WHEN (NEW.finished_at IS NOT NULL) EXECUTE FUNCTION note_end()""",
    ),
}


@pytest.fixture
def counted(place: Place) -> Place:
    """A place that notes each end of a run."""
    place.execute(*COUNT[place.database.engine.dialect.name])
    return place


def _server(place: Place, what: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", SERVER, place.url, what], stdout=subprocess.PIPE, text=True, check=False
    )
    assert run.returncode == -signal.SIGKILL
    return run.stdout.strip()


def test_a_run_whose_server_is_killed_once_it_is_accepted_is_done(counted: Place) -> None:
    run = _server(counted, "accepted")
    counted.start(1)
    assert counted.ended(run).status == "finished"
    assert counted.column("SELECT status FROM ends WHERE run_id = :id", id=run) == ["finished"]


def test_a_run_whose_server_is_killed_before_it_is_accepted_leaves_nothing(place: Place) -> None:
    run = _server(place, "accepting")
    assert place.column("SELECT id FROM runs") == []
    assert [each.workflow_id for each in place.queue.list_workflows(workflow_id_prefix=run)] == []


def test_workers_of_a_server_that_is_killed_end_and_others_go_on(counted: Place) -> None:
    run = counted.accept(KNOT, time_limit=4)
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, counted.url, "serving"], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        counted.goes(run)
        solver = solvers(worker)
        server.kill()
    eventually(lambda: not any(map(running, [worker, *solver])), 10)
    assert counted.run(run).status == "running"
    counted.start(1, dead=3)
    ended = counted.ended(run)
    assert (ended.status, ended.attempt) == ("finished", 2)
    assert counted.column("SELECT status FROM ends") == ["finished"]


def test_a_run_whose_worker_is_killed_is_done_by_another(counted: Place) -> None:
    supervisor = counted.start(1)
    run = counted.accept(KNOT, time_limit=3)
    counted.goes(run)
    (worker,) = supervisor.pids
    (solver,) = solvers(worker)
    kill(worker)
    eventually(lambda: not running(solver), 5)
    ended = counted.ended(run)
    assert (ended.status, ended.attempt) == ("finished", 2)
    assert counted.column("SELECT status FROM ends") == ["finished"]


def test_a_run_whose_solver_is_killed_is_solved_again(counted: Place) -> None:
    supervisor = counted.start(1)
    run = counted.accept(KNOT, time_limit=3)
    eventually(lambda: counted.run(run).progress)
    (worker,) = supervisor.pids
    for solver in solvers(worker):
        kill(solver)
    ended = counted.ended(run)
    assert (ended.status, ended.attempt) == ("finished", 1)
    assert counted.column("SELECT status FROM ends") == ["finished"]


def test_a_run_whose_solver_always_dies_fails_and_says_so(place: Place) -> None:
    supervisor = place.start(1)
    run = place.accept(KNOT)
    place.goes(run)
    (worker,) = supervisor.pids
    while not place.run(run).ended:
        for solver in solvers(worker):
            kill(solver)
        time.sleep(0.05)
    ended = place.ended(run)
    assert ended.status == "failed"
    assert json.loads(ended.problem or "")["status"] == 500
    eventually(lambda: place.run(run).ended)
    assert place.ended(place.accept()).status == "finished"


def test_a_stuck_solve_ends_at_its_limit(place: Place) -> None:
    supervisor = place.start(1, grace=0.5)
    place.ended(place.accept())
    run = place.accept(KNOT, time_limit=2)
    eventually(lambda: place.run(run).progress)
    (worker,) = supervisor.pids
    stuck = solvers(worker)
    for solver in stuck:
        kill(solver, signal.SIGSTOP)
    began = time.monotonic()
    ended = place.ended(run)
    assert time.monotonic() - began < 4
    assert ended.status == "failed"
    assert "limit of 2 seconds" in (ended.problem or "")
    assert not any(map(running, stuck))


def test_a_worker_that_comes_back_changes_nothing(counted: Place) -> None:
    supervisor = counted.start(1, dead=2)
    run = counted.accept(KNOT, time_limit=3)
    counted.goes(run)
    (zombie,) = supervisor.pids
    freeze(counted, zombie)
    counted.start(1, dead=2)
    ended = counted.ended(run)
    assert (ended.status, ended.attempt) == ("finished", 2)
    before = counted.result(run)
    kill(zombie, signal.SIGCONT)
    time.sleep(2)
    assert counted.run(run) == ended
    assert counted.result(run) == before
    assert counted.column("SELECT status FROM ends") == ["finished"]
    # It works on, as one of two.
    for done in [counted.accept() for _ in range(6)]:
        assert counted.ended(done).status == "finished"


UNFINISHED = {
    "sqlite": (
        """CREATE TRIGGER unfinished BEFORE UPDATE OF status ON workflow_status WHEN NEW.status IN ('SUCCESS', 'ERROR')
           BEGIN SELECT RAISE(ABORT, 'not yet'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not yet'; END $$""",
        """CREATE TRIGGER unfinished BEFORE UPDATE OF status ON dbos.workflow_status FOR EACH ROW
           WHEN (NEW.status IN ('SUCCESS', 'ERROR')) EXECUTE FUNCTION refuse()""",
    ),
}
FINISHED = {
    "sqlite": "DROP TRIGGER unfinished",
    "postgresql": "DROP TRIGGER unfinished ON dbos.workflow_status",
}
"""Until this is done the queue does not learn that a run has ended."""


def test_a_worker_killed_once_it_has_written_the_result_has_it_written_once(counted: Place) -> None:
    kind = counted.database.engine.dialect.name
    counted.execute(*UNFINISHED[kind])
    supervisor = counted.start(1, dead=2)
    run = counted.accept()
    ended, before = counted.ended(run), counted.result(run)
    (worker,) = supervisor.pids
    assert counted.queue.retrieve_workflow(run).get_status().status == "PENDING"
    kill(worker)
    counted.execute(FINISHED[kind])
    eventually(lambda: counted.queue.retrieve_workflow(run).get_status().status == "SUCCESS")
    assert counted.run(run) == ended
    assert counted.result(run) == before
    assert ended.attempt == 1
    assert counted.column("SELECT status FROM ends") == ["finished"]


@pytest.mark.deep
def test_who_has_taken_over_may_be_killed_too(counted: Place) -> None:
    run = counted.accept(KNOT, time_limit=3)
    nobody = Supervisor(counted.database, WorkerSettings(database=counted.url, dead=1), 0)
    for attempt in (1, 2):
        # Nobody sees it die: that is for the next one, which has to find out.
        with nobody.launch(uuid.uuid4().hex) as worker:
            counted.shows_progress(run, attempt)
            freeze(counted, worker.pid)
            worker.kill()
    counted.start(2, dead=1)
    ended = counted.ended(run)
    assert (ended.status, ended.attempt) == ("finished", 3)
    assert counted.column("SELECT status FROM ends") == ["finished"]


def test_many_that_recover_at_once_queue_it_once(counted: Place) -> None:
    run = counted.accept()
    with counted.database.writing() as connection:
        assert claim(connection, run, "dead") is not None
    counted.queue.cancel_workflow(run)
    with ThreadPoolExecutor(4) as executor:
        found = list(executor.map(lambda _: recover(counted.database, counted.queue, 15), range(4)))
    assert [run] in found
    counted.start(2)
    assert counted.ended(run).status == "finished"
    time.sleep(1)
    assert counted.column("SELECT status FROM ends") == ["finished"]


def test_only_who_began_a_run_last_ends_it(counted: Place) -> None:
    run = counted.accept()
    with counted.database.writing() as connection:
        first, second = claim(connection, run, "first"), claim(connection, run, "second")
        assert first is not None
        assert second is not None
        assert not finish(connection, first, b"{}", "optimal")
        assert not fail(connection, first, "{}")
        assert finish(connection, second, b'{"a": 1}', "optimal")
        assert not finish(connection, second, b"{}", "optimal")
        assert claim(connection, run, "third") is None
    assert counted.result(run) == {"a": 1}


def test_a_run_begun_by_a_worker_that_died_after_the_queue_forgot_it_is_queued_again(place: Place) -> None:
    run = place.accept()
    with place.database.writing() as connection:
        assert claim(connection, run, "dead") is not None
    place.queue.cancel_workflow(run)
    assert recover(place.database, place.queue, 15) == [run]
    assert recover(place.database, place.queue, 15) == []
    place.start(1)
    assert place.ended(run).status == "finished"


def test_workers_that_are_told_to_end_leave_nothing_behind(place: Place) -> None:
    supervisor = place.start(2)
    run = place.accept(KNOT)
    place.goes(run)
    family = {*supervisor.pids, *(pid for worker in supervisor.pids for pid in solvers(worker))}
    began = time.monotonic()
    supervisor.close()
    assert time.monotonic() - began < 5
    eventually(lambda: not any(map(running, family)), 2)
    with place.database.reading() as connection:
        assert living(connection) == []
    assert place.run(run).status == "running"
    place.cancel(run)
    place.start(1)
    assert place.ended(run).status == "cancelled"


def test_a_storm_of_kills_loses_no_run_and_doubles_none(counted: Place) -> None:
    dice = random.Random(3)
    supervisor = counted.start(2, dead=3)
    counted.ended(counted.accept())
    runs = [counted.accept(dice.choice((SMALLEST, MARKET))) for _ in range(57)]
    runs += [counted.accept(tenant=OTHER) for _ in range(3)]
    tenants = [*[LOCAL] * 57, *[OTHER] * 3]
    for _ in range(8):
        time.sleep(dice.uniform(0.2, 1.2))
        workers = supervisor.pids
        there = [*workers, *(pid for worker in workers for pid in solvers(worker))]
        if there:
            kill(dice.choice(there))
    for run, tenant in zip(runs, tenants, strict=True):
        assert counted.ended(run, tenant).status == "finished"
    ends = counted.column("SELECT run_id FROM ends")
    assert len(ends) == len(set(ends)) == 61
