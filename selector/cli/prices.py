"""``selector prices``: what the rules of a case cost."""

from typing import Annotated

import typer

from selector.cli.console import out
from selector.cli.options import (
    AnswerAsJson,
    AwardPath,
    CasePath,
    ClusterAddress,
    Gap,
    Solver,
    TimeLimit,
    Workers,
    options_asked,
)
from selector.cli.prices_tables import print_prices
from selector.cli.question import asking, told
from selector.decide.prices import prices


def command(
    case: CasePath,
    award: AwardPath = None,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="A rule to be priced, such as 'floor[hr]' or the id of one of the board's; all if left out. May be repeated.",
            show_default=False,
        ),
    ] = None,
    pairs: Annotated[
        bool | None,
        typer.Option(
            "--pairs/--no-pairs",
            help="Price them two by two as well, at most fifteen of them; up to board size alone if left out.",
            show_default=False,
        ),
    ] = None,
    time_limit: TimeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    every: Annotated[bool, typer.Option("--all", help="List every rule, however many there are.")] = False,
    as_json: AnswerAsJson = False,
) -> None:
    """Tell what each rule, floor, cap and threshold of CASE costs: how much better the best award would be without it.

    Exit code: 0 the question is answered, be it between two figures; 2 a file has faults, there is no such rule, or AWARD
    is not one of CASE; 3 no award can keep the rules of CASE (why, tells selector conflict); 4 of some rule nothing is
    known of what it costs; 1 anything else. Ctrl-C ends it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    with asking(case, award, cluster) as (read, given):
        answer = prices(read, options, rules=rule or (), pairs=pairs, workers=workers, **given)
    told(answer, as_json, lambda: print_prices(out, read, answer, every=every))
