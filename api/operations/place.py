"""Which database a command is about."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import make_url

from api.store.away import said_plainly
from api.store.database import Database
from api.store.engine import sqlite_url
from api.store.migrate import check, migrate
from models import SelectorError

DataDir = Annotated[
    Path, typer.Option("--data", metavar="DIR", envvar="SELECTOR_DATA", help="Directory of the service's data.")
]
DatabaseUrl = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        envvar="SELECTOR_DATABASE",
        show_envvar=True,
        help="PostgreSQL database, as postgresql://USER@HOST/NAME, instead of one in DIR.",
    ),
]
DEFAULT_DIR = Path("selector-data")


class NoDatabase(SelectorError):
    """There is no database where one was looked for."""


@contextmanager
def made(data: Path, url: str | None) -> Iterator[Database]:
    """The database of a service, made if it is not there."""
    with _opened(data, url) as database:
        migrate(database)
        yield database


@contextmanager
def existing(data: Path, url: str | None) -> Iterator[Database]:
    """The database of a service that is there.

    Raises
    ------
    NoDatabase
        if it is not.
    """
    with _opened(data, url) as database:
        file = sqlite_file(database)
        if file is not None and not file.exists():
            raise NoDatabase(f"there is no database in {data}: `selector serve` or `selector keys create` makes one")
        check(database)
        yield database


def sqlite_file(database: Database) -> Path | None:
    """The file that a database is; None if it is on a server."""
    url = make_url(database.url)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def operator() -> str:
    """Who gives the command, as the audit log names it."""
    try:
        return f"command:{getpass.getuser()}"
    except (OSError, KeyError):  # an account that the system has no name for
        return "command"


@contextmanager
def _opened(data: Path, url: str | None) -> Iterator[Database]:
    database = Database(url or sqlite_url(data))
    try:
        with said_plainly():
            yield database
    finally:
        database.close()
