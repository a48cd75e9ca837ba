"""The commands of whoever runs the service, as they are typed."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from api.store.database import Database
from models import SelectorError
from selector.cli import app
from tests.service.access.running import Running

KEY = re.compile(r"sel_([a-z2-7]{12})_[a-z2-7]{52}\n")
Command = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command on the data directory of the test."""
    monkeypatch.setenv("SELECTOR_DATA", str(tmp_path))

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, words)

    return run


def made(run: Command, *words: str) -> tuple[str, str]:
    """The text and the id of a key that a command made."""
    result = run("keys", *words)
    assert result.exit_code == 0, result.stderr
    found = KEY.fullmatch(result.stdout)
    assert found
    return found[0].strip(), found[1]


def listed(run: Command, *words: str) -> list[dict[str, object]]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_the_first_key_makes_the_database_and_says_what_changes(run: Command, tmp_path: Path) -> None:
    result = run("keys", "create", "board")
    assert KEY.fullmatch(result.stdout)
    assert "from now on the service asks everybody for one" in result.stderr
    assert "from now on" not in run("keys", "create", "board").stderr
    assert [one["scopes"] for one in listed(run, "keys", "list")] == [["read", "evaluate"]] * 2
    assert (tmp_path / "selector.db").stat().st_mode & 0o777 == 0o600


def test_a_key_from_making_to_revoking(service: Running, run: Command) -> None:
    created = run("tenants", "create", "Greater Manchester", "--id", "gm")
    assert (created.exit_code, created.stdout) == (0, "gm\n")
    key, name = made(run, "create", "board", "--tenant", "Greater Manchester", "--scope", "read", "--expires", "90d")
    assert service.ask("/v1/cases", key).status == 200
    (row,) = listed(run, "keys", "list", "--tenant", "gm")
    assert (row["id"], row["name"], row["state"], row["scopes"]) == (name, "board", "valid", ["read"])
    assert "90d" not in str(row["expires"])
    assert run("keys", "revoke", name).exit_code == 0
    assert service.ask("/v1/cases", key).status == 401
    assert listed(run, "keys", "list", "--tenant", "gm")[0]["state"] == "revoked"
    assert str(run("keys", "revoke", name).exception) == f"the key {name} has ended already"


def test_rotation_leaves_time_to_change_over(service: Running, run: Command) -> None:
    old, name = made(run, "create", "board", "--scope", "admin", "--expires", "30d")
    new, _ = made(run, "rotate", name, "--overlap", "12h")
    assert service.ask("/v1/cases", old).status == service.ask("/v1/cases", new).status == 200
    before, after = listed(run, "keys", "list", "--tenant", "local")
    assert (after["name"], after["scopes"]) == ("board", ["read", "evaluate", "admin"])
    assert str(before["expires"]) < str(after["expires"])
    assert made(run, "rotate", name, "--overlap", "0m")[0] != new
    assert service.ask("/v1/cases", old).status == 401
    assert service.ask("/v1/cases", new).status == 200


