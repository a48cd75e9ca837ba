"""The base of every model: frozen, and strict about fields it does not know."""

from typing import Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class _Empty(dict[Any, Any]):
    """An empty object as a default: pydantic copies what has no hash, deeply, for each of 200,000 rows."""

    def __hash__(self) -> int:  # type: ignore[override]
        return 0

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """That of any object, for the JSON Schema to show the default."""
        return core_schema.dict_schema()


EMPTY = _Empty()
"""The default of fields that hold an object. Records are frozen: those whose defaults are not validated share this one."""


class Model(BaseModel):
    """A frozen record. Change one with ``model_copy(update=...)``; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, validate_default=True)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The JSON Schema, closed also against keys that do not have the pattern a field asks of them."""
        schema = handler(core)
        _close(handler.resolve_ref_schema(schema)["properties"])
        return schema


def _close(node: Any) -> None:
    """Close every object with patterns for its keys, however deep it stands."""
    if isinstance(node, dict):
        if "patternProperties" in node:
            node["additionalProperties"] = False
        for inner in node.values():
            _close(inner)
    elif isinstance(node, list):
        for inner in node:
            _close(inner)
