"""``selector compare``: the awards of a case under several scenarios, side by side."""

from pathlib import Path
from typing import Annotated

import typer

from models import Comparison
from selector.cli.case_file import read_case_file
from selector.cli.compare_live import live_scenarios
from selector.cli.compare_tables import print_comparison
from selector.cli.console import emit, out
from selector.cli.exits import INVALID, OF_STATUS
from selector.cli.hands import hands
from selector.cli.interrupt import stopping
from selector.cli.options import AnswerAsJson, CasePath, ClusterAddress, EveryLot, Gap, Solver, options_asked
from selector.cli.paper_files import say_written, write_comparison_paper
from selector.compare import compare
from selector.files import write_text
from selector.scenarios import AS_STATED

_MOST_WORKERS = 64
COMPARISON = "comparison.json"


def command(
    case: CasePath,
    scenarios: Annotated[
        str | None,
        typer.Option(
            metavar="A,B,...",
            help="Scenarios of CASE, or built-in ones; if left out all of CASE, or the built-in ones where it has none.",
            show_default=False,
        ),
    ] = None,
    baseline: Annotated[
        str, typer.Option(metavar="ID", help="The scenario that the others are held against.")
    ] = AS_STATED,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=_MOST_WORKERS,
            metavar="N",
            help="Searches at once; one for each processor, or each place of a cluster, if left out.",
        ),
    ] = None,
    cluster: ClusterAddress = None,
    time_limit: Annotated[
        float | None,
        typer.Option(
            min=0.001,
            max=10**7,
            metavar="S",
            help="Seconds for all of it; if left out none up to 2,500 bids; above it 105, or 25 for each search that a worker has to make.",
        ),
    ] = None,
    gap: Gap = None,
    solver: Solver = None,
    as_json: AnswerAsJson = False,
    target: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Write the answer as JSON and a paper into this folder; of a name that ends in .json, the answer alone into that file.",
            show_default=False,
        ),
    ] = None,
    lots: EveryLot = False,
) -> None:
    """Find the best award of CASE under each of several scenarios, and how they differ.

    The case as stated is always among them. Built-in scenarios: cheapest, best-quality, all-nhs, no-redundancy,
    incumbents-stay, partnerships-only, in-house. Differences that the proofs leave open are marked with ~.

    Exit code: 0 every scenario is answered, be it that it has no award or does not fit CASE; 2 a file has faults, or
    there is no such scenario; 3 no scenario has an award; 4 something was not found within the limits; 1 anything
    else. Ctrl-C ends it with the best awards so far.
    """
    options = options_asked(gap, time_limit, solver)
    read = read_case_file(case)
    names = tuple(name.strip() for name in (scenarios or "").split(",") if name.strip())
    with hands(cluster) as executor, stopping() as stop, live_scenarios() as tell:
        answer = compare(
            read, names, options, baseline=baseline, executor=executor, workers=workers, on_progress=tell, stop=stop
        )
    paper = target is not None and target.suffix.lower() != ".json"
    file = target / COMPARISON if target is not None and paper else target
    if file is not None:
        write_text(file, answer.to_json())
    if as_json:
        emit(answer.to_json())
    else:
        print_comparison(out, read, answer, every_lot=lots)
        if file is not None:
            say_written([file])
    if target is not None and paper:
        write_comparison_paper(target, read, answer)
    raise typer.Exit(_code(answer))


def _code(answer: Comparison) -> int:
    statuses = {each.status for each in answer.scenarios}
    if not answer.answered:
        return OF_STATUS["unknown"]
    if statuses <= {"infeasible", "faulty"}:
        return OF_STATUS["infeasible"] if "infeasible" in statuses else INVALID
    return OF_STATUS["optimal"]
