"""A case as the text of a file."""

import json
from pathlib import Path
from typing import Any

from models import Case
from selector.files.writing import write_text


def case_text(case: Case) -> str:
    """The case as JSON with each row of a table on a line of its own, which reads and compares well at any size.

    Fields that hold their default are left out.
    """
    document: dict[str, Any] = case.model_dump(mode="json", exclude_defaults=True)
    document["objective"] = case.objective.model_dump(mode="json")  # its mode must stand, default or not
    entries = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            rows = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in value)
            shown = f"[\n    {rows}\n  ]"
        else:
            shown = json.dumps(value, ensure_ascii=False)
        entries.append(f"  {json.dumps(key)}: {shown}")
    return "{\n" + ",\n".join(entries) + "\n}\n"


def write_case_file(path: Path, case: Case) -> None:
    """Write a case so that ``read_case_file`` gives it back.

    Raises
    ------
    OSError
        if it cannot be written.
    """
    write_text(path, case_text(case))
