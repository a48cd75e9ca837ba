"""Whom a service may be called off from."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.quantities import Count, Id, Name


class Framework(Model):
    """An agreement under which services are called off, with the bidders accredited to it."""

    id: Annotated[Id, Field(description="Unique among frameworks.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    services: Annotated[
        tuple[Id, ...], Field(min_length=1, description="Services called off under it; each under one framework only.")
    ]
    accredited: Annotated[
        tuple[Id, ...] | None,
        Field(description="Bidders that may win these services, besides buyers for themselves; all if left out."),
    ] = None
    min_competitors: Annotated[
        Count,
        Field(
            description="Mini-competition: a lot is called off only where at least so many accredited bidders bid for it; 0 and 1 allow direct calls."
        ),
    ] = 0
