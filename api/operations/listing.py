"""What a command lists: as a table for people, or as JSON."""

import json
from collections.abc import Mapping, Sequence

from api.http.moment import moment
from selector.cli.console import emit, out
from selector.cli.table import figures_table

Rows = Sequence[Mapping[str, str | int | list[str] | None]]


def show(rows: Rows, columns: Sequence[str], *, as_json: bool) -> None:
    """Write rows to standard output."""
    if as_json:
        emit(json.dumps(list(rows), indent=2, ensure_ascii=False) + "\n")
        return
    cells = [[_text(row[column]) for column in columns] for row in rows]
    out.print(figures_table(out, "", [column.replace("_", " ") for column in columns], [], cells))


def when(at: int | None) -> str | None:
    """A time of the database, to the second."""
    return None if at is None else moment(at).isoformat(timespec="seconds")


def _text(value: str | int | list[str] | None) -> str:
    if value is None:
        return "-"
    return " ".join(value) if isinstance(value, list) else str(value)
