"""``selector audit-log``: who did what, and whether the log is as it was written."""

import json
import re
from typing import Annotated

import typer

from api.operations.listing import show, when
from api.operations.place import DEFAULT_DIR, DatabaseUrl, DataDir, existing
from api.operations.tenants import tenant_of
from api.store.audit import last_entries
from api.store.audit_check import verify as verify_log
from selector.cli.console import complain, out
from selector.cli.exits import FAILED

app = typer.Typer(
    help="Read and check the log of who did what.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


def _noted(text: str) -> tuple[int, str]:
    found = re.fullmatch(r"([0-9]{1,18}):([0-9a-f]{64})", text)
    if not found or int(found[1]) == 0:
        raise typer.BadParameter("must be a number and a hash, as an earlier check printed them: 12:8c5d…")
    return int(found[1]), found[2]


@app.command()
def verify(
    noted: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NUMBER:HASH",
            help="An entry as printed by an earlier check; the log must still hold it.",
        ),
    ] = None,
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
) -> None:
    """Check the log from its first entry to its last.

    Prints the number and hash of the last entry: note them elsewhere, and give them to later checks. Without them
    nobody can tell that entries were cut off the end, or all of them written anew.

    Exit code: 0 it is as it was written, 1 it is not, and the first broken entry is named.
    """
    was = [_noted(each) for each in noted or []]
    with existing(data, database) as store, store.reading() as connection:
        found = verify_log(connection, noted=was)
    if found.broken is not None:
        complain(f"entry {found.broken} of the audit log is broken: {found.reason}")
        raise typer.Exit(FAILED)
    out.print(f"{found.entries}:{found.head}", markup=False, soft_wrap=True)


@app.command("show")
def show_(
    last: Annotated[int, typer.Option(min=1, max=100_000, metavar="N", help="How many, the last ones.")] = 20,
    tenant: Annotated[str | None, typer.Option(metavar="TENANT", help="Those of one tenant only.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print them whole, as JSON.")] = False,
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
) -> None:
    """Show the last entries of the log."""
    with existing(data, database) as store, store.reading() as connection:
        of = tenant_of(connection, tenant).id if tenant else None
        found = last_entries(connection, last, of)
    rows = [
        {
            "number": one.number,
            "at": when(one.at),
            "tenant": one.tenant_id,
            "actor": one.actor,
            "action": one.action,
            "subject": one.subject,
            "detail": json.loads(one.detail),
            "hash": one.hash,
        }
        for one in found
    ]
    show(rows, ("number", "at", "tenant", "actor", "action", "subject"), as_json=as_json)
