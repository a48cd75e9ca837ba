"""Arguments and options that several commands have, each said once."""

from pathlib import Path
from typing import Annotated

import typer

from models import Options
from selector.solve import chosen

CasePath = Annotated[
    Path,
    typer.Argument(
        metavar="CASE", help="The case: a .json or .xlsx file, OCDS, or a folder of CSV files.", show_default=False
    ),
]
AwardPath = Annotated[
    Path | None,
    typer.Argument(
        metavar="AWARD",
        help="The award.json of this case, in place of finding the best award again.",
        show_default=False,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=1000,
        metavar="N",
        help="How many searches run at once; as many as there are processors, or as a cluster has places, if left out.",
        show_default=False,
    ),
]
ClusterAddress = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Have the searches made by the workers of a Dask cluster: the address of its scheduler (docs/scale.md).",
        show_default=False,
    ),
]
KnownAward = Annotated[
    Path | None,
    typer.Option(
        metavar="AWARD",
        help="The award.json of this case, in place of finding the best award again.",
        show_default=False,
    ),
]
TimeLimit = Annotated[
    float | None,
    typer.Option(min=0.001, max=10**7, metavar="S", help="Seconds for all of it; what is open then stays open."),
]
LargeLimit = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        min=0.001,
        max=10**7,
        metavar="S",
        help="Seconds for all of it; what is open then stays open. If left out none up to 2,500 bids; above it 40, beside finding the award.",
    ),
]
Gap = Annotated[
    float | None,
    typer.Option(
        min=0, max=1, metavar="G", help="Gap at which an award counts as proven, a fraction; 0 is to the penny."
    ),
]
Solver = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Solver to use, as docs/solvers.md lists them.", show_default=False),
]
ScenarioId = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        metavar="ID",
        help="A scenario of CASE, or a built-in one (docs/scenarios.md); the case as stated if left out.",
        show_default=False,
    ),
]
AnswerAsJson = Annotated[bool, typer.Option("--json", help="Print the answer as JSON instead of tables.")]
EveryLot = Annotated[bool, typer.Option("--lots", help="List every lot, however many there are.")]


def options_asked(gap: float | None, time_limit: float | None, solver: str | None) -> Options:
    """The options as stated, with the solver by the name it goes by.

    Errors as of ``chosen``: a solver's name may be anything, so it is looked up before it becomes a field.
    """
    return Options(gap=gap, time_limit=time_limit, solver=None if solver is None else chosen(solver))
