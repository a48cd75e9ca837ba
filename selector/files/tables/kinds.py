"""What a field of the case's JSON Schema is in a cell."""

from decimal import Decimal
from functools import cache
from typing import Any

from models import Case
from models.quantities import ID_PATTERN, YEAR_PATTERN
from models.reference import unit
from selector.files.cells import Choice, Day, Flag, Kind, Listing, Number, Text, Year

Schema = dict[str, Any]


@cache
def schema() -> Schema:
    """The JSON Schema of the case."""
    return Case.model_json_schema()


def forms(field: Schema) -> list[Schema]:
    """The forms that a field may take, null aside."""
    found = [form for form in field.get("anyOf", ()) if form.get("type") != "null"]
    return [inner for form in found for inner in forms(form)] if found else [field]


def is_optional(field: Schema) -> bool:
    """Whether it may be null."""
    return any(form.get("type") == "null" for form in field.get("anyOf", ()))


def model_of(field: Schema) -> str:
    """The name of the model that a field holds; nothing where it holds none."""
    return str(forms(field)[0].get("$ref", "")).removeprefix("#/$defs/")


def kind_of(field: Schema, measure: str = "") -> Kind:
    """The kind of a cell that holds a field of figures, words, dates, or lists of them."""
    measure = measure or unit(field) or ""
    first = forms(field)[0]
    if "const" in first:
        return Number(whole=True) if isinstance(first["const"], int) else Choice((first["const"],))
    if "enum" in first:
        return Choice(tuple(first["enum"]))
    match first["type"]:
        case "array":
            return Listing(kind_of(first["items"]))
        case "boolean":
            return Flag()
        case "integer" | "number":
            return _number(field, measure)
    if first.get("format") == "date":
        return Day(month_start="first of a month" in field.get("description", "").lower())
    patterns = {ID_PATTERN: Text("an id"), YEAR_PATTERN: Year()}
    return patterns.get(first.get("pattern", ""), Text())


def _number(field: Schema, measure: str) -> Number:
    form = forms(field)[0]
    least = form.get("minimum", form.get("exclusiveMinimum"))
    most = form.get("maximum")
    fraction = measure.startswith("fraction")
    span = ""
    if least is not None and most is not None:
        above = "above " if "exclusiveMinimum" in form else "from "
        scale, sign = (100, "%") if fraction else (1, "")
        span = f", {above}{least * scale:,.10g}{sign} to {most * scale:,.15g}{sign}"
    return Number(
        span,
        fraction=fraction,
        money=measure.startswith("£"),
        whole=form["type"] == "integer",
        most=Decimal(str(most)) if most is not None else None,
        # Exact numbers may be written as text too.
        binary=form["type"] == "number" and not any(each.get("type") == "string" for each in forms(field)),
        nullable=is_optional(field) and field.get("default") is not None,
    )
