"""``selector keys``: who may use the service, and for what."""

from collections.abc import Iterable
from typing import Annotated

import typer
from sqlalchemy import Connection

from api.access.secret import make
from api.operations.durations import milliseconds
from api.operations.key_facts import row, told
from api.operations.listing import show, when
from api.operations.place import DEFAULT_DIR, DatabaseUrl, DataDir, existing, made, operator
from api.operations.tenants import tenant_of
from api.store import keys, tenants
from api.store.audit import record
from api.store.clock import now
from api.store.keys import Key
from api.store.scopes import SCOPES, Scope
from models import SelectorError
from selector.cli.console import emit, note

app = typer.Typer(help="Make and end API keys.", no_args_is_help=True, add_completion=False, rich_markup_mode=None)

KeyId = Annotated[str, typer.Argument(metavar="KEY", help="Id of the key: what stands between its underscores.")]
Expires = Annotated[
    int | None,
    typer.Option(
        parser=milliseconds, metavar="TIME", help="When the new key ends, from now: 90d, 12h. If left out: never."
    ),
]


class KeyRefused(SelectorError):
    """A key that there is not, or that has ended."""


@app.command()
def create(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is for.")],
    tenant: Annotated[str, typer.Option(metavar="TENANT", help="Id or name of its tenant.")] = tenants.LOCAL,
    scope: Annotated[Scope, typer.Option(help="What it may do; each includes those before it.")] = "evaluate",
    expires: Expires = None,
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
) -> None:
    """Make a key and print it. It is shown this once, and kept nowhere."""
    if not (0 < len(name) <= 200 and name.isprintable()):
        raise typer.BadParameter("must be of 1 to 200 characters that can be shown", param_hint="NAME")
    with made(data, database) as store, store.writing() as connection:
        owner = tenant_of(connection, tenant)
        first = not keys.any_at_all(connection)
        new, text = _add(connection, owner.id, name, SCOPES[: SCOPES.index(scope) + 1], expires)
        record(connection, owner.id, operator(), "key.create", new.id, told(new))
    if first:
        note("this is the first key: from now on the service asks everybody for one")
    _show_once(text)


@app.command("list")
def list_(
    tenant: Annotated[str | None, typer.Option(metavar="TENANT", help="Those of one tenant only.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
) -> None:
    """List the keys, without their secrets."""
    with existing(data, database) as store, store.reading() as connection:
        owners = [tenant_of(connection, tenant)] if tenant else tenants.everyone(connection)
        found = [key for owner in owners for key in keys.of_tenant(connection, owner.id)]
    columns = ("id", "tenant", "name", "scopes", "state", "created", "expires")
    show([row(key) for key in found], columns, as_json=as_json)


@app.command()
def revoke(key: KeyId, data: DataDir = DEFAULT_DIR, database: DatabaseUrl = None) -> None:
    """End a key now, for good."""
    with existing(data, database) as store, store.writing() as connection:
        found = _valid(connection, key)
        keys.revoke(connection, found.tenant_id, found.id)
        record(connection, found.tenant_id, operator(), "key.revoke", found.id)


@app.command()
def rotate(
    key: KeyId,
    overlap: Annotated[
        int, typer.Option(parser=milliseconds, metavar="TIME", help="How long the old key goes on: 30m, 12h, 7d.")
    ] = "1d",  # type: ignore[assignment]  # typer parses defaults too
    expires: Annotated[
        int | None,
        typer.Option(
            parser=milliseconds,
            metavar="TIME",
            help="When the new key ends, from now. If left out: after as long as the old.",
        ),
    ] = None,
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
) -> None:
    """Make a key that may do what an old one may, and print it. The old one goes on for a while."""
    with existing(data, database) as store, store.writing() as connection:
        old = _valid(connection, key)
        ends = now() + overlap
        if expires is None and old.expires_at is not None:
            expires = old.expires_at - old.created_at
        keys.expire(connection, old.tenant_id, old.id, ends)
        new, text = _add(connection, old.tenant_id, old.name, old.scopes, expires)
        more = {"replaces": old.id, "old_expires": when(min(ends, old.expires_at or ends))}
        record(connection, old.tenant_id, operator(), "key.rotate", new.id, told(new) | more)
    _show_once(text)


def _add(
    connection: Connection, tenant: str, name: str, scopes: Iterable[Scope], expires: int | None
) -> tuple[Key, str]:
    new = make()
    at = None if expires is None else now() + expires
    made_now = keys.add(connection, tenant, key=new.id, name=name, hashed=new.hash, scopes=scopes, expires_at=at)
    return made_now, new.text


def _valid(connection: Connection, key: str) -> Key:
    found = keys.find(connection, key)
    if found is None:
        raise KeyRefused("there is no key with this id: `selector keys list` tells which there are")
    if not found.is_valid(now()):
        raise KeyRefused(f"the key {key} has ended already")
    return found


def _show_once(text: str) -> None:
    note("the key is shown this once only; whoever has it may use the service")
    emit(text + "\n")
