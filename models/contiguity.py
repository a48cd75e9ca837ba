"""What it takes for the ground that one provider serves to hang together."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Model
from models.quantities import Distance

Level = Literal["buyer", "area", "region"]


class Contiguity(Model):
    """From any place that a provider serves there is a way to any other through places that it serves."""

    of: Annotated[Level, Field(description="What the places are: single buyers, areas or regions.")] = "area"
    within_km: Annotated[
        Distance | None,
        Field(
            description="Two places are neighbours if a buyer of one is at most so far from a buyer of the other; if left out, those that `neighbours` of the case lists."
        ),
    ] = None
