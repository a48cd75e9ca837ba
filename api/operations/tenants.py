"""``selector tenants``: whose cases and runs are kept apart."""

import re
from typing import Annotated

import typer
from sqlalchemy import Connection

from api.operations.listing import show, when
from api.operations.place import DEFAULT_DIR, DatabaseUrl, DataDir, existing, made, operator
from api.store import tenants
from api.store.audit import record
from api.store.tenants import Tenant
from models import SelectorError
from selector.cli.console import emit

app = typer.Typer(
    help="Keep the cases and runs of several organisations apart.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?")


class TenantRefused(SelectorError):
    """A tenant that there is not, or that cannot be."""


@app.command()
def create(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")],
    tenant: Annotated[
        str | None,
        typer.Option(
            "--id", metavar="ID", help="Id for it, of small letters, digits and hyphens. Made up if left out."
        ),
    ] = None,
    queued_limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="Runs that may wait or go at once.")
    ] = tenants.QUEUED_LIMIT,
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
) -> None:
    """Add a tenant, and print its id."""
    if tenant is not None and not _ID.fullmatch(tenant):
        raise typer.BadParameter("must be at most 32 small letters, digits and hyphens", param_hint="--id")
    if not (0 < len(name) <= 200 and name.isprintable()):
        raise typer.BadParameter("must be of 1 to 200 characters that can be shown", param_hint="NAME")
    with made(data, database) as store, store.writing() as connection:
        for taken in (name, tenant):
            if taken is not None and _found(connection, taken):
                raise TenantRefused(f"there is a tenant {taken} already")
        new = tenants.create(connection, tenant, name, queued_limit=queued_limit)
        record(connection, new.id, operator(), "tenant.create", new.id, {"name": name})
    emit(new.id + "\n")


@app.command("list")
def list_(
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
) -> None:
    """List the tenants."""
    with existing(data, database) as store, store.reading() as connection:
        found = tenants.everyone(connection)
    rows = [
        {"id": one.id, "name": one.name, "queued_limit": one.queued_limit, "created": when(one.created_at)}
        for one in found
    ]
    show(rows, ("id", "name", "queued_limit", "created"), as_json=as_json)


def tenant_of(connection: Connection, word: str) -> Tenant:
    """The tenant with an id or a name.

    Raises
    ------
    TenantRefused
        if there is none.
    """
    found = _found(connection, word)
    if found is None:
        raise TenantRefused(f"there is no tenant {word}: `selector tenants list` tells which there are")
    return found


def _found(connection: Connection, word: str) -> Tenant | None:
    return tenants.find(connection, word) or tenants.named(connection, word)