def test_no_secret_is_kept(service: Running, run: Command, tmp_path: Path) -> None:
    key, _ = made(run, "create", "board")
    service.ask("/v1/cases", key)
    secret = key.split("_")[2].encode()
    assert not any(secret in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("keys", "create", "x", "--tenant", "nobody"), "there is no tenant nobody"),
        (("keys", "revoke", "nothing"), "there is no key with this id"),
        (("keys", "rotate", "nothing"), "there is no key with this id"),
        (("tenants", "create", "local"), "there is a tenant local already"),
        (("tenants", "create", "x", "--id", "local"), "there is a tenant local already"),
        (("audit-log", "show", "--tenant", "nobody"), "there is no tenant nobody"),
    ],
)
def test_what_there_is_not(service: Running, run: Command, words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert str(result.exception).startswith(told)


@pytest.mark.parametrize(
    "words",
    [
        ("keys", "create", "x", "--expires", "soon"),
        ("keys", "create", "x", "--expires", "-1d"),
        ("keys", "create", "x", "--scope", "all"),
        ("keys", "create", ""),
        ("keys", "create", "two\nlines"),
        ("tenants", "create", "x", "--id", "Not An Id"),
        ("tenants", "create", "x", "--queued-limit", "0"),
        ("audit-log", "verify", "--noted", "5"),
        ("audit-log", "verify", "--noted", f"0:{'0' * 64}"),
    ],
)
def test_what_cannot_be(run: Command, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


@pytest.mark.parametrize("words", [("keys", "list"), ("tenants", "list"), ("audit-log", "verify"), ("backup", "to")])
def test_no_database_is_made_by_looking(run: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert str(run(*words).exception).startswith(f"there is no database in {tmp_path}")
    assert list(tmp_path.iterdir()) == []


def test_the_log_tells_of_all_of_it(run: Command, tmp_path: Path) -> None:
    run("tenants", "create", "Greater Manchester", "--id", "gm")
    key, name = made(run, "create", "board", "--tenant", "gm")
    _, new = made(run, "rotate", name)
    run("keys", "revoke", new)
    run("backup", str(tmp_path / "copy"))
    log = listed(run, "audit-log", "show")
    assert [(one["action"], one["subject"], one["tenant"]) for one in log] == [
        ("tenant.create", "gm", "gm"),
        ("key.create", name, "gm"),
        ("key.rotate", new, "gm"),
        ("key.revoke", new, "gm"),
        ("backup.create", "copy", None),
    ]
    assert all(str(one["actor"]).startswith("command:") for one in log)
    assert key not in json.dumps(log)
    assert [one["number"] for one in listed(run, "audit-log", "show", "--last", "1")] == [5]
    verified = run("audit-log", "verify")
    assert verified.stdout == f"5:{log[-1]['hash']}\n"
    assert run("audit-log", "verify", "--noted", verified.stdout.strip()).exit_code == 0


def test_a_log_that_was_altered_is_told_by_its_first_broken_entry(run: Command, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        run("tenants", "create", name)
    head = run("audit-log", "verify").stdout.strip()
    database = Database(f"sqlite:///{tmp_path / 'selector.db'}")
    with database.writing() as connection:
        connection.execute(text("DROP TRIGGER audit_update"))
        connection.execute(text("UPDATE audit SET actor = 'nobody' WHERE number = 2"))
    database.close()
    result = run("audit-log", "verify", "--noted", head)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "entry 2 of the audit log is broken: its content is not what its hash was made of" in result.stderr


def test_tables_for_people(run: Command) -> None:
    _, name = made(run, "create", "board")
    assert name in run("keys", "list").stdout
    assert "local" in run("tenants", "list").stdout
    assert name in run("audit-log", "show").stdout


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://selector:geheim@db/selector", "of the form postgresql://"),
        ("postgresql://selector:geheim@db:port/selector", "of the form postgresql://"),
        ("no URL", "of the form postgresql://"),
        ("postgresql://selector:geheim@127.0.0.1:1/selector", "Connection refused"),
    ],
)
@pytest.mark.parametrize("words", [("keys", "list"), ("worker",), ("serve", "--port", "0")])
def test_a_database_that_cannot_be_used_is_told_in_one_line(
    run: Command, words: tuple[str, ...], url: str, said: str
) -> None:
    error = run(*words, "--database", url).exception
    assert isinstance(error, SelectorError)  # which the command line says in one line
    assert said in str(error)
    assert "geheim" not in str(error)


@pytest.mark.parametrize("words", [("keys", "list"), ("serve", "--port", "0")])
def test_a_file_that_is_no_database(run: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "selector.db").write_bytes(b"no database at all")
    error = run(*words, "--data", str(tmp_path)).exception
    assert isinstance(error, SelectorError)
    assert str(error) == "the database cannot be used: file is not a database"
