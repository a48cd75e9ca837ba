"""The example package, to be changed and read."""

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models import Case, CaseInvalid
from models.json_text import parse
from selector.files.ocds import case_of_package

EXAMPLE = Path(__file__).parents[3] / "examples" / "ocds-two-lots.json"
KEY = "supplierSelection"


@cache
def _text() -> bytes:
    return EXAMPLE.read_bytes()


def package() -> Any:
    """The example: a tender, its amendment, and its bids."""
    return parse(_text())


def release() -> Any:
    """The example as one release, which is easier to change: all its parts, and no pointer but its own."""
    tender, _, bids = package()["releases"]
    found = copy.deepcopy(tender) | {"id": "1", "date": bids["date"], KEY: bids[KEY], "bids": bids["bids"]}
    found["tender"]["tenderPeriod"]["endDate"] = "2013-12-13T12:00:00Z"
    found["tender"]["lots"].pop()
    found["parties"] += bids["parties"]
    return found


def changed(change: Callable[[Any], object]) -> Any:
    """The one release, changed."""
    document = release()
    change(document)
    return document


def read(document: Any) -> tuple[Case, list[str]]:
    """What a package comes to, by way of its text."""
    return case_of_package(parse(json.dumps(document, default=float)))


def faults(document: Any) -> dict[str, str]:
    """The faults of a package that is refused, by pointer."""
    with pytest.raises(CaseInvalid) as refused:
        read(document)
    found = refused.value.faults
    assert len({fault.pointer for fault in found}) == len(found), refused.value
    return {fault.pointer: fault.message for fault in found}


def only_fault(document: Any) -> tuple[str, str]:
    """The one fault of a package."""
    found = faults(document)
    assert len(found) == 1, found
    return next(iter(found.items()))


def bid(document: Any, name: str) -> Any:
    """One of its bids."""
    return next(each for each in document["bids"]["details"] if each["id"] == name)


def party(document: Any, name: str) -> Any:
    """One of its parties."""
    return next(each for each in document["parties"] if each["id"] == name)


def told(*figures: Any) -> tuple[Any, ...]:
    """Figures side by side, whatever their types: 3 is Decimal(3)."""
    return figures
