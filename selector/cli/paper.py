"""``selector paper``: the board paper of an award."""

from pathlib import Path
from typing import Annotated

import typer

from models import Case, Evaluation
from selector.cli.case_file import read_case_and_award
from selector.cli.console import note
from selector.cli.exits import OF_STATUS
from selector.cli.hands import hands
from selector.cli.options import CasePath, ClusterAddress, Gap, Solver, Workers, options_asked
from selector.cli.paper_answers import Searching, missing_answers
from selector.cli.paper_files import PAPER, PUBLIC, say_written
from selector.decide.known_award import check_award
from selector.files import read_award_file
from selector.report.missing import check_extra


def command(
    case: CasePath,
    award: Annotated[Path, typer.Argument(metavar="AWARD", help="The award.json of this case.", show_default=False)],
    out_dir: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Where to write; the folder of AWARD if left out.", show_default=False
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option("--full", help="Search for the long analyses that are not beside AWARD yet, and write them too."),
    ] = False,
    publish: Annotated[
        bool, typer.Option("--publish", help="Write the paper that may be published, without prices, instead.")
    ] = False,
    since: Annotated[
        Path | None,
        typer.Option(metavar="AWARD", help="An earlier award.json to tell the differences from.", show_default=False),
    ] = None,
    time_limit: Annotated[
        float | None,
        typer.Option(min=0.001, max=10**7, metavar="S", help="With --full: seconds for all searches together."),
    ] = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
) -> None:
    """Write the board paper of AWARD: a page, a PDF and a results book.

    Answers that lie beside AWARD, as analyse and compare write them, have their sections in it. The paper that may be
    published tells who wins what, and nothing from which a bidder's price could be worked out.

    Exit code: 0 it is written, be it that something is open; 2 a file has faults, or AWARD is not one of CASE; 3 and 4
    AWARD holds no award: the paper says why; 1 anything else.
    """
    check_extra()
    from selector.report import answers_in, board_paper, public_paper, write_paper

    options = options_asked(gap, time_limit, solver)
    read, known = read_case_and_award(case, award)
    assert known is not None  # noqa: S101  AWARD is no option
    check_award(read, known)
    earlier = None if since is None else read_award_file(since)
    folder = award.parent if out_dir is None else out_dir
    folder.mkdir(parents=True, exist_ok=True)
    if publish:
        if not known.awards:
            note("there is nothing to publish: this file holds no award")
            raise typer.Exit(OF_STATUS[known.status])
        say_written(write_paper(folder, PUBLIC, public_paper(read, known)))
        return
    answers = answers_in(award.parent, known, note)
    if full and known.awards:
        stated = _as_stated(case, read, known)
        with hands(cluster) as executor:
            answers = missing_answers(Searching(read, stated, known, options, workers, executor), answers, folder)
    say_written(write_paper(folder, PAPER, board_paper(read, known, answers, earlier=earlier)))
    if not known.awards:
        raise typer.Exit(OF_STATUS[known.status])


def _as_stated(path: Path, read: Case, award: Evaluation) -> Case:
    """The case without the scenario that the award is of: what scenarios are compared on."""
    if award.provenance.scenario is None:
        return read
    found, _ = read_case_and_award(path, None)
    return found
