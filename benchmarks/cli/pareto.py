"""``benchmarks pareto``: one problem with several objectives, all its nondominated points."""

import json
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import instances
from benchmarks.cli.console import out
from benchmarks.cli.interrupt import stopping
from benchmarks.errors import InputInvalid, known
from benchmarks.fronts import FORMATS, Format
from selector import nondominated

_NONE, _OPEN = 3, 4


def command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="The instance, of mavrotas-kp a folder; if not here, looked up among the instances.",
            show_default=False,
        ),
    ],
    name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"One of {', '.join(FORMATS)}. Points are printed as their publisher lists them: profits, but for "
            "kirlik-kp, which lists them with a minus.",
            show_default=False,
        ),
    ],
    time_limit: Annotated[
        float | None, typer.Option(min=0.001, metavar="S", help="Seconds after which the points so far are given.")
    ] = None,
    epsilon: Annotated[
        float,
        typer.Option(
            min=0,
            max=1,
            metavar="E",
            help="A share of a point's values: what is no more than that better is not looked for.",
        ),
    ] = 0.0,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="How many searches run at once; as many as there are processors if left out."
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
    """Find all nondominated points of FILE and print them, whether they are proven to be all, and seconds.

    Exit code: 0 points were found, 2 the file cannot be used, 3 there is no solution, 4 none was found within the limits,
    1 anything else. Ctrl-C ends the search with the points so far.
    """
    file_format = known("format", name, FORMATS)
    front = file_format.read(find(file_format, file, instances.folder(folder)))
    with stopping() as stop:
        found = nondominated(front.program, epsilon=epsilon, time_limit=time_limit, workers=workers, stop=stop)
    points = sorted(front.told(each.values) for each in found.points)
    if as_json:
        told = {"points": points, "complete": found.complete, "seconds": round(found.seconds, 3)}
        head = {"file": str(file), "format": name, "searches": found.searches, "gap": found.gap}
        out.file.write(json.dumps({**told, **head}, allow_nan=False) + "\n")
    else:
        for point in points:
            out.print(" ".join(map(str, point)), markup=False, soft_wrap=True)
        proven = (
            "all there are" if found.complete and not epsilon else "complete to epsilon" if found.complete else "open"
        )
        out.print(f"{len(points)} points, {proven}, {found.searches} searches, {found.seconds:.1f} s", markup=False)
    raise typer.Exit(0 if points else _NONE if found.infeasible else _OPEN)


def find(file_format: Format, file: Path, folder: Path) -> Path:
    """The path of an instance: as given, else under the folder of instances.

    Raises
    ------
    InputInvalid
        if it is in neither place.
    """
    if not file_format.folder:
        return instances.find(file, folder)
    for path in (file, folder / file):
        if path.is_dir():
            return path
    raise InputInvalid(f"there is no folder {file}, here or under {folder}")
