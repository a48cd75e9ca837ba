"""A scenario in what was sent."""

from typing import Any

from pydantic import ValidationError

from api.children.read import NotJson
from models import CaseInvalid, Fault, Scenario
from models.faults import from_validation
from models.json_text import NotJsonError, parse

_MOST_FAULTS = 1001
"""That are told, and one more to know that there are more."""


def stated(body: bytes, scenario_id: str, is_patch: bool) -> Scenario:
    """The scenario that a body holds, under the id that the path has.

    Raises
    ------
    NotJson
        if the body is not JSON.
    CaseInvalid
        if it is no scenario, with every fault.
    """
    try:
        document = parse(body, tables=False)
    except NotJsonError as error:
        raise NotJson(error.faults) from None
    try:
        found = Scenario.model_validate(_whole(document, scenario_id, is_patch))
    except ValidationError as error:
        raise CaseInvalid(from_validation(error, Scenario)[:_MOST_FAULTS]) from None
    if found.id != scenario_id:
        raise CaseInvalid([Fault("/id", "is not allowed: the scenario is named by its path")])
    return found


def _whole(document: Any, scenario_id: str, is_patch: bool) -> Any:
    if is_patch:
        return {"id": scenario_id, "name": scenario_id, "patch": document}
    return {"id": scenario_id, "name": scenario_id, **document} if isinstance(document, dict) else document
