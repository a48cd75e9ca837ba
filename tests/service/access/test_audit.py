"""The audit log: without gaps, and nothing in it can be changed unnoticed."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, replace
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, text
from sqlalchemy.exc import DBAPIError

from api.store.audit import BEGINNING, Entry, entries, last_entries, record
from api.store.audit_check import verify
from api.store.database import Database
from api.store.tables import AUDIT

TRIGGERS = ("audit_update", "audit_delete")


def written(database: Database, count: int = 5) -> list[str]:
    with database.writing() as connection:
        return [
            record(connection, "local", "local", "case.create", f"case {i}", {"lots": i}).hash for i in range(count)
        ]


def unlock(connection: Connection) -> None:
    """What somebody does who owns the database and wants to alter the log."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP TRIGGER audit_altered ON audit"))
        return
    for trigger in TRIGGERS:
        connection.execute(text(f"DROP TRIGGER {trigger}"))


def test_each_entry_follows_from_the_one_before(prepared: Database) -> None:
    written(prepared)
    with prepared.reading() as connection:
        log = list(entries(connection))
        found = verify(connection)
    assert [one.number for one in log] == [1, 2, 3, 4, 5]
    assert [one.previous for one in log] == [BEGINNING, *(one.hash for one in log[:-1])]
    assert (found.entries, found.head, found.broken) == (5, log[-1].hash, None)


def test_an_empty_log_is_sound(prepared: Database) -> None:
    with prepared.reading() as connection:
        assert verify(connection).broken is None
        assert verify(connection).head == BEGINNING


def test_what_is_undone_leaves_no_entry(prepared: Database) -> None:
    written(prepared, 1)
    with suppress(KeyboardInterrupt), prepared.writing() as connection:
        record(connection, "local", "local", "case.create", "undone")
        raise KeyboardInterrupt
    written(prepared, 1)
    with prepared.reading() as connection:
        assert [one.number for one in entries(connection)] == [1, 2]
        assert verify(connection).broken is None


def test_many_that_write_at_once(prepared: Database) -> None:
    def write(_: int) -> None:
        with prepared.writing() as connection:
            record(connection, None, "local", "key.create", "somebody")

    with ThreadPoolExecutor(8) as executor:
        list(executor.map(write, range(80)))
    with prepared.reading() as connection:
        found = verify(connection)
    assert (found.entries, found.broken) == (80, None)


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"])
def test_the_database_lets_nobody_alter_it(prepared: Database, statement: str) -> None:
    written(prepared)
    with pytest.raises(DBAPIError, match="the audit log is only added to"), prepared.writing() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize(
    "change",
    [
        "at = at + 1",
        "tenant_id = 'other'",
        "tenant_id = NULL",
        "actor = 'key:somebody'",
        "action = 'case.delete'",
        "subject = 'case 9'",
        "detail = '{}'",
        "previous = hash",
        f"hash = '{BEGINNING}'",
    ],
)
def test_a_change_is_found(prepared: Database, change: str) -> None:
    written(prepared)
    with prepared.writing() as connection:
        unlock(connection)
        connection.execute(text(f"UPDATE audit SET {change} WHERE number = 3"))
        assert verify(connection).broken == 3


@pytest.mark.parametrize("number", [1, 3])
def test_an_entry_that_was_taken_out_is_found(prepared: Database, number: int) -> None:
    written(prepared)
    with prepared.writing() as connection:
        unlock(connection)
        connection.execute(text(f"DELETE FROM audit WHERE number = {number}"))
        found = verify(connection)
    assert (found.broken, found.reason, found.entries) == (number, "it is missing", number - 1)


def test_closing_the_gap_does_not_help(prepared: Database) -> None:
    written(prepared)
    with prepared.writing() as connection:
        unlock(connection)
        connection.execute(text("DELETE FROM audit WHERE number = 3"))
        connection.execute(text("UPDATE audit SET number = 3 WHERE number = 4"))
        assert verify(connection).broken == 3


