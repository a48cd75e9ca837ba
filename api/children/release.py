"""An award as an OCDS release package."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from api.children.kept_award import KeptAward, read_kept


def release(kept: KeptAward, ocid: str, date: datetime, _note: str, _tell: Callable[[Any], None]) -> bytes:
    """The package as JSON.

    Raises
    ------
    AwardInvalid
        if there is no award.
    ScenarioGone
        if the scenario of the award is not kept any more.
    """
    from selector.files.ocds import release_package

    read = read_kept(kept)
    package = release_package(read.in_force, read.award, date=date, ocid=ocid)
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()
