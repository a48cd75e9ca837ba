"""``benchmarks scale``: the same questions asked of clusters of one worker and of several."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.cli.console import note, out
from benchmarks.cli.interrupt import ending_like_interrupting
from benchmarks.errors import InputInvalid, known
from benchmarks.report.scale import section
from benchmarks.running.machine import machine
from benchmarks.scale import file as files
from benchmarks.scale.measured import measured
from benchmarks.scale.questions import QUESTIONS
from models import ExtraMissing

_INTERRUPTED = 130
_MOST = 64


def command(
    questions: Annotated[
        str, typer.Option(metavar="NAME,...", help=f"What to ask: {', '.join(QUESTIONS)}; all if left out.")
    ] = ",".join(QUESTIONS),
    workers: Annotated[str, typer.Option(metavar="N,...", help="Numbers of workers; 1 comes first.")] = "1,2",
    file: Annotated[
        Path | None,
        typer.Option(
            "--json", metavar="FILE", help="Write what was measured here, after each row.", show_default=False
        ),
    ] = None,
) -> None:
    """Start clusters on this machine, ask each the same, and end it.

    What more workers would take is worked out from what one took (docs/scale.md). Exit code: 0 all was measured, 1 a cluster
    did not start, 2 a name or FILE cannot be used, 130 ended by Ctrl-C; FILE keeps the rows so far.
    """
    if sys.platform != "linux":
        raise InputInvalid("processes are ended as Linux does it: this runs there alone")
    asked = {name: known("question", name, QUESTIONS) for name in map(str.strip, questions.split(",")) if name}
    numbers = _numbers(workers)
    if find_spec("distributed") is None:
        raise ExtraMissing("a cluster needs its extra: pip install 'supplier-selector[cluster]'")
    # Who asks and who works share the processors: figures of a machine that did something else besides say so.
    about = {**machine(("dask", "distributed", "highspy")), "load": round(os.getloadavg()[0], 1)}
    rows: list[dict[str, object]] = []
    ended = 0
    try:
        with ending_like_interrupting():
            for row in measured(asked, numbers, note):
                rows.append(row)
                if file is not None:
                    files.write(file, about, rows)
    except KeyboardInterrupt:
        note(f"Stopped after {len(rows)} rows.")
        ended = _INTERRUPTED
    out.print(section({"machine": about, "scale": rows}), markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(ended)


def _numbers(text: str) -> list[int]:
    try:
        found = sorted({int(each) for each in text.split(",")} | {1})
    except ValueError:
        found = [0]
    if found[0] < 1 or found[-1] > _MOST:
        raise InputInvalid(f"--workers takes numbers from 1 to {_MOST}, with commas between")
    return found
