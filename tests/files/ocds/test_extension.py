"""The local extension: its schema is that of the models, and draft 4 as OCDS asks."""

import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft4Validator  # type: ignore[import-untyped]

from models import Bid, Bidder, Buyer, Case, Lot
from models.base import Model
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.extension_schema import extension_schema, extension_text
from tests.files.ocds.packages import EXAMPLE
from tests.files.ocds.standard import EXTENSION

PAGE = EXAMPLE.parents[1] / "docs" / "ocds.md"
_HELD_BY_OCDS: dict[type[Model], set[str]] = {
    Case: {"format", "currency", "buyers", "lots", "bidders", "bids"},
    Buyer: {"id", "name"},
    Bidder: {"id", "name"},
    Lot: {"id"},
    Bid: {"id", "lots"},
}
_NAMES = {Case: "Release", Buyer: "Buyer", Bidder: "Bidder", Lot: "Lot", Bid: "Bid"}
_OWN = {"Release": {"evaluation"}, "Lot": {"buyers"}}


def test_schema_is_that_of_the_models() -> None:
    kept = (EXTENSION / "release-schema.json").read_text(encoding="utf-8")
    assert kept == extension_text(), "run: python -m selector.files.ocds.extension_schema > the file"


def test_schema_is_of_draft_4() -> None:
    Draft4Validator.check_schema(extension_schema())
    for node in _nodes(extension_schema()):
        assert not {"$defs", "const", "prefixItems", "propertyNames", "discriminator"} & node.keys()
        assert node.get("exclusiveMinimum") in (None, True)


def test_every_reference_leads_somewhere() -> None:
    schema = extension_schema()
    for node in _nodes(schema):
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/definitions/") in schema["definitions"]


def test_every_field_of_the_case_is_in_ocds_or_in_the_extension() -> None:
    definitions = extension_schema()["definitions"]
    for model, held in _HELD_BY_OCDS.items():
        name = _NAMES[model]
        stated = set(definitions[f"SupplierSelection{name}"]["properties"])
        assert stated - _OWN.get(name, set()) == model.model_fields.keys() - held
        assert held <= model.model_fields.keys()


def test_every_field_is_titled_and_described() -> None:
    for definition in extension_schema()["definitions"].values():
        for name, field in definition.get("properties", {}).items():
            assert field.get("title"), name
            assert field.get("description"), name


def test_extension_names_its_schema() -> None:
    extension = json.loads((EXTENSION / "extension.json").read_text(encoding="utf-8"))
    assert extension["schemas"] == ["release-schema.json"]
    assert extension["compatibility"] == ["1.1"]


def test_page_names_every_place_of_the_extension() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"`{KEY}`" in page
    for place in ("releases[]", "parties[]", "tender.lots[]", "bids.details[]", "awards[]"):
        assert f"`{place}" in page


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from _nodes(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _nodes(inner)
