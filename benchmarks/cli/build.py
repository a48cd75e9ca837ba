"""``benchmarks build``: time and memory from arrays to a model in the solver."""

import importlib.util
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import rows_file
from benchmarks.building import BUILDERS, SELECTOR, Builder
from benchmarks.building.drawn import SIZES
from benchmarks.building.running import Row, run
from benchmarks.building.table import table
from benchmarks.cli.console import complain, note, out
from benchmarks.cli.interrupt import ending_like_interrupting
from benchmarks.errors import known
from benchmarks.running.machine import machine
from models import ExtraMissing

_INTERRUPTED = 130
_OTHERS = [name for name in BUILDERS if name != SELECTOR]


def command(
    size_names: Annotated[
        str, typer.Option("--sizes", metavar="NAME,...", help=f"Accept columns: {', '.join(SIZES)}; all if left out.")
    ] = ",".join(SIZES),
    builder_names: Annotated[
        str,
        typer.Option(
            "--builders",
            metavar="NAME,...",
            help=f"Besides the engine: {', '.join(_OTHERS)}; all if left out.",
        ),
    ] = ",".join(_OTHERS),
    seeds: Annotated[int, typer.Option(min=1, metavar="N", help="Markets drawn of each size; medians are shown.")] = 1,
    time_limit: Annotated[
        float, typer.Option(min=1, metavar="S", help="Seconds after which a builder is ended.")
    ] = 180.0,
    file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write the rows here, after each one.", show_default=False),
    ] = None,
) -> None:
    """Build one program with the engine and with modelling libraries, and print time and memory.

    A market of bids for one lot each, of set-up charges, floors and capacities, is drawn; every builder makes the same
    rows of it and hands them to HiGHS, in a process of its own, one at a time. Exit code: 0 all was run, 2 a name or
    FILE cannot be used, 130 ended by Ctrl-C; FILE keeps the rows so far.
    """
    sizes = [known("size", name, SIZES) for name in _listed(size_names)]
    builders = _builders(builder_names)
    here = machine(each.package for each in builders)
    rows: list[Row] = []
    _write(file, rows, here)
    ended = 0
    try:
        with ending_like_interrupting():
            for row in run(sizes, builders, seeds=seeds, time_limit=time_limit):
                rows.append(row)
                if row.complaint:
                    complain(f"{row.builder} at {row.size}: {row.complaint}")
                else:
                    note(f"{row.size}  {row.builder}  {row.seconds:.2f} s")
                _write(file, rows, here)
    except KeyboardInterrupt:
        note(f"Stopped after {len(rows)} rows.")
        ended = _INTERRUPTED
    if rows:
        out.print(table(rows))
    raise typer.Exit(ended)


def _builders(names: str) -> list[Builder]:
    wanted = [known("builder", name, BUILDERS) for name in _listed(names)]
    for each in wanted:
        if importlib.util.find_spec(each.package) is None:
            raise ExtraMissing(f"the builder {each.name} needs the package {each.package}, which is not installed")
    return [BUILDERS[SELECTOR], *(each for each in wanted if each.name != SELECTOR)]


def _listed(names: str) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))


def _write(file: Path | None, rows: list[Row], here: dict[str, object]) -> None:
    if file is not None:
        rows_file.write(file, {"machine": here, "rows": [asdict(row) for row in rows]})
