"""A fault in what was read: where it is, and what is wrong, in words for the person who has to mend it."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from models.fields import place
from models.not_finite import NotFinite
from models.quantities import ID_PATTERN, NAME_PATTERN, STORABLE_PATTERN, YEAR_PATTERN

REFERENCE = "reference"
"""Type of the pydantic errors that carry a fault of references: their paths and messages are ours already."""

MOST_SUGGESTIONS = 10
"""Looking for near names is slow: a document at odds with itself throughout gets suggestions for its first faults only."""

_MOST_SHOWN = 60


@dataclass(frozen=True)
class Place:
    """Where in tables a fault is: ``cell`` is one such as D7, a row such as 7:7, or nothing for all of the sheet."""

    sheet: str
    cell: str = ""
    heading: str = ""
    """What stands above the cell."""

    def __str__(self) -> str:
        cell = f"!{self.cell}" if self.cell else ""
        return _printable(f"{self.sheet}{cell}{f' ({self.heading})' if self.heading else ''}")


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. ``pointer`` is an RFC 6901 JSON pointer into the document; empty for the whole."""

    pointer: str
    message: str
    place: Place | None = field(default=None, compare=False)
    """Where it is in a workbook or a folder of tables; None for what was read from JSON."""

    def __str__(self) -> str:
        return f"{self.place or _printable(self.pointer) or 'the document'}: {self.message}"


def pointer(location: Iterable[str | int]) -> str:
    """The RFC 6901 JSON pointer of a path of keys and indices; lone surrogates, which no encoding has, are replaced."""
    path = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in location)
    return path.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def steps(pointer: str) -> list[str]:
    """The keys and indices, as text, of an RFC 6901 JSON pointer; none for the whole."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def shown(value: object) -> str:
    """A value as a message quotes it: as JSON writes it, short, and on one line."""
    match value:
        case str():
            return f'"{_short(value)}"'
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case NotFinite():
            return _short(value.text)
        case Mapping():
            return "an object"
        case Sequence():
            return "a list"
    return _short(str(value))


def suggestion(word: str, known: Iterable[str]) -> str:
    """`` (did you mean "…"?)`` where something known is close to ``word``, else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.75)
    return f" (did you mean {shown(near[0])}?)" if near else ""


def from_validation(error: ValidationError, schema: type[BaseModel], above: tuple[str | int, ...] = ()) -> list[Fault]:
    """The faults that pydantic found on reading JSON as ``schema``, which stands at ``above`` in its document."""
    faults = []
    strangers = 0
    for details in error.errors(include_url=False):
        if details["type"] == REFERENCE:
            faults.append(Fault(pointer((*above, *details["loc"])), details["msg"]))
            continue
        stranger = details["type"] == "extra_forbidden"
        path, neighbours = place(schema, details["loc"], key_may_be_at_fault=not stranger)
        if stranger:
            strangers += 1
            near = suggestion(str(path[-1]), neighbours) if strangers <= MOST_SUGGESTIONS else ""
            faults.append(Fault(pointer((*above, *path)), f"is not a field here{near}"))
        elif details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]:
            continue  # long enough, but for entries that have faults of their own
        elif details["type"] == "union_tag_invalid":
            faults.append(Fault(pointer((*above, *path, "mode")), _of_mode(details)))
        else:
            faults.append(Fault(pointer((*above, *path)), _message(details)))
    return faults


_SENTENCES: Mapping[str, str] = {
    "missing": "is missing",
    "greater_than": "{found} is not allowed: it must be more than {gt}",
    "greater_than_equal": "{found} is not allowed: it must be {ge} or more",
    "less_than": "{found} is not allowed: it must be less than {lt}",
    "less_than_equal": "{found} is not allowed: it must be {le} or less",
    "decimal_max_places": "{found} has more than {decimal_places} decimal places",
    "finite_number": "{found} is not a number within range",
    "number_type": "{found} is not a number",
    "number_text": "{found} is not a number: write it like 1234.56",
    "decimal_parsing": "{found} is not a number",
    "decimal_type": "{found} is not a number",
    "int_parsing": "{found} is not a whole number",
    "int_parsing_size": "{found} is too large",
    "int_type": "{found} is not a whole number",
    "int_from_float": "{found} is not a whole number",
    "float_type": "{found} is not a number",
    "float_parsing": "{found} is not a number",
    "string_type": "{found} is not text",
    "string_too_short": "{found} is not allowed: it must not be empty",
    "string_too_long": "{found} has more than {max_length} characters",
    "string_unicode": "holds characters that are not Unicode text",
    "bool_type": "{found} is not true or false",
    "bool_parsing": "{found} is not true or false",
    "literal_error": "{found} is not allowed: it must be {expected}",
    "too_short": "must have at least {min_length} (it has {actual_length})",
    "too_long": "must have at most {max_length} (it has {actual_length})",
    "tuple_type": "{found} is not a list",
    "dict_type": "{found} is not an object",
    "model_type": "{found} is not an object",
    "date_text": "{found} is not a date written YYYY-MM-DD",
    "first_of_month": "{found} is not the first day of a month",
    "none_required": "{found} is not allowed: it must be null",
}

_PATTERNS: Mapping[str, str] = {
    ID_PATTERN: "{found} is not allowed: an id has no control characters and no space at either end",
    NAME_PATTERN: "{found} is not allowed: a name is one line without control characters",
    STORABLE_PATTERN: "{found} is not allowed: it holds the character 0",
    YEAR_PATTERN: "{found} is not a financial year written like 2013-14",
}


def _message(error: ErrorDetails) -> str:
    limits = {name: _limit(value) for name, value in error.get("ctx", {}).items()}
    if error["type"] == "string_pattern_mismatch":
        sentence = _PATTERNS[error["ctx"]["pattern"]]
    elif error["type"] == "string_too_short" and error["ctx"]["min_length"] > 1:
        sentence = "{found} has fewer than {min_length} characters"
    else:
        sentence = _SENTENCES.get(error["type"], "{message}")
    return sentence.format(found=shown(error["input"]), message=error["msg"], **limits)


def _of_mode(error: ErrorDetails) -> str:
    # Every union of models here is told apart by its field ``mode``.
    choices = _limit(error["ctx"]["expected_tags"]).replace(", ", " or ")
    return f"{shown(error['input']['mode'])} is not allowed: it must be {choices}"


def _limit(value: Any) -> str:
    if isinstance(value, int | float | Decimal):
        return f"{value:,.0f}" if value == int(value) else str(value)
    return str(value).replace("'", '"')


def _short(text: str) -> str:
    text = text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "\N{HORIZONTAL ELLIPSIS}"
    return _printable(text)


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
