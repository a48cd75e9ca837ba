"""The tables hold all that a case can state: a field that the models learn must find its column."""

from collections.abc import Iterator

import pytest

from models import Case
from selector.files.cells import Number
from selector.files.tables import Column, Settings, Sheet, layout
from selector.files.tables.column import Path, bare
from selector.files.tables.fields import _POINTS_TO
from selector.files.tables.keyed import KEYS, Keyed
from selector.files.tables.kinds import Schema, forms, is_optional, model_of, schema
from selector.files.tables.parts import OWNER, Parts
from selector.files.tables.records import Pairs, Records

# A pair, and what is any JSON: they stand in columns of their own.
_WHOLE = {("neighbours",): 2, ("scenarios", "*", "patch"): 1}
_SHEETS = pytest.mark.parametrize("sheet", layout(), ids=lambda sheet: sheet.key)


def paths(model: Schema, above: Path = ()) -> Iterator[Path]:
    """The path of every value of a case: * stands for each entry of a list, or key of an object."""
    for name, field in model["properties"].items():
        yield from _within(field, (*above, name))


def _within(field: Schema, path: Path) -> Iterator[Path]:
    variants = field.get("oneOf") or [form for form in forms(field) if model_of(form)]
    if path in _WHOLE:
        yield path
    elif variants:
        seen = set()
        for variant in variants:
            seen |= set(paths(schema()["$defs"][model_of(variant)], path))
        yield from seen
    else:
        yield from _of_values(forms(field)[0], path)


def _of_values(form: Schema, path: Path) -> Iterator[Path]:
    if form["type"] == "array" and model_of(form["items"]):
        yield from _within(form["items"], (*path, "*"))
    elif form["type"] == "object" and path != ("options", "move_weights"):
        inner = form.get("patternProperties")
        yield from _within(next(iter(inner.values())) if inner else form["additionalProperties"], (*path, "*"))
    else:
        yield path


def stated(sheet: Sheet) -> Iterator[Path]:
    """The paths of a case that a table states, as ``paths`` has them."""
    above = _above(sheet)
    if isinstance(sheet, Pairs):
        yield above[:-1]
        return
    for column in sheet.columns:
        if column.path in KEYS or column.path == OWNER:
            continue
        if sheet.name == "Scenario changes":
            if column.path == ("value",):
                yield (*above, "patch")
            continue
        yield (*above, *("*" if part.startswith("@") else part for part in column.path))
    for group in sheet.wide:
        yield (*above, *group.path, "*")


def _above(sheet: Sheet) -> Path:
    match sheet:
        case Parts():
            return (sheet.table, "*", sheet.of, "*")
        case Keyed():
            return (sheet.table, "*") if sheet.table else ()
        case Records():
            return (*sheet.at, "*")
        case Settings():
            return ()
    return ("scenarios", "*")


def test_every_field_of_a_case_stands_in_one_table() -> None:
    found = [path for sheet in layout() for path in stated(sheet)]
    assert len(found) == len(set(found)), "a field stands in two tables"
    assert set(found) == set(paths(schema()))


def test_a_field_that_is_added_would_be_missed() -> None:
    with_more = schema() | {"properties": schema()["properties"] | {"budget_2030": {"type": "string"}}}
    assert set(paths(with_more)) - {path for sheet in layout() for path in stated(sheet)} == {("budget_2030",)}


def test_what_points_to_a_table_is_a_field_and_the_table_is_there() -> None:
    tables = {sheet.at[0] for sheet in layout() if isinstance(sheet, Records)}
    for (model, field), table in _POINTS_TO.items():
        assert field in schema()["$defs"][model]["properties"], f"{model} has no {field}"
        assert table in tables


def test_every_field_that_holds_ids_says_of_what() -> None:
    # Of these the id is new, stands in another list too, or names a solver.
    own = {("Options", "solver"), ("Merger", "id"), ("Merger", "bidders")}
    for model, definition in schema()["$defs"].items():
        for name, field in definition["properties"].items():
            form = forms(field)[0]
            of = form.get("items", form)
            if name != "id" and (model, name) not in own and of.get("pattern", "").startswith(r"^[^\s\x00"):
                assert (model, name) in _POINTS_TO, f"what does {model}.{name} point to?"


@_SHEETS
def test_headings_differ(sheet: Sheet) -> None:
    names = [bare(column.heading) for column in sheet.columns]
    assert len(names) == len(set(names))
    # One column's heading may be the key of the same column, never of another.
    keys = {bare(column.key.replace(".", " ")): column for column in sheet.columns}
    for column in sheet.columns:
        assert keys.get(bare(column.heading), column) is column
    groups = [bare(group.heading) for group in sheet.wide]
    assert len(groups) == len(set(groups))


@_SHEETS
def test_a_heading_with_its_unit_is_the_heading(sheet: Sheet) -> None:
    for column in sheet.columns:
        assert bare(column.title) == bare(column.heading)
        assert bare(f"{column.title} *") == bare(column.heading)


def test_names_are_names_of_sheets_and_of_files() -> None:
    names = [sheet.name for sheet in layout()]
    assert len({name.casefold() for name in names}) == len(names)
    assert len({sheet.key for sheet in layout()}) == len(names)
    for sheet in layout():
        assert len(sheet.name) <= 31
        assert not set(sheet.name) & set("[]:*?/\\'")
        assert set(sheet.key) <= set("abcdefghijklmnopqrstuvwxyz-")


@_SHEETS
def test_every_column_is_explained(sheet: Sheet) -> None:
    assert sheet.note.endswith(".")
    notes = {column.heading: column.note for column in sheet.columns}
    notes |= {group.prefix: group.note for group in sheet.wide}
    for heading, note in notes.items():
        assert note.strip(), heading
        assert "`" not in note


def test_what_may_be_stated_to_be_none_is_a_number() -> None:
    """A blank cell is the default; where that is not none, only numbers have a word for none."""
    for model, definition in {**schema()["$defs"], "Case": schema()}.items():
        for name, field in definition["properties"].items():
            if is_optional(field) and field.get("default") is not None:
                columns = [column for column in _columns(model, name) if isinstance(column.kind, Number)]
                assert columns, f"{model}.{name} has a default and may be null"
                assert all(column.kind.nullable for column in columns if isinstance(column.kind, Number))


def _columns(model: str, name: str) -> Iterator[Column]:
    field = {"Case": schema(), **schema()["$defs"]}[model]["properties"][name]
    for sheet in layout():
        for column in sheet.columns:
            if column.path[-1] == name and column.note == field["description"].replace("`", ""):
                yield column


def test_a_case_has_no_field_that_is_not_in_its_schema() -> None:
    assert Case.model_fields.keys() == schema()["properties"].keys()
