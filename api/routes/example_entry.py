"""A bundled example, as answers tell of it."""

from typing import Annotated, Self

from pydantic import Field

from api.http.links import href
from models.base import Model
from selector.examples.bundled import Bundled


class ExampleEntry(Model):
    """A case that comes with the service."""

    name: Annotated[str, Field(description="By which it is asked for.")]
    title: Annotated[str, Field(description="Name as printed.")]
    about: Annotated[str, Field(description="What there is to see in it.")]
    buyers: int
    lots: int
    bids: int
    href: Annotated[str, Field(description="Where the case is.")]

    @classmethod
    def of(cls, name: str, example: Bundled) -> Self:
        """That of an example."""
        return cls(
            name=name,
            title=example.title,
            about=example.about,
            buyers=example.buyers,
            lots=example.lots,
            bids=example.bids,
            href=href("examples", name),
        )


class ExampleList(Model):
    """The cases that come with the service."""

    items: Annotated[tuple[ExampleEntry, ...], Field(description="The smallest first.")]
