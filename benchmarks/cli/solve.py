"""``benchmarks solve``: one instance, one answer."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import instances
from benchmarks.answer import Answer, Status
from benchmarks.cli.console import out
from benchmarks.cli.interrupt import stopping
from benchmarks.engine import ask
from benchmarks.errors import known
from benchmarks.formats import FORMATS
from benchmarks.instance import Reader

_EXITS: dict[Status, int] = {"optimal": 0, "feasible": 0, "infeasible": 3, "unknown": 4}


def command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="The instance; if not here, looked up among the instances.", show_default=False
        ),
    ],
    name: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(FORMATS)}.", show_default=False)
    ],
    time_limit: Annotated[
        float | None, typer.Option(min=0.001, metavar="S", help="Seconds after which the best award so far is given.")
    ] = None,
    road: Annotated[
        Reader | None,
        typer.Option(
            "--reader",
            help="Read FILE as a whole case, or straight into a program; by its size unless told.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--instances",
            metavar="DIR",
            help=f"Folder of instances; else {instances.VARIABLE}, else ../shared/instances beside the checkout.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Solve FILE to a gap of 0 and print objective, bound, gap, seconds and status.

    Exit code: 0 an award was found, 2 the file cannot be used, 3 no award can be, 4 none was found within the limits,
    1 anything else. Ctrl-C ends the search with the best award so far.
    """
    file_format = known("format", name, FORMATS)
    path = instances.find(file, instances.folder(folder))
    instance = file_format.read(path, road)
    with stopping() as stop:
        answer = ask(instance, time_limit=time_limit, gap=0.0, stop=stop)
    if as_json:
        head = {"file": str(file), "format": name, "reader": instance.reader}
        out.file.write(json.dumps({**head, **_rounded(answer)}, allow_nan=False) + "\n")
    else:
        out.print(f"{file} (read as a {instance.reader}): {_line(answer)}", markup=False, soft_wrap=True)
    raise typer.Exit(_EXITS[answer.status])


def _rounded(answer: Answer) -> dict[str, object]:
    told = {**asdict(answer), "seconds": round(answer.seconds, 3)}
    del told["base"]  # for those who work out gaps along the way
    return told


def _line(answer: Answer) -> str:
    parts: list[str] = [answer.status]
    if answer.objective is not None:
        parts.append(f"objective {answer.objective:,.2f}")
    if answer.bound is not None:
        parts.append(f"bound {answer.bound:,.2f}")
    if answer.gap is not None:
        parts.append(f"gap {answer.gap:.4%}")
    return ", ".join((*parts, f"{answer.seconds:.1f} s"))
