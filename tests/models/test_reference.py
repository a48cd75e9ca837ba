"""``docs/case.md`` and the JSON Schema say everything about the case, and say it as it is."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from models import Case, read_case
from models.reference import SMALLEST, case_reference, unit

SCHEMA = Case.model_json_schema()
MODELS: dict[str, dict[str, Any]] = {"Case": SCHEMA, **SCHEMA["$defs"]}
FIELDS = [(name, key) for name, model in MODELS.items() for key in model["properties"]]

PAGE = Path(__file__).parents[2] / "docs" / "case.md"


def nodes_of(node: Any) -> list[dict[str, Any]]:
    """Every object within a JSON value."""
    if isinstance(node, dict):
        return [node, *(inner for value in node.values() for inner in nodes_of(value))]
    return [inner for value in node for inner in nodes_of(value)] if isinstance(node, list) else []


def test_the_page_is_as_the_models_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == case_reference(), "run: python -m models.reference > docs/case.md"


def test_the_page_has_every_field() -> None:
    sections = dict(section.split("\n", 1) for section in case_reference().split("\n## ")[1:])
    assert next(iter(sections)) == "Case"
    assert sections.keys() == MODELS.keys()
    for name, key in FIELDS:
        assert sections[name].count(f"\n| `{key}` |") == 1


def test_the_smallest_case_is_on_the_page_and_works() -> None:
    printed = case_reference().split("```json\n")[1].split("```")[0]
    assert json.loads(printed) == SMALLEST
    assert [lot.id for lot in read_case(printed).tendered] == ["north:payroll"]


@pytest.mark.parametrize("key", SMALLEST)
def test_nothing_can_be_left_out_of_the_smallest_case(key: str) -> None:
    with pytest.raises(ValueError, match=f"/{key}"):
        read_case(json.dumps({name: value for name, value in SMALLEST.items() if name != key}))


@pytest.mark.parametrize("name", MODELS)
def test_every_model_says_what_it_is(name: str) -> None:
    assert MODELS[name]["description"].endswith(".")
    assert MODELS[name]["title"] == name
    assert MODELS[name]["additionalProperties"] is False


@pytest.mark.parametrize(("name", "key"), FIELDS)
def test_every_field_has_a_description(name: str, key: str) -> None:
    assert MODELS[name]["properties"][key]["description"].endswith(".")


@pytest.mark.parametrize(("name", "key"), FIELDS)
def test_every_number_has_a_unit_and_a_range(name: str, key: str) -> None:
    field = MODELS[name]["properties"][key]
    numbers = [node for node in nodes_of(field) if node.get("type") in ("number", "integer") and "const" not in node]
    assert (unit(field) is not None) == bool(numbers)
    for number in numbers:
        assert "maximum" in number
        assert ("minimum" in number) != ("exclusiveMinimum" in number)


def test_the_schema_has_no_words_that_json_schema_does_not_know() -> None:
    # pydantic leaves a limit that it could not translate under its own name, where no validator sees it.
    for node in nodes_of(SCHEMA):
        assert not node.keys() & {"gt", "ge", "lt", "le", "decimal_places", "multiple_of"}


def test_every_reference_in_the_schema_leads_to_a_model() -> None:
    leads = {node["$ref"] for node in nodes_of(SCHEMA) if isinstance(node.get("$ref"), str)}
    assert leads == {f"#/$defs/{name}" for name in SCHEMA["$defs"]}


def test_numbers_written_as_text_have_a_pattern_in_the_schema() -> None:
    written = [
        (node["anyOf"][0].get("minimum", 0), form)
        for node in nodes_of(SCHEMA)
        for form in node.get("anyOf", ())
        if form.get("type") == "string" and {"type": "number"}.items() <= node["anyOf"][0].items()
    ]
    assert written
    for least, form in written:
        assert re.search(form["pattern"], "1234.56")
        assert bool(re.search(form["pattern"], "-1")) == (least < 0)
        assert not re.search(form["pattern"], "1,000")


def test_the_keys_of_free_objects_are_held_to_their_pattern() -> None:
    free = [node for node in nodes_of(SCHEMA) if "patternProperties" in node]
    assert free
    assert all(node["additionalProperties"] is False for node in free)
