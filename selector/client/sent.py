"""A case as it is sent."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models import Case

JSON = "application/json"
_TYPES: Mapping[str, str] = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}

CaseSource = Case | Path | bytes | Mapping[str, Any]
"""A case; a file of JSON, a workbook or a zip archive of CSV files; the text of JSON; or its value."""


def sent(case: CaseSource) -> tuple[bytes, dict[str, str]]:
    """The body, and the header that says what it is."""
    match case:
        case Case():
            return case.canonical_json().encode(), {"Content-Type": JSON}
        case Path():
            return case.read_bytes(), {"Content-Type": _TYPES.get(case.suffix.lower(), JSON)}
        case bytes():
            return case, {"Content-Type": JSON}
    return json.dumps(case).encode(), {"Content-Type": JSON}
