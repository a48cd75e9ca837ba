"""Where in the models a path leads: for messages that point at a field and name its neighbours."""

import typing
from types import UnionType
from typing import Any

from pydantic import BaseModel

# What pydantic adds to a path to say that the key itself is at fault, not what it stands for.
_KEY = "[key]"


def place(
    root: type[BaseModel], location: tuple[str | int, ...], *, key_may_be_at_fault: bool = True
) -> tuple[tuple[str | int, ...], tuple[str, ...]]:
    """The path in the document of a pydantic location under ``root``, and the fields that may stand where it ends.

    A location names, besides keys and indices, the member of a union that was tried and whether a key itself is at
    fault; the path does not. There are no fields where the path ends in something other than a model.
    """
    here: Any = root
    holder: Any = None
    path: list[str | int] = []
    for part in location:
        members = _members(here)
        if len(members) > 1:
            here = _member(members, part)
            continue
        if part == _KEY and typing.get_origin(holder) is dict and key_may_be_at_fault:
            continue
        holder = members[0] if members else None
        here = _inside(holder, part)
        path.append(part)
    return tuple(path), tuple(holder.model_fields) if _is_model(holder) else ()


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _members(annotation: Any) -> tuple[Any, ...]:
    """What an annotation allows, besides null."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _members(typing.get_args(annotation)[0])
    if origin in (typing.Union, UnionType):
        return tuple(member for choice in typing.get_args(annotation) for member in _members(choice))
    return () if annotation in (None, type(None)) else (annotation,)


def _member(members: tuple[Any, ...], label: str | int) -> Any:
    """The model of a union that has ``label`` as a literal; None where none has."""
    for member in members:
        if _is_model(member) and any(
            label in typing.get_args(field.annotation) for field in member.model_fields.values()
        ):
            return member
    return None


def _inside(holder: Any, part: str | int) -> Any:
    """The annotation of what ``part`` leads to in ``holder``; None where it leads out of the models."""
    if _is_model(holder):
        field = holder.model_fields.get(part)
        return field.annotation if field else None
    match typing.get_origin(holder), typing.get_args(holder):
        case (kind, (of, *_)) if kind is tuple:
            return of
        case (kind, (_, of)) if kind is dict:
            return of
    return None
