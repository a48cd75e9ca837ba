"""``selector backup`` and ``selector restore``: copies of the database, made while the service runs."""

from pathlib import Path
from typing import Annotated

import typer

from api.operations.place import DEFAULT_DIR, DatabaseUrl, DataDir, NoDatabase, existing, operator, sqlite_file
from api.store import backup as backups
from api.store.audit import record
from api.store.away import said_plainly
from api.store.engine import sqlite_url
from selector.cli.console import note

_POSTGRESQL = "this is for SQLite; PostgreSQL has its own: pg_dump --format=custom --file=FILE URL, and pg_restore"


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes. Nothing is written over.")],
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
) -> None:
    """Copy the database to FILE while the service runs: cases, runs, results, keys and the audit log.

    FILE holds all that the service keeps, and whoever has it has the boards' cases.
    """
    with existing(data, database) as store:
        source = sqlite_file(store)
        if source is None:
            raise NoDatabase(_POSTGRESQL)
        backups.back_up(source, file)
        with store.writing() as connection:
            record(connection, None, operator(), "backup.create", file.name)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="A backup.")],
    data: DataDir = DEFAULT_DIR,
) -> None:
    """Make the database of a new data directory from FILE, once its content and its audit log are found to be sound.

    Runs that had not finished go on once the service starts.
    """
    target = Path(sqlite_url(data).removeprefix("sqlite:///"))
    with said_plainly():
        backups.restore(file, target)
    note(f"the database is at {target}; start the service with --data {data}")
