"""``selector evaluate``: the award of a case, with its proof."""

from pathlib import Path
from typing import Annotated

import typer

from selector.cli.case_file import read_case_file
from selector.cli.console import emit, out
from selector.cli.exits import OF_STATUS
from selector.cli.hands import hands
from selector.cli.interrupt import stopping
from selector.cli.live import live
from selector.cli.move_options import options_again
from selector.cli.next_command import next_command
from selector.cli.options import CasePath, ClusterAddress, EveryLot, Gap, ScenarioId, options_asked
from selector.cli.paper_files import say_written, write_board_paper
from selector.cli.summary import print_summary
from selector.cli.why import print_conflict
from selector.evaluation import evaluate
from selector.files import write_text
from selector.scenarios import AS_STATED, stamped, under
from selector.solve.outcome import Method

AWARD = "award.json"


def command(
    case: CasePath,
    scenario: ScenarioId = None,
    out_dir: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Write award.json and the board paper into this folder.", show_default=False
        ),
    ] = None,
    time_limit: Annotated[
        float | None,
        typer.Option(min=0.001, max=10**7, metavar="S", help="Seconds after which the best award so far is given."),
    ] = None,
    gap: Gap = None,
    solver: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Solver to use, as docs/solvers.md lists them: highs, cbc, scip, gurobi, cplex and others.",
            show_default=False,
        ),
    ] = None,
    method: Annotated[
        Method | None,
        typer.Option(
            help="How HiGHS searches: as a whole, in parts, or (auto) in parts above board size.", show_default=False
        ),
    ] = None,
    cluster: ClusterAddress = None,
    no_paper: Annotated[bool, typer.Option("--no-paper", help="Write award.json alone.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print award.json instead of tables.")] = False,
    lots: EveryLot = False,
) -> None:
    """Find the best award of CASE, prove it, verify it and print it.

    Exit code: 0 an award was made, 2 the case has faults, 3 no award can keep its rules, 4 none was found within the
    limits, 1 anything else. Ctrl-C ends the search with the best award so far.
    """
    options = options_asked(gap, time_limit, solver).model_copy(update={"method": method})
    read = read_case_file(case)
    if scenario is not None:
        read = under(read, scenario)
    if out_dir is not None:
        out_dir.mkdir(parents=True, exist_ok=True)  # now, rather than find out when the award is there
    with hands(cluster) as executor, stopping() as stop, live() as tell:
        evaluation = stamped(
            evaluate(read, options, on_progress=tell, stop=stop, executor=executor), scenario or AS_STATED
        )
    if out_dir is not None:
        write_text(out_dir / AWARD, evaluation.to_json())
    if as_json:
        emit(evaluation.to_json())
    else:
        print_summary(out, read, evaluation, every_lot=lots)
        if evaluation.conflict is not None:
            again = (*(("--scenario", scenario) if scenario else ()), *options_again(options))
            print_conflict(out, read, evaluation.conflict, next_command(case, again))
        if out_dir is not None:
            say_written([out_dir / AWARD])
    if out_dir is not None and not no_paper:
        write_board_paper(out_dir, read, evaluation)
    raise typer.Exit(OF_STATUS[evaluation.status])
