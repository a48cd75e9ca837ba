"""From JSON text to its value, stricter and more exact than the standard library alone.

Fractions become ``Decimal``; a key that stands twice in an object, deep nesting, and text that is not UTF-8 are faults.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from typing import Any

from models.faults import Fault, pointer, shown
from models.not_finite import NotFinite

# No figure of a case needs nearly as many digits, written out; an exponent may stand for more than memory holds.
_MOST_DIGITS = 100


class NotJsonError(Exception):
    """The text is not acceptable JSON; ``faults`` says where."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(*self.faults)


def parse(text: str | bytes) -> Any:
    """The value of a JSON text.

    Raises
    ------
    NotJsonError
        if the text is not UTF-8, not JSON, nested too deeply, or has an object with the same key twice.
    """
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise NotJsonError([Fault("", f"is not UTF-8 text (byte {error.start})")]) from None
    if not text.strip():
        raise NotJsonError([Fault("", "is empty")])
    repeated: dict[int, str] = {}

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) < len(pairs):
            doubles.append(result)
            repeated[id(result)] = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        return result

    doubles: list[dict[str, Any]] = []  # kept alive, so that no other object takes an id that ``repeated`` holds
    try:
        document = json.loads(
            text, parse_float=_decimal, parse_int=_integer, parse_constant=_constant, object_pairs_hook=as_object
        )
    except json.JSONDecodeError as error:
        raise NotJsonError(
            [Fault("", f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}")]
        ) from None
    except RecursionError:
        raise NotJsonError([Fault("", "is nested too deeply")]) from None
    if doubles:
        raise NotJsonError(_repetitions(document, repeated))
    return document


def _decimal(digits: str) -> Decimal | float:
    try:
        value = Decimal(digits)
    except InvalidOperation:  # even the exponent is beyond Decimal
        return NotFinite(math.inf, digits)
    if len(digits) > _MOST_DIGITS or abs(value.adjusted()) > _MOST_DIGITS:
        return NotFinite(math.inf, digits)
    return value


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MOST_DIGITS else NotFinite(math.inf, digits)


def _constant(name: str) -> float:
    return NotFinite(float(name), name)


def _repetitions(document: Any, repeated: dict[int, str]) -> list[Fault]:
    """A fault for each object in ``document`` whose identity is among those of ``repeated``."""
    faults = []
    rest: list[tuple[tuple[str | int, ...], Any]] = [((), document)]
    while rest:
        path, value = rest.pop()
        if id(value) in repeated:
            faults.append(Fault(pointer(path), f"has the key {shown(repeated[id(value)])} twice"))
        if isinstance(value, dict):
            rest.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            rest.extend(((*path, at), inner) for at, inner in enumerate(value))
    return sorted(faults)
