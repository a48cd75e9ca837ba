"""``selector analyse``: every question about an award, answered beside it."""

import io
import time
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from models import Case
from selector.cli.analyses import ANALYSES, Analysis, Asking, answers
from selector.cli.case_file import read_case_and_award
from selector.cli.console import err, out
from selector.cli.exits import OF_STATUS
from selector.cli.hands import hands
from selector.cli.interrupt import stopping
from selector.cli.letter_files import StandstillEnds, write_letters
from selector.cli.live import live
from selector.cli.options import CasePath, ClusterAddress, Gap, Solver, Workers, options_asked
from selector.files import write_text

_WIDTH = 100
LETTERS = "letters"


def command(
    case: CasePath,
    award: Annotated[Path, typer.Argument(metavar="AWARD", help="The award.json of this case.", show_default=False)],
    out_dir: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Where to write; the folder of AWARD if left out.", show_default=False
        ),
    ] = None,
    time_limit: Annotated[
        float | None,
        typer.Option(
            min=0.001,
            max=10**7,
            metavar="S",
            help="Seconds for all of it; what is open then stays open. If left out 40 for pareto and 100 for stability; for each other question none up to 2,500 bids, and 40 above it.",
        ),
    ] = None,
    standstill_ends: StandstillEnds = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
) -> None:
    """Answer every question about AWARD: market, explain, prices, ties, resilience, audit, pareto and stability, and draft the letters.

    Of each it writes the answer as JSON and as text, and a folder of letters to those who have lost something. Exit
    code: 0 it was done, be it that something is open; 2 a file has faults, or AWARD is not one of CASE; 3 and 4 AWARD
    holds no award; 1 anything else. Ctrl-C ends it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    read, known = read_case_and_award(case, award)
    if known is None or not known.awards:
        err.print("There is nothing to look into: this file holds no award.", soft_wrap=True)
        raise typer.Exit(OF_STATUS[known.status if known is not None else "unknown"])
    folder = award.parent if out_dir is None else out_dir
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, Any] = {}
    since = time.monotonic()
    with hands(cluster) as executor, stopping() as stop, live() as tell:
        for name, answer in answers(Asking(read, known, options, workers, tell, stop, executor=executor)):
            found[name] = answer
            write_text(folder / f"{name}.json", answer.to_json())
            write_text(folder / f"{name}.txt", _text(ANALYSES[name], read, answer))
            _say(f"{name:<12}{time.monotonic() - since:8.1f} s   {folder / name}.json, .txt")
            since = time.monotonic()
    number = write_letters(folder / LETTERS, read, known, standstill_ends, found["explain"])
    _say(f"{LETTERS:<12}{number:8,}     {folder / LETTERS}")


def _text(analysis: Analysis, case: Case, answer: object) -> str:
    page = io.StringIO()
    analysis.show(Console(file=page, width=_WIDTH, highlight=False, soft_wrap=False), case, answer)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _say(line: str) -> None:
    out.print(line, markup=False, soft_wrap=True)
