"""The reference of the case, ``docs/case.md``, written from the models.

``python -m models.reference > docs/case.md`` brings it up to date.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from models.case import Case
from models.quantities import ID_PATTERN, NAME_PATTERN, YEAR_PATTERN

_INTRODUCTION = """\
# The case

<!-- Generated from the models: `python -m models.reference > docs/case.md` -->

A case is one JSON object in UTF-8: all that a board puts to the engine. This page lists every field; what the engine
makes of them is in [formulation.md](formulation.md). `selector check CASE` lists every fault of a case at once, and
`selector schema` prints the JSON Schema.

* **Numbers** are exact. Write them as JSON numbers or as text in digits (`"1234.56"`); more decimal places than a field
  takes are refused, not rounded.
* **Ids** are text of 1 to 200 characters, without control characters or spaces at either end. They are unique within
  their table, and wherever one is used it must be there.
* A field **without a default** is required. A field that is not listed here is refused, and so is a key that stands
  twice in one object.

The smallest case has one buyer, one service and one bid:

```json
"""

SMALLEST: dict[str, Any] = {
    "format": 1,
    "name": "One board, one service",
    "date": "2013-04-01",
    "horizon": {"start": "2013-04-01", "years": 3},
    "buyers": [{"id": "north", "name": "North", "population": 200_000}],
    "services": [{"id": "payroll", "name": "Payroll", "scale": "national"}],
    "bidders": [{"id": "csu", "name": "Northern CSU", "kind": "nhs_csu"}],
    "bids": [{"id": "csu-1", "bidder": "csu", "lots": ["north:payroll"], "price": "120000.00"}],
}
"""A case with nothing but what is required."""

# What stands for a shape of text, by its pattern.
_WORDS = {ID_PATTERN: "id", NAME_PATTERN: "text", YEAR_PATTERN: "financial year, such as `2013-14`"}


def case_reference() -> str:
    """The text of ``docs/case.md``: Markdown, a section for each model in the order of the case."""
    schema = Case.model_json_schema()
    sections = [_section("Case", "", schema)]
    sections += [_section(name, path, schema["$defs"][name]) for name, path in _places(schema)]
    return _INTRODUCTION + json.dumps(SMALLEST, indent=2) + "\n```\n\n" + "\n".join(sections)


def _places(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each model under the case with the path at which it first stands, parents before their parts."""
    seen: set[str] = set()

    def walk(model: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
        for key, field in model["properties"].items():
            for name, path in _models(field, prefix + key):
                if name not in seen:
                    seen.add(name)
                    yield name, path
                    yield from walk(schema["$defs"][name], f"{path}.")

    return walk(schema, "")


def _models(field: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """The models that a field holds, each with the path to it."""
    if "$ref" in field:
        yield field["$ref"].removeprefix("#/$defs/"), path
    for form in _forms(field):
        yield from _models(form, path)
    if "items" in field:
        yield from _models(field["items"], f"{path}[]")
    for values in _values(field):
        yield from _models(values, f"{path}.*")


def _forms(field: dict[str, Any]) -> list[dict[str, Any]]:
    """The forms that a field may take, null aside."""
    forms = field.get("anyOf") or field.get("oneOf") or []
    return [form for form in forms if form.get("type") != "null"]


def _values(field: dict[str, Any]) -> list[dict[str, Any]]:
    """What the values of an object with free keys look like; nothing for other fields."""
    if field.get("type") != "object":
        return []
    if "patternProperties" in field:
        return [*field["patternProperties"].values()]
    return [field["additionalProperties"]] if isinstance(field["additionalProperties"], dict) else []


def _section(name: str, path: str, model: dict[str, Any]) -> str:
    required = model.get("required", [])
    where = f"At `{path}`. " if path else ""
    lines = [
        f"## {name}",
        "",
        where + model["description"].replace("``", "`"),
        "",
        "| field | type | unit | default | meaning |",
        "|---|---|---|---|---|",
    ]
    for key, field in model["properties"].items():
        default = "" if key in required else _default(field)
        cells = (f"`{key}`", _type(field), unit(field) or "", default, field["description"])
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def unit(field: dict[str, Any]) -> str | None:
    """The unit of the numbers in a field of the JSON Schema; None where it holds none, or states no unit."""
    inner = [*_forms(field), *_values(field), *([field["items"]] if "items" in field else [])]
    found = [field.get("unit"), *map(unit, inner)]
    return next((name for name in found if name), None)


def _type(field: dict[str, Any]) -> str:
    """The type of a field in plain words."""
    forms = _forms(field)
    if "$ref" in field:
        name = field["$ref"].removeprefix("#/$defs/")
        return f"[{name}](#{name.lower()})"
    if any(form.get("type") == "number" for form in forms):
        return "number" + _range(next(form for form in forms if form.get("type") == "number"))
    if forms:
        return " or ".join(map(_type, forms))
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "enum" in field:
        return _either([f"`{json.dumps(choice)}`" for choice in field["enum"]])
    match field["type"]:
        case "array" if "prefixItems" in field:
            return f"pair of {' and '.join(dict.fromkeys(map(_type, field['prefixItems'])))}"
        case "array":
            of = _type(field["items"])
            return f"list of {'ids' if of == 'id' else of}"
        case "object" if not _values(field):
            return "any JSON object"
        case "object":
            return f"for each {_key(field)}: {_type(_values(field)[0])}"
        case "string":
            return (
                "date `YYYY-MM-DD`" if field.get("format") == "date" else _WORDS.get(field.get("pattern", ""), "text")
            )
        case "integer":
            return "whole number" + _range(field)
        case "number":
            return "number" + _range(field)
    return "`true` or `false`"


def _key(field: dict[str, Any]) -> str:
    if "patternProperties" in field:
        return _WORDS[next(iter(field["patternProperties"]))]
    return _either([f"`{json.dumps(choice)}`" for choice in field["propertyNames"]["enum"]])


def _range(number: dict[str, Any]) -> str:
    least = (
        f"above {number['exclusiveMinimum']:,.10g}" if "exclusiveMinimum" in number else f"{number['minimum']:,.10g}"
    )
    return f" ({least} to {number['maximum']:,.15g})"


def _either(choices: list[str]) -> str:
    return choices[0] if len(choices) == 1 else ", ".join(choices[:-1]) + " or " + choices[-1]


def _default(field: dict[str, Any]) -> str:
    match field["default"]:
        case None:
            return "none"
        case "":
            return "no text"
        case [] | dict() as value:
            return "all its defaults" if value else "empty"
        case str() as value if _type(field).startswith("number"):
            return f"`{value}`"
        case value:
            return f"`{json.dumps(value)}`"


if __name__ == "__main__":
    sys.stdout.buffer.write(case_reference().encode())
