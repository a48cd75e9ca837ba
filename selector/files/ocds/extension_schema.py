"""The schema of the local extension, out of the models: ``python -m selector.files.ocds.extension_schema > FILE``.

FILE is ``extension/release-schema.json``. OCDS schemas are of draft 4, those of the models of draft 2020-12.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models import Bid, Bidder, Buyer, Case, Evaluation, Lot
from models.base import Model
from selector.files.ocds.extension_key import KEY

_PREFIX = "SupplierSelection"
_DROPPED = frozenset({"default", "discriminator", "propertyNames", "$defs", "unit", "additionalProperties"})
_OF_RELEASE = ("format", "currency", "buyers", "lots", "bidders", "bids")
_BUYERS = {
    "title": "Buyers",
    "description": "Ids of the parties that buy the lot together, all or nothing; in place of `buyer`.",
    "type": "array",
    "items": {"type": "string"},
    "wholeListMerge": True,
}


def extension_schema() -> dict[str, Any]:
    """The merge patch on the release schema that the extension is."""
    definitions: dict[str, Any] = {}

    def take(name: str, model: type[Model], omitted: Iterable[str], **more: Any) -> None:
        schema = model.model_json_schema(mode="serialization" if model is Evaluation else "validation")
        for each, inner in schema.get("$defs", {}).items():
            definitions[_PREFIX + each] = _draft_4(inner)
        found = _draft_4(schema)
        properties = {key: value for key, value in found["properties"].items() if key not in set(omitted)}
        definitions[_PREFIX + name] = {
            "title": name,
            "description": found["description"],
            "type": "object",
            "properties": properties | more,
        }

    award = (key for key in Evaluation.model_fields if key not in ("status", "certificate", "totals", "provenance"))
    take("Release", Case, _OF_RELEASE, evaluation=_ref("Evaluation", "What was proven of the award, and its totals."))
    take("Evaluation", Evaluation, tuple(award))
    take("Buyer", Buyer, ("id", "name"))
    take("Bidder", Bidder, ("id", "name"))
    take("Lot", Lot, ("id",), buyers=_BUYERS)
    take("Bid", Bid, ("id", "lots"))
    definitions[_PREFIX + "Party"] = _object(
        "Party",
        "A party as a buyer, as a bidder or as both.",
        buyer=_ref("Buyer", "What is said of it as a buyer."),
        bidder=_ref("Bidder", "What is said of it as a bidder."),
    )
    rows = {"type": "array", "items": {"$ref": f"#/definitions/{_PREFIX}Accepted"}, "wholeListMerge": True}
    awarded = {"title": "Awarded", "description": "The lots of the case that the bid wins, as in award.json."} | rows
    definitions[_PREFIX + "Award"] = _object("Award", "What a recommended award comes to.", awarded=awarded)
    patched = {"Organization": "Party", "Tender": "Lot", "Lot": "Lot", "Bid": "Bid", "Award": "Award"}
    holders = {name: {"properties": {KEY: _ref(what, _said(name))}} for name, what in patched.items()}
    return {
        "properties": {KEY: _ref("Release", _said("Release"))},
        "definitions": holders | {name: definitions[name] for name in sorted(_needed(definitions))},
    }


def _needed(definitions: Mapping[str, Any]) -> set[str]:
    """The definitions that the extension comes to use."""
    found: set[str] = set()
    rest = [_PREFIX + name for name in ("Release", "Party", "Lot", "Bid", "Award")]
    while rest:
        name = rest.pop()
        if name not in found:
            found.add(name)
            rest.extend(_references(definitions[name]))
    return found


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for inner in node:
            yield from _references(inner)
    elif isinstance(node, Mapping):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].rpartition("/")[2]
        for inner in node.values():
            yield from _references(inner)


def _said(name: str) -> str:
    what = " It counts for a tender without lots." if name == "Tender" else ""
    return f"What the case says of this object that OCDS has no place for.{what}"


def _ref(name: str, description: str) -> dict[str, Any]:
    return {"title": name, "description": description, "$ref": f"#/definitions/{_PREFIX}{name}"}


def _object(title: str, description: str, **properties: Any) -> dict[str, Any]:
    return {"title": title, "description": description, "type": "object", "properties": properties}


def _draft_4(node: Any) -> Any:
    """A schema of draft 2020-12 as one of draft 4, with the units in the descriptions."""
    if isinstance(node, list):
        return [_draft_4(inner) for inner in node]
    if not isinstance(node, Mapping):
        return node
    found: dict[str, Any] = {}
    for key, value in node.items():
        match key:
            case "$ref":
                found[key] = value.replace("#/$defs/", f"#/definitions/{_PREFIX}")
            case "const":
                found["enum"] = [value]
            case "exclusiveMinimum":
                found |= {"minimum": value, "exclusiveMinimum": True}
            case "prefixItems":
                found["items"] = _draft_4(value)
            case "properties":
                found[key] = {name: _described(name, _draft_4(inner)) for name, inner in value.items()}
            case "patternProperties":
                found[key] = {name: _draft_4(inner) for name, inner in value.items()}
            case _ if key not in _DROPPED:
                found[key] = _draft_4(value)
    if found.get("type") == "array":
        found["wholeListMerge"] = True
    if node.get("additionalProperties") not in (None, False, True):
        found["additionalProperties"] = _draft_4(node["additionalProperties"])
    if isinstance(node.get("unit"), str) and "description" in found:
        found["description"] += f" In {node['unit']}."
    return found


def _described(name: str, field: dict[str, Any]) -> dict[str, Any]:
    """A field with the title and the description that OCDS asks of every one."""
    title = field.get("title") or name.replace("_", " ").capitalize()
    return {"title": title, "description": field.get("description") or f"{title}."} | field


def extension_text() -> str:
    """The text of ``extension/release-schema.json``."""
    return json.dumps(extension_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(extension_text(), end="")  # noqa: T201
