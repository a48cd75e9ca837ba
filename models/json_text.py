"""From JSON text to its value, stricter and more exact than the standard library alone.

Fractions become ``Decimal``; a key that stands twice in an object, deep nesting, and text that is not UTF-8 are faults.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from models.faults import Fault, pointer, shown
from models.not_finite import NotFinite

# No figure of a case needs nearly as many digits, written out; an exponent may stand for more than memory holds.
_MOST_DIGITS = 100
# Only the tables of a case are long. A row with more entries than this would cost memory out of all proportion to refuse.
_MOST_ENTRIES = 10_000
# But for what OCDS packages list far below the top, under names that no model here has.
_LONG = frozenset({"details", "items", "parties"})
_TOO_LONG = f"has more than {_MOST_ENTRIES:,} entries"


class NotJsonError(Exception):
    """The text is not acceptable JSON; ``faults`` says where."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(*self.faults)


def parse(text: str | bytes, holding: Collection[str] = (), *, tables: bool = True) -> Any:
    """The value of a JSON text.

    ``holding`` names the fields that hold whole documents, which may have long tables as this one may; it may not where
    ``tables`` is false.

    Raises
    ------
    NotJsonError
        if the text is not UTF-8, not JSON, nested too deeply, has an object with the same key twice, or an object or a
        list below the tables that is far too long.
    """
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise NotJsonError([Fault("", f"is not UTF-8 text (byte {error.start})")]) from None
    if not text.strip():
        raise NotJsonError([Fault("", "is empty")])
    wrong: dict[int, str] = {}
    kept: list[Any] = []  # alive, so that no other value takes an id that ``wrong`` holds

    def mark(value: Any, message: str) -> None:
        kept.append(value)
        wrong[id(value)] = message

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) < len(pairs):
            twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
            mark(result, f"has the key {shown(twice)} twice")
        if len(result) > _MOST_ENTRIES:
            mark(result, _TOO_LONG)
        for key, value in result.items():
            if type(value) is list and len(value) > _MOST_ENTRIES and key not in _LONG:
                mark(value, _TOO_LONG)
        return result

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
    if isinstance(document, dict):
        for whole in (document if tables else None, *(document.get(name) for name in holding)):
            for table in whole.values() if isinstance(whole, dict) else ():
                if isinstance(table, list) and wrong.get(id(table)) == _TOO_LONG:
                    del wrong[id(table)]
    if wrong:
        raise NotJsonError(_located(document, wrong))
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


def _located(document: Any, wrong: Mapping[int, str]) -> list[Fault]:
    """A fault for each value in ``document`` whose identity is among those of ``wrong``."""
    faults = []
    rest: list[tuple[tuple[str | int, ...], Any]] = [((), document)]
    while rest:
        path, value = rest.pop()
        if id(value) in wrong:
            faults.append(Fault(pointer(path), wrong[id(value)]))
            if wrong[id(value)] == _TOO_LONG:
                continue
        if isinstance(value, dict):
            rest.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            rest.extend(((*path, at), inner) for at, inner in enumerate(value))
    return sorted(faults)
