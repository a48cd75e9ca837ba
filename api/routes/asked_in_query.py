"""What a kind of run may be asked, as parameters of a query."""

from collections.abc import Mapping
from typing import Annotated, Any, get_origin

from pydantic import Field, create_model
from pydantic.fields import FieldInfo

from models.base import Model

PARAMETERS: Mapping[str, str] = {
    "scenarios": "scenario",
    "bids": "bid",
    "bidders": "bidder",
    "rules": "rule",
    "formulas": "formula",
    "objectives": "objective",
    "budgets": "budget",
}
"""What a field of several names is called in the query, where it may be repeated."""
_NOT_AT_ONCE = ("award",)
"""Fields that are about runs."""


def query_model(asked: type[Model]) -> type[Model]:
    """The model of the query."""
    fields: dict[str, Any] = {
        PARAMETERS.get(name, name): (_annotation(field), field.default)
        for name, field in asked.model_fields.items()
        if name not in _NOT_AT_ONCE
    }
    return create_model(f"{asked.__name__}InQuery", __base__=Model, __doc__=asked.__doc__, **fields)


def asked_in(query: Model, asked: type[Model]) -> Model:
    """What a query asks."""
    stated = {name: getattr(query, PARAMETERS.get(name, name), None) for name in asked.model_fields}
    return asked.model_validate({name: value for name, value in stated.items() if value is not None})


def _annotation(field: FieldInfo) -> Any:
    more = " May be repeated." if get_origin(field.annotation) is tuple else ""
    return Annotated[field.annotation, *field.metadata, Field(description=f"{field.description}{more}")]
