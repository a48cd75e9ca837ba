"""The migrations: they make the tables that the code states, once, whoever asks for them."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, insert, inspect, select, text

from api.jobs import durable
from api.migrations import versions
from api.store import tenants
from api.store.database import Database
from api.store.migrate import WrongSchema, check, configuration, migrate
from api.store.tables import METADATA

START = """
import sys
from api.store.database import Database
from api.store.migrate import migrate
database = Database(sys.argv[1])
migrate(database)
database.close()
"""


def test_they_make_what_the_code_states(prepared: Database) -> None:
    with prepared.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)
    assert [one for one in differences if "alembic_version" not in str(one)] == []


def test_the_tables_of_the_queue_are_no_difference(prepared: Database) -> None:
    durable.prepare(prepared)
    with prepared.reading() as connection:
        command.check(configuration(connection))


def test_a_second_time_changes_nothing(prepared: Database) -> None:
    with prepared.reading() as connection:
        before = inspect(connection).get_table_names()
    migrate(prepared)
    check(prepared)
    with prepared.reading() as connection:
        assert inspect(connection).get_table_names() == before
        assert [one.id for one in tenants.everyone(connection)] == [tenants.LOCAL]


def test_many_that_start_at_once(empty: Database) -> None:
    def start(_: int) -> None:
        own = Database(empty.url)
        try:
            migrate(own)
        finally:
            own.close()

    with ThreadPoolExecutor(8) as executor:
        list(executor.map(start, range(8)))
    check(empty)


def test_processes_that_start_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'data' / 'selector.db'}"
    started = [subprocess.Popen([sys.executable, "-c", START, url], stderr=subprocess.PIPE) for _ in range(4)]
    assert [(one.communicate(timeout=60)[1], one.returncode) for one in started] == [(b"", 0)] * 4


def test_a_step_that_fails_leaves_nothing_behind(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("the last thing that is done")

    monkeypatch.setattr("api.store.migrate.ensure_local", fail)
    with pytest.raises(RuntimeError, match="the last thing"):
        migrate(empty)
    with empty.reading() as connection:
        assert inspect(connection).get_table_names() == []
    monkeypatch.undo()
    migrate(empty)
    check(empty)


REVISIONS = sorted(step.revision for step in ScriptDirectory.from_config(configuration()).walk_revisions())


def filled(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every table that there is, with two rows in each; what is in them by table."""
    there = [table for table in _reflected(connection) if table.name != "alembic_version"]
    of: dict[type, tuple[object, object]] = {str: ("one", "two"), int: (1, 2), bool: (True, False), bytes: (b"1", b"2")}
    for table in there:
        rows = [{column.name: of[column.type.python_type][row] for column in table.c} for row in (0, 1)]
        connection.execute(insert(table), rows)
    return content(connection, {table.name: list(table.c.keys()) for table in there})


def content(connection: Connection, columns: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    """What is in these columns, by table."""
    there = {table.name: table for table in _reflected(connection)}
    chosen = {name: [there[name].c[column] for column in of] for name, of in columns.items()}
    return {
        name: [tuple(row) for row in connection.execute(select(*of).order_by(*of[:2]))] for name, of in chosen.items()
    }


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_what_an_earlier_version_has_kept_is_kept(empty: Database, revision: str) -> None:
    with empty.writing() as connection:
        command.upgrade(configuration(connection), revision)
        tenants.create(connection, tenants.LOCAL, "the first", queued_limit=3)
        before = filled(connection)
        columns = {table.name: list(table.c.keys()) for table in _reflected(connection) if table.name in before}
    assert before.keys() <= METADATA.tables.keys()
    assert len(before) >= 8
    assert all(len(rows) >= 2 for rows in before.values())
    with pytest.raises(WrongSchema, match="has not been prepared for this version"):
        check(empty)
    migrate(empty)
    check(empty)
    with empty.reading() as connection:
        assert content(connection, columns) == before
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA) == []
        assert [one.name for one in tenants.everyone(connection) if one.id == tenants.LOCAL] == ["the first"]


def _reflected(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return found.sorted_tables


def test_a_database_that_is_not_prepared(empty: Database) -> None:
    with pytest.raises(WrongSchema, match="has not been prepared for this version"):
        check(empty)


def test_a_database_of_a_later_version(prepared: Database) -> None:
    with prepared.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for asked in (migrate, check):
        with pytest.raises(WrongSchema, match="prepared by a later version \\(step 9999\\)"):
            asked(prepared)


def test_others_on_the_machine_cannot_read_it(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'data' / 'selector.db'}")
    migrate(database)
    with database.writing() as connection:
        tenants.create(connection, None, "so that there is more than one file")
        modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "data").iterdir()}
    database.close()
    assert set(modes.values()) == {0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_the_steps_follow_each_other() -> None:
    steps = list(ScriptDirectory.from_config(configuration()).walk_revisions())
    assert [step.revision for step in steps] == [f"{number:04}" for number in range(len(steps), 0, -1)]
    files = [path.name for path in Path(versions.__path__[0]).glob("[0-9]*.py")]
    assert sorted(name[:4] for name in files) == [step.revision for step in reversed(steps)]
