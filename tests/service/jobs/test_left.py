"""What workers leave behind: found by whatever clock, and forgotten in the end."""

import datetime
import subprocess

import pytest
from sqlalchemy import insert, select

from api.jobs import recovery
from api.jobs.heart import Heart
from api.jobs.recovery import tidy
from api.store.tables import WORKERS
from api.store.workers import beat, living
from tests.service.jobs.place import Place, eventually

HOUR = 3_600_000


def test_a_worker_that_died_before_the_clock_was_set_back(place: Place) -> None:
    with place.database.writing() as connection:
        beat(connection, "alive", "here")
        dead = {"id": "dead", "host": "here"}
        later = connection.execute(select(WORKERS.c.seen_at)).scalar_one() + HOUR
        connection.execute(insert(WORKERS).values(**dead, started_at=later, seen_at=later))
        assert living(connection) == ["alive"]


def test_what_the_queue_has_done_is_forgotten_a_part_at_a_time(working: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        working.ended(working.accept())
    monkeypatch.setattr(recovery, "_KEPT", datetime.timedelta(hours=-1))
    monkeypatch.setattr(recovery, "_MOST", 1)
    parts = 0
    while tidy(working.database, working.queue):
        parts += 1
    assert parts >= 3


def test_a_machine_with_no_room_for_a_worker_for_a_while(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    start, tries = subprocess.Popen, 0

    def refuse_at_first(*args: object, **kwargs: object) -> object:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise BlockingIOError("Resource temporarily unavailable")
        return start(*args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", refuse_at_first)
    place.start(1)
    assert place.ended(place.accept()).status == "finished"


def test_a_transaction_that_has_waited_sees_what_the_other_wrote(place: Place) -> None:
    if place.database.engine.dialect.name == "sqlite":
        pytest.skip("it has one transaction that writes at a time")
    name = place.url.rpartition("/")[2]
    place.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = 'repeatable read'")
    place.database.engine.dispose()
    assert place.column("SHOW transaction_isolation") == ["read committed"]


def test_a_heartbeat_that_the_database_refuses_is_told_in_a_line(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    heart = Heart(place.database, place.queue, "worker", dead=1.0)
    place.execute("DROP TABLE workers")
    heart.start()
    eventually(lambda: "a heartbeat was missed" in caplog.text)
    heart.stop()
    assert "Traceback" not in caplog.text
