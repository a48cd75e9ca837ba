"""A copy of a SQLite database that is in use, and a database made from such a copy."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from api.store.audit_check import verify
from api.store.database import Database
from api.store.migrate import last_step
from models import SelectorError


class BackupFailed(SelectorError):
    """A backup cannot be made, or used; the message says why."""


def back_up(file: Path, target: Path) -> None:
    """Copy a database as it is at one moment, while others read and write it.

    ``target`` is there whole or not at all.

    Raises
    ------
    BackupFailed
        if there is something at ``target`` already, or the copy is not sound.
    """
    with _made_whole(target) as partial:
        _copy(file, partial)
        _check_sound(partial)


def restore(backup: Path, target: Path) -> None:
    """Make a database of a backup.

    Raises
    ------
    BackupFailed
        if there is a database at ``target`` already, or the backup is not sound.
    WrongSchema
        if it was made by a later version.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _made_whole(target) as partial:
        _copy(backup, partial)
        _check_sound(partial)
        _check_content(partial)


@contextmanager
def _made_whole(target: Path) -> Iterator[Path]:
    """A file to write to, which then takes the place of ``target``."""
    # SQLite would take what another database has left there, be it only its log, for part of the new one.
    for beside in ("", "-wal", "-journal"):
        if (there := target.with_name(target.name + beside)).exists():
            raise BackupFailed(f"there is something at {there} already, and it is not written over")
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    try:
        yield partial
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        # Unlike a rename, a link does not take the place of what came there in the meantime.
        try:
            target.hardlink_to(partial)
        except FileExistsError:
            raise BackupFailed(f"there is something at {target} already, and it is not written over") from None
        except OSError:  # not every file system has links
            partial.rename(target)
    finally:
        partial.unlink(missing_ok=True)


def _copy(file: Path, target: Path) -> None:
    reading = f"{file.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(reading, uri=True)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)  # in one step: writers go on, and it need not begin again for each of them
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    except sqlite3.Error as error:
        raise BackupFailed(f"{file} cannot be copied: {error}") from error


def _check_sound(file: Path) -> None:
    try:
        with closing(sqlite3.connect(file)) as copy:
            found = [row[0] for row in copy.execute("PRAGMA integrity_check(1)")]
    except sqlite3.Error as error:
        raise BackupFailed(f"the database is damaged: {error}") from error
    if found != ["ok"]:
        raise BackupFailed(f"the database is damaged: {found[0]}")


def _check_content(file: Path) -> None:
    database = Database(f"sqlite:///{file.absolute()}")
    try:
        with database.reading() as connection:
            if last_step(connection) is None:
                raise BackupFailed("it is no database of the service")
            found = verify(connection)
    finally:
        database.close()
    if found.broken is not None:
        raise BackupFailed(f"entry {found.broken} of its audit log is broken: {found.reason}")
