"""What is to be kept beside a case, or asked of it, held against the case."""

import zlib
from collections.abc import Callable
from typing import Any

from api.children.check_names import AskedInvalid, check_names
from api.children.scenario_stated import stated
from api.jobs.kinds import KINDS
from models import Scenario, UnknownName, read_case
from models.faults import shown
from selector.scenarios import AS_STATED, BASELINES, under


def check_asked(
    content: bytes,
    kind: str,
    asked: str,
    beside: tuple[str, ...],
    scenario: str,
    _note: str,
    _tell: Callable[[Any], None],
) -> None:
    """Do nothing, unless what is asked, JSON, names what is neither of the case nor kept beside it.

    ``beside`` are the scenarios that are, JSON; ``scenario`` is that of the award that is asked about.

    Raises
    ------
    AskedInvalid
        if it does.
    """
    kept = {each.id: each for each in map(Scenario.model_validate_json, beside)}
    case = read_case(zlib.decompress(content))
    try:
        case = case if scenario == AS_STATED else under(case, kept.get(scenario, scenario))
    except UnknownName:
        message = f"its award is of the scenario {shown(scenario)}, which is no longer there"
        raise AskedInvalid([("award", None, message)]) from None
    check_names(case, KINDS[kind].asked.model_validate_json(asked), kept)


def check_scenario(
    content: bytes, body: bytes, scenario_id: str, is_patch: bool, _note: str, _tell: Callable[[Any], None]
) -> str | None:
    """The scenario in what was sent, as the database keeps it; None where one of the case, or a built-in one, has its id.

    Raises
    ------
    NotJson
        if what was sent is not JSON.
    CaseInvalid
        if it is no scenario, or does not fit the case, with every fault in its place within the scenario.
    """
    found = stated(body, scenario_id, is_patch)
    case = read_case(zlib.decompress(content))
    if found.id == AS_STATED or found.id in BASELINES or any(own.id == found.id for own in case.scenarios):
        return None
    under(case, found)
    return found.model_dump_json(exclude_defaults=True)
