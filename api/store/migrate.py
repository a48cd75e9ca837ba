"""The database brought to the form that this version needs."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url, text

import api.migrations
from api.store.database import Database
from api.store.tenants import ensure_local
from models import SelectorError

_LOCK = 0x5E1EC7A0D18  # any number, as long as nobody else locks it


class WrongSchema(SelectorError):
    """The database is not of the form that this version needs; the message says what to do."""


def migrate(database: Database) -> None:
    """Take the steps that a database still needs, all or none of them.

    Any number of processes may ask for it at once: one takes the steps, the others wait for it.

    Raises
    ------
    WrongSchema
        if a later version has been here.
    """
    _make_room(database.url)
    with database.reading() as connection:
        if _is_current(connection):
            return
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if not _is_current(connection):
            command.upgrade(configuration(connection), "head")
            ensure_local(connection)


def check(database: Database) -> None:
    """Do nothing, unless the database is not of the form that this version needs.

    Raises
    ------
    WrongSchema
        if it is not.
    """
    with database.reading() as connection:
        if not _is_current(connection):
            raise WrongSchema("this database has not been prepared for this version: `selector serve` does that")


def last_step(connection: Connection) -> str | None:
    """The last step that was taken with a database; None if it is not one of the service.

    Raises
    ------
    WrongSchema
        if a later version has been here.
    """
    at = MigrationContext.configure(connection).get_current_revision()
    if at is not None and at not in {step.revision for step in _steps().walk_revisions()}:
        raise WrongSchema(f"this database was prepared by a later version (step {at}), which must be used for it")
    return at


def configuration(connection: Connection | None = None) -> Config:
    """What Alembic is told: where the steps are and, for those that are to be taken, on which connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(api.migrations.__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _is_current(connection: Connection) -> bool:
    return last_step(connection) == _steps().get_current_head()


def _steps() -> ScriptDirectory:
    return ScriptDirectory.from_config(configuration())


def _make_room(url: str) -> None:
    file = make_url(url).database
    if url.startswith("sqlite") and file and not Path(file).exists():
        # Cases are the board's alone: no other account of the machine is to read them.
        Path(file).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(file).touch(mode=0o600)
