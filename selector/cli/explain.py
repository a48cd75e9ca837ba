"""``selector explain``: why each losing bid has lost, how far each winning bid is ahead, and letters to who has lost."""

from pathlib import Path
from typing import Annotated

import typer

from selector.cli.console import note, out
from selector.cli.explain_tables import print_explanation
from selector.cli.letter_files import StandstillEnds, write_letters
from selector.cli.options import (
    AnswerAsJson,
    AwardPath,
    CasePath,
    ClusterAddress,
    Gap,
    LargeLimit,
    Solver,
    Workers,
    options_asked,
)
from selector.cli.question import asking, told
from selector.decide.explain import explain
from selector.evaluation import evaluate
from selector.verify.words import count


def command(
    case: CasePath,
    award: AwardPath = None,
    bidder: Annotated[
        list[str] | None,
        typer.Option(
            "--bidder",
            metavar="ID",
            help="Whose bids to explain; may be given again. All if left out.",
            show_default=False,
        ),
    ] = None,
    letters_to: Annotated[
        Path | None,
        typer.Option(
            "--letters",
            metavar="DIR",
            help="Write a draft letter to each bidder that has lost something, a file each.",
            show_default=False,
        ),
    ] = None,
    standstill_ends: StandstillEnds = None,
    time_limit: LargeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    as_json: AnswerAsJson = False,
) -> None:
    """Explain an award bid by bid: the price and the quality at which each losing bid would have won, or what bars it.

    Exit code: 0 the question is answered; 2 a file has faults, there is no such bidder, or AWARD is not one of CASE; 3
    no award can keep the rules of CASE; 4 of some bid nothing was found within the limits; 1 anything else. Ctrl-C ends
    it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    bidders = tuple(bidder or ())
    with asking(case, award, cluster) as (read, given):
        if letters_to is not None and given["award"] is None:
            given["award"] = evaluate(
                read,
                options,
                executor=given["executor"],
                workers=workers,
                on_progress=given["on_progress"],
                stop=given["stop"],
            )
        answer = explain(read, options, bidders=bidders, workers=workers, **given)
    if letters_to is not None and given["award"] is not None:
        number = write_letters(letters_to, read, given["award"], standstill_ends, answer, bidders)
        note(f"{count(number, 'letter')} written to {letters_to}")
    told(answer, as_json, lambda: print_explanation(out, read, answer))
