"""What should be in a record, as far as it says anything of it."""

from typing import Any, TypeVar

from models.base import Model

_Any = TypeVar("_Any", bound=Model)


def as_far_as_stated(expected: _Any, stated: _Any) -> _Any:
    """``expected`` with what ``stated`` leaves out: an earlier version did not know of every field."""
    update = {
        name: _value(getattr(expected, name), getattr(stated, name))
        if name in stated.model_fields_set
        else getattr(stated, name)
        for name in type(stated).model_fields
    }
    return expected.model_copy(update=update)


def _value(expected: Any, stated: Any) -> Any:
    if expected is stated:
        return stated
    if isinstance(expected, Model) and isinstance(stated, Model):
        return as_far_as_stated(expected, stated)
    if isinstance(expected, tuple) and isinstance(stated, tuple) and len(expected) == len(stated):
        return tuple(_value(one, other) for one, other in zip(expected, stated, strict=True))
    return expected