def test_what_was_noted_elsewhere_tells_of_an_end_cut_off_and_of_a_log_written_anew(prepared: Database) -> None:
    hashes = written(prepared)
    noted = [(5, hashes[4])]
    with prepared.writing() as connection:
        assert verify(connection, noted=noted).broken is None
        unlock(connection)
        connection.execute(text("DELETE FROM audit WHERE number > 3"))
        assert verify(connection).broken is None
        assert verify(connection, noted=noted).broken == 4
        record(connection, "local", "local", "case.create", "another")
        record(connection, "local", "local", "case.create", "another")
        assert verify(connection).broken is None
        assert verify(connection, noted=noted).broken == 5


def _altered(dice: random.Random, log: list[Entry]) -> tuple[list[Entry], int]:
    """A log that somebody has had their hands on, and the number of the first entry that is not as it was."""
    count = len(log)
    at, to = sorted(dice.sample(range(count), 2))
    match dice.choice(["alter", "cut", "swap", "move", "repeat", "end", "forge", "anew"]):
        case "alter":
            field = dice.choice(["at", "tenant_id", "actor", "action", "subject", "detail", "previous", "hash"])
            old = getattr(log[at], field)
            value = old + dice.choice([-1, 1]) if isinstance(old, int) else f"{old}x"[-64:]
            change: Any = {field: value}
            return [*log[:at], replace(log[at], **change), *log[at + 1 :]], at + 1
        case "cut":  # with the gap closed, or not
            rest = log[to:]
            closed = [replace(one, number=one.number - (to - at)) for one in rest]
            return [*log[:at], *dice.choice([rest, closed])], at + 1
        case "swap":
            one, other = replace(log[to], number=at + 1), replace(log[at], number=to + 1)
            return [*log[:at], one, *log[at + 1 : to], other, *log[to + 1 :]], at + 1
        case "move":
            moved = [*log[:at], *log[at + 1 : to + 1], log[at], *log[to + 1 :]]
            return [replace(one, number=number) for number, one in enumerate(moved, 1)], at + 1
        case "repeat":
            again = [*log[: to + 1], replace(log[at], hash=log[at].hash[::-1]), *log[to + 1 :]]
            return [replace(one, number=number) for number, one in enumerate(again, 1)], to + 2
        case "end":
            return log[:to], to + 1
        case "forge":  # with a hash of its own, which the next does not follow
            forged = replace(log[at], subject="another")
            return [*log[:at], replace(forged, hash=forged.hash_due()), *log[at + 1 :]], at + 2
        case _:  # all that follows written anew
            anew = list(log[:at])
            for one in log[at:]:
                forged = replace(one, actor="nobody", previous=anew[-1].hash if anew else BEGINNING)
                anew.append(replace(forged, hash=forged.hash_due()))
            return anew, count


def test_whatever_is_done_to_it_is_found(prepared: Database) -> None:
    hashes, dice = written(prepared, 12), random.Random(5)
    with prepared.writing() as connection:
        unlock(connection)
        log, noted = list(entries(connection)), [(12, hashes[-1])]
        for _ in range(150):
            forged, first = _altered(dice, log)
            connection.execute(delete(AUDIT))
            connection.execute(insert(AUDIT), [asdict(one) for one in forged])
            found = verify(connection, noted=noted)
            assert found.broken == first, forged
            assert found.entries == first - 1
        connection.execute(delete(AUDIT))
        connection.execute(insert(AUDIT), [asdict(one) for one in log])
        assert verify(connection, noted=noted).broken is None


def test_the_last_of_a_tenant(prepared: Database) -> None:
    with prepared.writing() as connection:
        for tenant in ("a", "b", "a", None, "a"):
            record(connection, tenant, "local", "case.create", "x")
        assert [one.number for one in last_entries(connection, 2, "a")] == [3, 5]
        assert [one.number for one in last_entries(connection, 3)] == [3, 4, 5]


def test_any_text_is_written_as_it_is(prepared: Database) -> None:
    with prepared.writing() as connection:
        record(
            connection, "local", "token:Zoë 😀", "case.create", "x" * 300, {"name": "Ω\u2028\x7f", "of": [1, None, 0.5]}
        )
    with prepared.reading() as connection:
        assert verify(connection).broken is None
