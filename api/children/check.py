"""What is to be kept beside a case, or asked of it, held against the case."""

import zlib
from collections.abc import Callable
from typing import Any

from api.children.check_names import check_names
from api.jobs.kinds import KINDS
from models import Scenario, read_case
from selector.scenarios import AS_STATED, BASELINES, under


def check_asked(
    content: bytes, kind: str, asked: str, beside: tuple[str, ...], _note: str, _tell: Callable[[Any], None]
) -> None:
    """Do nothing, unless what is asked, JSON, names what is neither of the case nor kept beside it.

    Raises
    ------
    AskedInvalid
        if it does.
    """
    check_names(read_case(zlib.decompress(content)), KINDS[kind].asked.model_validate_json(asked), beside)


def check_scenario(content: bytes, scenario: str, _note: str, _tell: Callable[[Any], None]) -> bool:
    """Whether a scenario, JSON, may have its id: no scenario of the case and no built-in one has it.

    Raises
    ------
    CaseInvalid
        if it does not fit the case, with every fault in its place within the scenario.
    """
    case = read_case(zlib.decompress(content))
    found = Scenario.model_validate_json(scenario)
    if found.id == AS_STATED or found.id in BASELINES or any(own.id == found.id for own in case.scenarios):
        return False
    under(case, found)
    return True
