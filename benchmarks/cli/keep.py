"""``benchmarks keep``: figures put where the gate and the report find them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import rows_file
from benchmarks.cli.console import note
from benchmarks.report import building, figures, fronts, scale, service
from benchmarks.scale import file as scale_files
from benchmarks.service import file as service_files


def command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Results of `benchmarks run --json`, of one suite, of `benchmarks build`, `fronts`, `scale` or `service` with `--json`.",
            show_default=False,
        ),
    ],
) -> None:
    """Keep the figures of FILE as those of its suite, in place of what was kept.

    Several files of one suite, machine and version become one, of a case and engine in several the last; name the kept
    file first to add to it. Of fronts, a case with an engine and a number of processes replaces what was kept of it. Of files of the service each part replaces what was kept of it. Exit code: 0 kept, 2 a file cannot be used.
    """
    built = building.content_of(files[-1])
    if built is not None:
        path = figures.KEPT / f"{building.NAME}.json"
        rows_file.write(path, built)
        note(f"{len(built['rows'])} rows of building are kept in {path.name}.")
        return
    if fronts.content_of(files[-1]) is not None:
        _keep_fronts(files)
        return
    scaled = scale_files.read(files[-1])
    if scaled is not None:
        path = figures.KEPT / f"{scale.NAME}.json"
        scale_files.write(path, scaled["machine"], scaled["scale"])
        note(f"{len(scaled['scale'])} rows of clusters are kept in {path.name}.")
        return
    served = [service_files.read(file) for file in files]
    if any(each is not None for each in served):
        _keep_service([part for each in served for part in each or ()])
        return
    found = figures.together([figures.read(file) for file in files])
    path = figures.keep(found)
    note(f"{len(found.rows)} rows of {found.suite} are kept in {path.name}.")


def _keep_fronts(files: Sequence[Path]) -> None:
    path = figures.KEPT / f"{fronts.NAME}.json"
    contents = [fronts.content_of(file) for file in (path, *files)]
    found = fronts.together([each for each in contents if each is not None])
    rows_file.write(path, found)
    note(f"{len(found[fronts.NAME])} fronts are kept in {path.name}.")


def _keep_service(new: Sequence[service_files.Measured]) -> None:
    path = figures.KEPT / f"{service.NAME}.json"
    found = service_files.together(service_files.read(path) or [], new)
    service_files.write(path, found)
    note(f"{', '.join(part.part for part in found)} of the service are kept in {path.name}.")
