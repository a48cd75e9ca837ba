"""A backup that is made while runs go, and the service that it becomes."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from api.jobs.supervisor import Supervisor
from api.jobs.worker_settings import WorkerSettings
from api.store.audit_check import verify
from api.store.backup import back_up, restore
from api.store.database import Database
from api.store.runs import run_result, run_row
from tests.api.live import needs_processes
from tests.service.jobs.place import KNOT, LOCAL, Place, drop_database, eventually, new_database, sqlite

pytestmark = needs_processes


@contextmanager
def copied(place: Place, folder: Path) -> Iterator[str]:
    """The URL of a database made of a backup of the place's own, which is in use."""
    if place.database.engine.dialect.name == "sqlite":
        file = place.database.engine.url.database
        assert file is not None
        back_up(Path(file), folder / "copy")
        (folder / "again").mkdir()
        url = sqlite(folder / "again")
        restore(folder / "copy", folder / "again" / "selector.db")
        yield url
        return
    if shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not installed")
    url = new_database(place.url)
    try:
        subprocess.run(["pg_dump", "--format=custom", f"--file={folder / 'dump'}", place.url], check=True)
        subprocess.run(
            ["pg_restore", "--exit-on-error", "--no-owner", f"--dbname={url}", folder / "dump"],
            check=True,
        )
        yield url
    finally:
        drop_database(place.url, url)


def test_runs_that_had_not_ended_go_on_where_it_is_restored(place: Place, tmp_path: Path) -> None:
    place.start(1)
    done = place.accept()
    place.ended(done)
    goes = place.accept(KNOT, time_limit=4)
    place.shows_progress(goes)
    waits = place.accept()
    with copied(place, tmp_path) as url:
        again = Database(url)
        try:
            with again.reading() as connection:
                rows = {run: run_row(connection, LOCAL, run) for run in (done, goes, waits)}
                assert {run: row and row.status for run, row in rows.items()} == {
                    done: "finished",
                    goes: "running",
                    waits: "queued",
                }
                assert run_result(connection, LOCAL, done) is not None
                assert verify(connection).broken is None
            with Supervisor(again, WorkerSettings(database=url, dead=2), 1):
                eventually(lambda: _statuses(again, goes, waits) == {"finished"})
            with again.reading() as connection:
                assert verify(connection).broken is None
                assert run_result(connection, LOCAL, done) == _result(place, done)
        finally:
            again.close()
    # The one that it was made of has gone on as if nothing had been.
    for run in (goes, waits):
        ended = place.ended(run)
        assert (ended.status, ended.attempt) == ("finished", 1)


def _statuses(database: Database, *runs: str) -> set[str | None]:
    with database.reading() as connection:
        rows = [run_row(connection, LOCAL, run) for run in runs]
    return {None if row is None else row.status for row in rows}


def _result(place: Place, run: str) -> bytes | None:
    with place.database.reading() as connection:
        return run_result(connection, LOCAL, run)
