"""What fields the models have: looked up by path, for messages and for the reference in ``docs/case.md``."""

import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation mentions, outermost first."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for argument in typing.get_args(annotation):
        yield from models_in(argument)


def model_at(root: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model to which ``path`` leads from ``root``; None where it leads to no model."""
    here: type[BaseModel] | None = root
    for part in path:
        if here is None:
            return None
        if isinstance(part, int):
            continue
        field = here.model_fields.get(part)
        here = next(models_in(field.annotation), None) if field else None
    return here
