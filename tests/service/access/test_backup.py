"""Backups: made while the service is written to, and made into a service again."""

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from api.jobs import durable
from api.store import tenants
from api.store.audit import entries, record
from api.store.audit_check import verify
from api.store.backup import BackupFailed, back_up, restore
from api.store.database import Database
from api.store.migrate import WrongSchema, check, migrate
from api.store.tables import CASES
from tests.service.jobs.place import drop_database, new_database

PAGE = (Path(__file__).parents[3] / "docs" / "operations.md").read_text(encoding="utf-8")
POSTGRES = "SELECTOR_TEST_POSTGRES"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with a case in it."""
    file = tmp_path / "live" / "selector.db"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    add_case(database, "first")
    database.close()
    return file


def add_case(database: Database, name: str) -> None:
    with database.writing() as connection:
        connection.execute(
            insert(CASES).values(
                tenant_id="local", id=name, name=name, lots=1, bids=1, content=os.urandom(20_000), created_at=0
            )
        )
        record(connection, "local", "local", "case.create", name)


def names(database: Database) -> list[str]:
    with database.reading() as connection:
        return sorted(connection.scalars(select(CASES.c.name)))


def test_a_backup_while_others_write_is_of_one_moment(file: Path, tmp_path: Path) -> None:
    database, done = Database(f"sqlite:///{file}"), threading.Event()

    def write() -> None:
        number = 0
        while not done.is_set():
            number += 1
            add_case(database, f"case {number}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for i in range(5):
            back_up(file, tmp_path / f"copy-{i}")
    finally:
        done.set()
        writer.join()
    counts = []
    for i in range(5):
        restore(tmp_path / f"copy-{i}", tmp_path / f"again-{i}" / "selector.db")
        copy = Database(f"sqlite:///{tmp_path / f'again-{i}' / 'selector.db'}")
        check(copy)
        with copy.reading() as connection:
            assert verify(connection).broken is None
            assert [one.subject for one in entries(connection)] == [
                "first",
                *(f"case {n}" for n in range(1, len(names(copy)))),
            ]
        counts.append(len(names(copy)))
        copy.close()
    assert counts == sorted(counts)
    assert names(database)[0] == "case 1"
    database.close()


def test_a_backup_is_one_private_file_with_the_queue_in_it(file: Path, tmp_path: Path) -> None:
    database = Database(f"sqlite:///{file}")
    durable.prepare(database)
    (tmp_path / "to").mkdir()
    back_up(file, tmp_path / "to" / "copy")
    assert [(one.name, one.stat().st_mode & 0o777) for one in (tmp_path / "to").iterdir()] == [("copy", 0o600)]
    with closing(sqlite3.connect(tmp_path / "to" / "copy")) as copy:
        assert copy.execute("SELECT count(*) FROM workflow_status").fetchone() == (0,)
    database.close()


def test_nothing_is_written_over(file: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("dear")
    with pytest.raises(BackupFailed, match="is not written over"):
        back_up(file, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "dear"
    back_up(file, tmp_path / "other")
    with pytest.raises(BackupFailed, match="is not written over"):
        restore(tmp_path / "other", file)


def test_the_log_of_another_database_is_not_taken_for_that_of_the_backup(file: Path, tmp_path: Path) -> None:
    back_up(file, tmp_path / "copy")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "selector.db-wal").write_bytes(b"of a database that was deleted")
    with pytest.raises(BackupFailed, match=r"selector\.db-wal already"):
        restore(tmp_path / "copy", tmp_path / "new" / "selector.db")


def test_a_database_that_cannot_be_copied(tmp_path: Path) -> None:
    (tmp_path / "damaged").write_bytes(b"no database at all")
    with pytest.raises(BackupFailed, match="damaged cannot be copied: file is not a database"):
        back_up(tmp_path / "damaged", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + bytes(100)])
def test_what_is_no_backup(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy").write_bytes(content)
    with pytest.raises((BackupFailed, WrongSchema)):
        restore(tmp_path / "copy", tmp_path / "new" / "selector.db")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_backup_that_was_damaged(file: Path, tmp_path: Path) -> None:
    back_up(file, tmp_path / "copy")
    with (tmp_path / "copy").open("r+b") as damaged:
        damaged.seek(3 * 4096)
        damaged.write(os.urandom(8192))
    with pytest.raises(BackupFailed):
        restore(tmp_path / "copy", tmp_path / "new" / "selector.db")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_backup_whose_audit_log_was_altered(file: Path, tmp_path: Path) -> None:
    back_up(file, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as copy, copy:
        copy.execute("DROP TRIGGER audit_update")
        copy.execute("UPDATE audit SET actor = 'nobody'")
    with pytest.raises(BackupFailed, match="entry 1 of its audit log is broken"):
        restore(tmp_path / "copy", tmp_path / "new" / "selector.db")


def test_a_backup_of_a_later_version(file: Path, tmp_path: Path) -> None:
    back_up(file, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as copy, copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(WrongSchema):
        restore(tmp_path / "copy", tmp_path / "new" / "selector.db")


@pytest.mark.skipif(not os.environ.get(POSTGRES), reason=f"{POSTGRES} names no PostgreSQL server")
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="pg_dump is not installed")
def test_the_lines_for_postgresql_do_what_they_say(tmp_path: Path) -> None:
    server = os.environ[POSTGRES]
    old, new = new_database(server), new_database(server)
    found = re.search(r"```sh\n(pg_dump .*)\n(pg_restore .*)\n```", PAGE)
    assert found
    try:
        database = Database(old)
        migrate(database)
        durable.prepare(database)
        add_case(database, "first")
        database.close()
        for line in found.groups():
            words = shlex.split(line.replace("OLD_URL", old).replace("NEW_URL", new))
            subprocess.run(words, cwd=tmp_path, check=True)
        again = Database(new)
        check(again)
        assert names(again) == ["first"]
        with again.writing() as connection:
            assert verify(connection).broken is None
            assert connection.scalar(text("SELECT count(*) FROM dbos.workflow_status")) == 0
            assert tenants.find(connection, tenants.LOCAL)
        with pytest.raises(Exception, match="only added to"), again.writing() as connection:
            connection.execute(text("DELETE FROM audit"))
        again.close()
    finally:
        for url in (old, new):
            drop_database(server, url)
