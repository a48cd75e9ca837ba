"""A fault in what was read: where it is, and what is wrong, in words for the person who has to mend it."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_MOST_SHOWN = 60


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. ``pointer`` is an RFC 6901 JSON pointer into the document; empty for the whole."""

    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.pointer or '/'}: {self.message}"


def pointer(location: Iterable[str | int]) -> str:
    """The RFC 6901 JSON pointer of a path of keys and indices."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in location)


def shown(value: object) -> str:
    """A value as a message quotes it: short, and on one line."""
    text = f'"{value}"' if isinstance(value, str) else repr(value) if isinstance(value, bool | None) else str(value)
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "\N{HORIZONTAL ELLIPSIS}"


def suggestion(word: str, known: Iterable[str]) -> str:
    """`` (did you mean "…"?)`` where something known is close to ``word``, else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.75)
    return f' (did you mean "{near[0]}"?)' if near else ""


_SENTENCES: Mapping[str, str] = {
    "missing": "is missing",
    "greater_than": "{found} is not allowed: it must be more than {gt}",
    "greater_than_equal": "{found} is not allowed: it must be {ge} or more",
    "less_than": "{found} is not allowed: it must be less than {lt}",
    "less_than_equal": "{found} is not allowed: it must be {le} or less",
    "decimal_max_places": "{found} has more than {decimal_places} decimal places",
    "finite_number": "{found} is not a finite number",
    "decimal_parsing": "{found} is not a number",
    "decimal_type": "{found} is not a number",
    "int_parsing": "{found} is not a whole number",
    "int_type": "{found} is not a whole number",
    "int_from_float": "{found} is not a whole number",
    "float_type": "{found} is not a number",
    "float_parsing": "{found} is not a number",
    "string_type": "{found} is not text",
    "string_too_short": "must not be empty",
    "string_too_long": "has more than {max_length} characters",
    "string_pattern_mismatch": "{found} is not written as it should be (pattern {pattern})",
    "string_unicode": "holds characters that are not Unicode text",
    "bool_type": "{found} is not true or false",
    "bool_parsing": "{found} is not true or false",
    "literal_error": "{found} is not one of {expected}",
    "union_tag_invalid": "{tag} is not one of {expected_tags}",
    "union_tag_not_found": "must say which {discriminator} it is",
    "too_short": "needs at least {min_length} (has {actual_length})",
    "too_long": "takes at most {max_length} (has {actual_length})",
    "tuple_type": "{found} is not a list",
    "list_type": "{found} is not a list",
    "dict_type": "{found} is not an object",
    "model_type": "{found} is not an object",
    "model_attributes_type": "{found} is not an object",
    "date_from_datetime_parsing": "{found} is not a date written YYYY-MM-DD",
    "date_parsing": "{found} is not a date written YYYY-MM-DD",
    "date_type": "{found} is not a date written YYYY-MM-DD",
    "date_from_datetime_inexact": "{found} is not a date written YYYY-MM-DD",
}


def _message(error: ErrorDetails, fields: Iterable[str]) -> str:
    if error["type"] == "extra_forbidden":
        return f"is not a field here{suggestion(str(error['loc'][-1]), fields)}"
    sentence = _SENTENCES.get(error["type"])
    if sentence is None:
        return error["msg"]
    return sentence.format(found=shown(error["input"]), **error.get("ctx", {}))


def _path(location: tuple[str | int, ...], document: Any) -> tuple[str | int, ...]:
    """``location`` without the labels that pydantic adds for dictionary keys and union branches."""
    path: list[str | int] = []
    here = document
    for part in location:
        if isinstance(here, Mapping) and isinstance(part, str):
            if part == "[key]":
                continue
            if part in here:
                here = here[part]
            elif part in ("money_valued", "lexicographic") and here.get("mode", "money_valued") == part:
                continue
            else:
                here = None
        elif isinstance(here, list | tuple) and isinstance(part, int) and 0 <= part < len(here):
            here = here[part]
        path.append(part)
    return tuple(path)


def _fields(path: tuple[str | int, ...], schema: type[Any]) -> tuple[str, ...]:
    """Names of the fields of the model that holds the last part of ``path``."""
    from models.fields import model_at  # a cycle otherwise: fields describes the models, which report faults

    model = model_at(schema, path[:-1])
    return tuple(model.model_fields) if model else ()


def from_validation(error: ValidationError, document: Any, schema: type[Any]) -> list[Fault]:
    """The faults that pydantic found in ``document`` on reading it as ``schema``."""
    faults = []
    for details in error.errors(include_url=False):
        path = _path(details["loc"], document)
        fields = _fields(path, schema) if details["type"] == "extra_forbidden" else ()
        faults.append(Fault(pointer(path), _message(details, fields)))
    return faults
