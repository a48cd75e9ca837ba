"""``selector conflict``: why a case has no award, and what would mend it."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from models import Case, Evaluation, Options, Status
from selector.cli.case_file import read_case_file
from selector.cli.certificate import certificate_lines
from selector.cli.console import complain, emit, err, out
from selector.cli.exits import INVALID, OF_STATUS
from selector.cli.interrupt import stopping
from selector.cli.live import live
from selector.cli.mending import mended_case
from selector.cli.move_options import asked_options, options_again
from selector.cli.next_command import next_command
from selector.cli.options import CasePath, ScenarioId
from selector.cli.paragraph import print_command, print_paragraph
from selector.cli.repair import repairs_of
from selector.cli.why import print_conflict
from selector.evaluation import evaluate
from selector.files import write_case_file
from selector.scenarios import under
from selector.search import Sign
from selector.verify.words import count

_CLASHES, _REPAIRS = 2, 2
_WHY_NOTHING: Mapping[Status, str] = {
    "optimal": "there is nothing to mend",
    "feasible": "there is nothing to mend",
    "infeasible": "no repair was found",
    "unknown": "whether there is anything to mend was not found within the limits",
}


def command(
    case: CasePath,
    scenario: ScenarioId = None,
    apply: Annotated[
        Path | None,
        typer.Option(
            "--apply",
            metavar="FILE",
            help="Write the mended case into this file, never over CASE itself.",
            show_default=False,
        ),
    ] = None,
    choice: Annotated[
        int | None,
        typer.Option("--choice", min=1, metavar="N", help="Which repair to apply; the first if left out."),
    ] = None,
    fixed: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN",
            help="Rules that no repair may move, by name; * stands for any text. May be repeated.",
        ),
    ] = None,
    weight: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN=W",
            help="How much a move of these rules counts; 1 if left out. May be repeated.",
        ),
    ] = None,
    clashes: Annotated[int, typer.Option(min=1, max=1000, metavar="N", help="Most conflicts to look for.")] = _CLASHES,
    repairs: Annotated[int, typer.Option(min=1, max=1000, metavar="N", help="Most repairs to look for.")] = _REPAIRS,
    time_limit: Annotated[
        float | None,
        typer.Option(
            min=0.001,
            max=10**7,
            metavar="S",
            help="Seconds for all of it; if left out, the reasons and repairs have 20.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the conflict as JSON; null if there is none.")] = False,
) -> None:
    """Tell why CASE has no award, and what would mend it.

    Exit code: 0 the case has an award (nothing is written then), or its mended case was written; 2 the case has
    faults, or there is no such choice; 3 no award can keep its rules; 4 whether one can was not found within the
    limits; 1 anything else. Ctrl-C ends it with what was found so far.
    """
    if choice is not None and apply is None:
        raise typer.BadParameter("it says which repair to write, and needs --apply FILE", param_hint="--choice")
    if apply is not None and apply.exists() and case.exists() and apply.samefile(case):
        raise typer.BadParameter(
            "this is CASE itself, which is never written over: name another file", param_hint="--apply"
        )
    options = asked_options(fixed or (), weight or (), time_limit)
    read = read_case_file(case)
    if scenario is not None:
        read = under(read, scenario)
    evaluation = _examined(read, options, clashes, repairs)
    if as_json:
        emit("null\n" if evaluation.conflict is None else evaluation.conflict.model_dump_json(indent=2) + "\n")
    else:
        again = [*(["--scenario", scenario] if scenario else []), *options_again(options)]
        again += ["--clashes", str(clashes)] if clashes != _CLASHES else []
        again += ["--repairs", str(repairs)] if repairs != _REPAIRS else []
        _print(case, read, evaluation, again)
    if apply is not None and _applied(apply, read, evaluation, choice or 1):
        return
    raise typer.Exit(OF_STATUS[evaluation.status])


def _examined(case: Case, options: Options, clashes: int, repairs: int) -> Evaluation:
    """The evaluation, which ends with the first award: any award answers the question."""
    found = threading.Event()
    with stopping() as asked, live() as tell:

        def note(sign: Sign) -> None:
            if sign.incumbent is not None:
                found.set()
            tell(sign)

        return evaluate(
            case,
            options,
            on_progress=note,
            stop=lambda: asked() or found.is_set(),
            clashes=clashes,
            repairs=repairs,
        )


def _print(path: Path, case: Case, evaluation: Evaluation, again: list[str]) -> None:
    if evaluation.awards:
        print_paragraph(out, f"{case.name} has an award: all its rules can hold together.")
        return
    print_paragraph(out, case.name, style="bold")
    for line in certificate_lines(evaluation):
        print_paragraph(out, line)
    if evaluation.conflict is not None:
        print_conflict(out, case, evaluation.conflict, next_command(path, again))


def _applied(target: Path, case: Case, evaluation: Evaluation, choice: int) -> bool:
    """Write the mended case; False, having said why, where there is nothing to write."""
    repairs = repairs_of(evaluation.conflict)
    if not repairs:
        by_bids = evaluation.conflict is not None and not evaluation.conflict.rules
        why = "no rule that is moved can mend the case" if by_bids else _WHY_NOTHING[evaluation.status]
        print_paragraph(err, f"Nothing was written: {why}.")
        return False
    if choice > len(repairs):
        complain(f"there is no choice {choice}: {count(len(repairs), 'repair')} found, nothing written")
        raise typer.Exit(INVALID)
    write_case_file(target, mended_case(case, repairs[choice - 1]))
    print_command(err, f"Written: {target}")
    return True
