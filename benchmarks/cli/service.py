"""``benchmarks service``: the service over sockets, at its limits, under attack, and for long."""

import importlib.util
import sys
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.cli.console import note, out
from benchmarks.cli.interrupt import ending_like_interrupting
from benchmarks.errors import InputInvalid, known
from benchmarks.running.machine import machine
from benchmarks.service import file as files
from benchmarks.service.parts import PARTS, POSTGRES, Asked, Part
from benchmarks.service.table import tables
from models import ExtraMissing

_INTERRUPTED = 130
_MOST_CLIENTS = 64
_PACKAGES = ("uvicorn", "fastapi", "sqlalchemy", "dbos")
_USUAL = Asked()


def command(
    part_names: Annotated[
        str, typer.Option("--parts", metavar="NAME,...", help=f"What to measure: {', '.join(PARTS)}; all if left out.")
    ] = ",".join(PARTS),
    clients: Annotated[str, typer.Option(metavar="N,...", help="latency: clients at a time.")] = ",".join(
        map(str, _USUAL.clients)
    ),
    seconds: Annotated[
        float, typer.Option(min=0.1, max=600, metavar="S", help="latency: seconds for each number of clients.")
    ] = _USUAL.seconds,
    runs: Annotated[int, typer.Option(min=1, max=20_000, metavar="N", help="kills: runs.")] = _USUAL.runs,
    kills: Annotated[int, typer.Option(min=0, max=1000, metavar="N", help="kills: how often.")] = _USUAL.kills,
    postgres: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            envvar=POSTGRES,
            show_default=False,
            help="kills: a database of a PostgreSQL server, where a new one is made and dropped.",
        ),
    ] = None,
    reads: Annotated[int, typer.Option(min=100, max=10**6, metavar="N", help="memory: reads.")] = _USUAL.reads,
    evaluations: Annotated[
        int, typer.Option(min=10, max=10**5, metavar="N", help="memory: evaluations.")
    ] = _USUAL.evaluations,
    file: Annotated[
        Path | None,
        typer.Option(
            "--json", metavar="FILE", help="Write what was measured here, after each part.", show_default=False
        ),
    ] = None,
) -> None:
    """Start the service on this machine, measure it, and end it.

    Each part has a service of its own, on loopback, with data that is deleted thereafter, and takes less than four minutes
    unless told otherwise. Exit code: 0 all was measured, 1 the service did not start, 2 a name or FILE cannot be used,
    or there is no PostgreSQL server for what needs one, 130 ended by Ctrl-C; FILE keeps the parts so far.
    """
    if sys.platform != "linux":
        raise InputInvalid("processes are killed and weighed as Linux lists them: this runs there alone")
    asked = Asked(_numbers(clients), seconds, runs, kills, reads, evaluations, postgres=postgres or None)
    parts = _parts(part_names, asked)
    found: list[files.Measured] = []
    _write(file, found)
    ended = 0
    try:
        with ending_like_interrupting():
            for part in parts:
                rows = list(part.measure(asked, note))
                found.append(files.Measured(part.name, machine(_PACKAGES), rows))
                _write(file, found)
    except KeyboardInterrupt:
        note(f"Stopped after {len(found)} parts.")
        ended = _INTERRUPTED
    for each in found:
        for table in tables(each.part, each.rows):
            out.print(table)
    raise typer.Exit(ended)


def _parts(names: str, asked: Asked) -> list[Part]:
    wanted = [known("part", name.strip(), PARTS) for name in names.split(",") if name.strip()]
    for package in _PACKAGES:
        if importlib.util.find_spec(package) is None:
            raise ExtraMissing("the service needs its extra: pip install 'supplier-selector[service]'")
    if asked.postgres is None and any(part.needs_postgres for part in wanted):
        needy = ", ".join(part.name for part in wanted if part.needs_postgres)
        raise InputInvalid(f"the part {needy} needs a PostgreSQL server: --postgres URL, or {POSTGRES}")
    return wanted


def _numbers(text: str) -> list[int]:
    try:
        found = [int(each) for each in text.split(",")]
    except ValueError:
        found = []
    if not found or min(found) < 1 or max(found) > _MOST_CLIENTS:
        raise InputInvalid(f"--clients takes numbers from 1 to {_MOST_CLIENTS}, with commas between")
    return found


def _write(file: Path | None, found: list[files.Measured]) -> None:
    if file is not None:
        files.write(file, found)
