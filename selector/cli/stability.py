"""``selector stability``: how far weights and figures may move before another award is best."""

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
from selector.cli.percent import percent
from selector.cli.question import asking, told
from selector.cli.stability_tables import print_stability
from selector.decide.stability import stability


def command(
    case: CasePath,
    award: AwardPath = None,
    samples: Annotated[
        int, typer.Option(min=0, max=1_000_000, metavar="N", help="How many samples to draw; 0 draws none.")
    ] = 100,
    seed: Annotated[
        int, typer.Option(min=0, metavar="K", help="Of the samples: the same seed draws the same ones.")
    ] = 1,
    prices: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=100,
            metavar="PCT",
            help="Draw each bid's prices up to so many per cent higher or lower. If nothing is said to be drawn: 5, and --transfer 10.",
            show_default=False,
        ),
    ] = None,
    volumes: Annotated[
        float | None,
        typer.Option(min=0, max=100, metavar="PCT", help="Draw each lot's volume likewise.", show_default=False),
    ] = None,
    transfer: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=100,
            metavar="PCT",
            help="Draw the share of staff that transfers to each kind of bidder likewise.",
            show_default=False,
        ),
    ] = None,
    weights: Annotated[
        bool,
        typer.Option(
            "--weights", help="Draw the weights of the objective, any as likely as any other, where two or more count."
        ),
    ] = False,
    time_limit: TimeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    every: Annotated[bool, typer.Option("--all", help="List every lot and region, however many there are.")] = False,
    as_json: AnswerAsJson = False,
) -> None:
    """Tell how far weights may move before another award of CASE is the best, and how often it is at figures drawn at random.

    Exit code: 0 the question is answered, be it between two figures; 2 a file has faults, or AWARD is not one of CASE;
    3 no award can keep the rules of CASE; 4 some of it is open; 1 anything else. Ctrl-C ends it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    with asking(case, award, cluster) as (read, given):
        answer = stability(
            read,
            options,
            samples=samples,
            seed=seed,
            prices=None if prices is None else percent(prices),
            volumes=None if volumes is None else percent(volumes),
            transfer=None if transfer is None else percent(transfer),
            weights=weights,
            workers=workers,
            **given,
        )
    told(answer, as_json, lambda: print_stability(out, read, answer, every=every))
