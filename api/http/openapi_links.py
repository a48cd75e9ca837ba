"""What one answer has that another request needs."""

from typing import Any

_ID = "$response.body#/id"


def _to(operation: str, description: str, body: dict[str, str] | None = None, **parameters: str) -> dict[str, Any]:
    stated = {} if body is None else {"requestBody": body}
    return {"operationId": operation, "description": description, "parameters": parameters, **stated}


OF_CASE: dict[str, Any] = {
    "case": _to("get_case", "The case that was sent.", case_id=_ID),
    "delete": _to("delete_case", "Its end.", case_id=_ID),
    "scenarios": _to("list_scenarios", "The scenarios beside it.", case_id=_ID),
    "scenario": _to("put_scenario", "A scenario beside it.", case_id=_ID),
    "run": _to("create_run", "A run of it.", {"kind": "evaluate", "case": _ID}),
}
"""From a case that is kept."""

OF_SCENARIO: dict[str, Any] = {
    "scenario": _to(
        "get_scenario",
        "The scenario that was sent.",
        case_id="$request.path.case_id",
        scenario_id="$request.path.scenario_id",
    ),
    "delete": _to(
        "delete_scenario", "Its end.", case_id="$request.path.case_id", scenario_id="$request.path.scenario_id"
    ),
}
"""From a scenario that is kept."""

OF_RUN: dict[str, Any] = {
    "run": _to("get_run", "How it is.", run_id=_ID),
    "result": _to("get_result", "Its result, once it is finished.", run_id=_ID),
    "events": _to("run_events", "What becomes of it.", run_id=_ID),
    "cancel": _to("cancel_run", "Its end.", run_id=_ID),
}
"""From a run that is accepted."""
