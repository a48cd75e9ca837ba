"""How hard to look, and for how long."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.quantities import Gap, Seconds


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
