"""Some of the lots of a case."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.quantities import Id, Name


class LotSet(Model):
    """The lots of some services for some buyers; all where it names neither."""

    services: Annotated[tuple[Id, ...], Field(description="Services; all if none is named.")] = ()
    buyers: Annotated[
        tuple[Id, ...],
        Field(description="Buyers, besides those of the areas and regions; all if none of the three is named."),
    ] = ()
    areas: Annotated[tuple[Name, ...], Field(description="Areas all of whose buyers are meant.")] = ()
    regions: Annotated[tuple[Name, ...], Field(description="Regions all of whose buyers are meant.")] = ()
