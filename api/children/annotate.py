"""A workbook with its faults marked."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from models import CaseInvalid, Fault
from selector.appraise import appraise


def annotated(content: bytes, _note: str, _tell: Callable[[Any], None]) -> bytes:
    """A copy of a workbook, in which the cells at fault are marked and the faults listed; as it is where it has none.

    Raises
    ------
    CaseInvalid
        if what was sent is no workbook that can be copied.
    """
    from selector.files.reading import read_case_file
    from selector.files.workbook.annotate import annotate

    faults: Sequence[Fault] = ()
    with tempfile.TemporaryDirectory(prefix="sent-") as folder:
        source, target = Path(folder) / "case.xlsx", Path(folder) / "marked.xlsx"
        source.write_bytes(content)
        try:
            appraise(read_case_file(source))
        except CaseInvalid as error:
            faults = error.faults
        annotate(source, target, faults)
        return target.read_bytes()
