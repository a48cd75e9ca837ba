"""A decision put on record: a sealed file that can be checked years later."""

import zlib
from collections.abc import Callable
from typing import Any

from api.children.kept_award import KeptAward, read_kept
from models.record import Recorded
from models.seal import seal_of


def put_on_record(kept: KeptAward, recorded: Recorded, _note: str, _tell: Callable[[Any], None]) -> tuple[bytes, str]:
    """The file of the record, by zlib, and its seal.

    Raises
    ------
    AwardInvalid
        if the solver-free check does not accept the award.
    ScenarioGone
        if the scenario of the award is not kept any more.
    """
    from selector.decide.record import record
    from selector.files.record import record_text

    read = read_kept(kept)
    content = record_text(record(read.stated, read.award, recorded)).encode()
    seal = seal_of(content)
    if seal is None:
        raise AssertionError("a record ends in its seal")
    return zlib.compress(content), seal
