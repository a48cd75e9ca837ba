"""``selector audit``: what the award owes to the price formula, and to bids that win nothing."""

from typing import Annotated

import typer

from selector.cli.audit_tables import print_audit
from selector.cli.console import out
from selector.cli.options import (
    AnswerAsJson,
    AwardPath,
    CasePath,
    ClusterAddress,
    EveryLot,
    Gap,
    LargeLimit,
    Solver,
    Workers,
    options_asked,
)
from selector.cli.question import asking, told
from selector.decide.audit import audit


def command(
    case: CasePath,
    award: AwardPath = None,
    formula: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="A price formula of docs/scoring.md; may be repeated. All of them if left out.",
            show_default=False,
        ),
    ] = None,
    time_limit: LargeLimit = None,
    gap: Gap = None,
    solver: Solver = None,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    as_json: AnswerAsJson = False,
    lots: EveryLot = False,
) -> None:
    """Tell what the award of CASE owes to the price formula, and whether a bid that wins nothing decides it.

    Told are the award under each price formula, the lots whose winner hangs on it, the pairs of bids for a lot whose order
    changes once a third is withdrawn, and what becomes of each award without each bidder that wins nothing.

    Exit code: 0 the question is answered, whatever the answer is; 2 a file has faults, or AWARD is not one of CASE; 3 no
    award can keep the rules of CASE; 4 something is open, or an award is not proven as closely as was asked for; 1
    anything else. Ctrl-C ends it with what was found so far.
    """
    options = options_asked(gap, time_limit, solver)
    with asking(case, award, cluster) as (read, given):
        answer = audit(read, options, formulas=formula or (), workers=workers, **given)
    told(answer, as_json, lambda: print_audit(out, read, answer, every_lot=lots))
