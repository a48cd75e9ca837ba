"""How hard to look, and for how long."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Model
from models.quantities import Gap, Id, Name, Seconds, Weight


class Options(Model):
    """Options of one evaluation; the command line's take precedence over the case's."""

    gap: Annotated[
        Gap | None,
        Field(
            description="Gap at which an award counts as proven, as a fraction; 0 is to the penny. If left out: 0 up to board size (2,500 bids), 0.0001 above."
        ),
    ] = None
    time_limit: Annotated[
        Seconds | None, Field(description="Seconds after which the best award so far is given; none if left out.")
    ] = None
    solver: Annotated[
        Id | None,
        Field(
            description="Solver to use: `highs`, or one that PuLP drives, such as `cbc`, `scip`, `gurobi` or `cplex`; `highs` if left out."
        ),
    ] = None
    method: Annotated[
        Literal["auto", "whole", "parts"] | None,
        Field(
            description="How HiGHS searches: `whole`, by branch and cut over the whole program; `parts`, by its independent blocks, with what couples them priced; `auto`, or left out, in parts above board size. Either way the same is proven."
        ),
    ] = None
    fixed: Annotated[
        tuple[Name, ...] | None,
        Field(
            description="What may not move to mend a case without an award: names of rules as a conflict has them, where `*` stands for any text, such as `budget[*`; nothing if left out."
        ),
    ] = None
    move_weights: Annotated[
        dict[Name, Weight] | None,
        Field(
            description="What moves count to mend a case without an award, by names as in `fixed`; the last that fits counts, 1 where none does."
        ),
    ] = None
