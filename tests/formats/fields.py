"""The fields of a schema as lines, to be held against those that were promised."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel


def fields(model: type[BaseModel]) -> list[str]:
    """A line for each field of a model and of those within it: where it stands, whether it must, and what it holds."""
    schema = model.model_json_schema(mode="validation")
    definitions = {model.__name__: schema, **schema.get("$defs", {})}
    return sorted(line for name, definition in definitions.items() for line in _fields(name, definition))


def _fields(name: str, definition: dict[str, Any]) -> Iterator[str]:
    required = definition.get("required", ())
    for key, field in definition.get("properties", {}).items():
        yield f"{name}.{key}{'' if key in required else '?'}: {_type(field)}"


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        return str(field["$ref"]).removeprefix("#/$defs/")
    for several in ("anyOf", "oneOf"):
        if several in field:
            return " | ".join(sorted(_type(form) for form in field[several]))
    if "enum" in field or "const" in field:
        return " | ".join(repr(each) for each in field.get("enum", [field.get("const")]))
    if "items" in field:
        return f"[{_type(field['items'])}]"
    if "prefixItems" in field:
        return f"[{', '.join(map(_type, field['prefixItems']))}]"
    if "patternProperties" in field:
        return f"{{{_type(next(iter(field['patternProperties'].values())))}}}"
    if isinstance(field.get("additionalProperties"), dict):
        return f"{{{_type(field['additionalProperties'])}}}"
    return str(field.get("format") or field.get("type", "any"))


def broken(promised: list[str], now: list[str]) -> list[str]:
    """The promises that are not kept: of what goes in, a field may be added and may come to allow more."""
    held = {line.split(": ")[0].rstrip("?"): line for line in now}
    found = []
    for line in promised:
        key, kind = line.split(": ", 1)
        today = held.get(key.rstrip("?"))
        if today is None:
            found.append(f"{line}  is gone")
            continue
        new_key, new_kind = today.split(": ", 1)
        if key.endswith("?") and not new_key.endswith("?"):
            found.append(f"{line}  must now be there")
        if not set(kind.split(" | ")) <= set(new_kind.split(" | ")):
            found.append(f"{line}  is now {new_kind}")
    return found
