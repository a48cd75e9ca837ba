"""Buyers that commit to one supplier together."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.quantities import Id, Name


class JointPurchase(Model):
    """Buyers that take, of each service they buy together, one supplier for all of them."""

    id: Annotated[Id, Field(description="Unique among joint purchases.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    buyers: Annotated[tuple[Id, ...], Field(description="Buyers that commit themselves.")] = ()
    areas: Annotated[tuple[Name, ...], Field(description="Areas all of whose buyers commit themselves.")] = ()
    regions: Annotated[tuple[Name, ...], Field(description="Regions all of whose buyers commit themselves.")] = ()
    services: Annotated[
        tuple[Id, ...] | None, Field(min_length=1, description="Services bought together; all if left out.")
    ] = None
