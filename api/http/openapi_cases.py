"""What ``/openapi.json`` says of cases and their scenarios."""

from typing import Any

from api.http.body import OCTETS, WORKBOOK
from api.http.openapi_links import OF_CASE, OF_SCENARIO
from api.http.openapi_parts import (
    BINARY,
    EXAMPLES,
    FAILED,
    LINK,
    NOT_CHANGED,
    NOT_FOUND,
    SLOW,
    UNAVAILABLE,
    WHO,
    content,
    described_headers,
    problem,
)
from models import Case, Scenario
from models.statements import CaseStatements

CASE_BODY: dict[str, Any] = {
    "requestBody": {
        "description": "The case: in JSON, its own or OCDS; as an Excel workbook; or as a zip archive of CSV files.",
        "required": True,
        "content": {
            **content(Case, examples=EXAMPLES),
            WORKBOOK: BINARY,
            "application/zip": BINARY,
        },
    }
}
"""What a case is sent as."""

_READ: dict[int, Any] = {
    400: problem("The body is not JSON."),
    408: SLOW,
    413: problem("The body is larger than the service reads, or takes more time or memory than it may."),
    415: problem("The body is of a media type that is not read here."),
    500: FAILED,
    503: UNAVAILABLE,
}
_PLACE = described_headers({"Location": "Where it is.", "ETag": "Of what it is."})
_TAGGED = described_headers({"ETag": "Of what it is."})
_PAGE = {"description": "A page of the list.", "headers": described_headers(LINK)}
_NO_PAGE = problem("The query has faults.")

CASE_CREATE: dict[str, Any] = {
    "summary": "Keep a case",
    "operation_id": "create_case",
    "status_code": 201,
    "openapi_extra": CASE_BODY,
    "responses": {
        200: {"description": "The case was there already.", "headers": _PLACE, "links": OF_CASE},
        201: {"description": "The case is kept.", "headers": _PLACE, "links": OF_CASE},
        **_READ,
        422: problem("The case has faults: all of them are in `errors`."),
        **WHO,
    },
}
"""Of the route that keeps a case."""

CASE_LIST: dict[str, Any] = {
    "summary": "List cases",
    "operation_id": "list_cases",
    "responses": {200: _PAGE, 422: _NO_PAGE, **WHO},
}
"""Of the list."""

CASE_GET: dict[str, Any] = {
    "summary": "Give a case",
    "operation_id": "get_case",
    "responses": {
        200: {"description": "The case, in canonical JSON.", "content": content(Case), "headers": _TAGGED},
        304: NOT_CHANGED,
        404: NOT_FOUND,
        **WHO,
    },
}
"""Of one."""

CASE_DELETE: dict[str, Any] = {
    "summary": "Delete a case",
    "operation_id": "delete_case",
    "status_code": 204,
    "responses": {
        204: {"description": "It is gone, and its scenarios."},
        404: NOT_FOUND,
        409: problem("There are runs of it."),
        **WHO,
    },
}
"""Of its end."""

SCENARIO_PUT: dict[str, Any] = {
    "summary": "Keep a scenario beside a case",
    "operation_id": "put_scenario",
    "status_code": 201,
    "openapi_extra": {
        "requestBody": {
            "description": "A JSON Merge Patch (RFC 7396) on the case, alone or within a scenario.",
            "required": True,
            "content": {
                "application/merge-patch+json": {
                    "schema": {"type": "object"},
                    "examples": {
                        "dearer": {"summary": "One bid dearer", "value": {"bids": {"csu-1": {"price": 130000}}}}
                    },
                },
                **content(Scenario),
            },
        }
    },
    "responses": {
        200: {"description": "The same scenario was there already.", "headers": _PLACE, "links": OF_SCENARIO},
        201: {"description": "The scenario is kept.", "headers": _PLACE, "links": OF_SCENARIO},
        **_READ,
        404: NOT_FOUND,
        409: problem("Another scenario has this id."),
        422: problem("The scenario has faults, or leaves the case with some: all of them are in `errors`."),
        **WHO,
    },
}
"""Of the route that keeps a scenario."""

SCENARIO_LIST: dict[str, Any] = {
    "summary": "List the scenarios beside a case",
    "operation_id": "list_scenarios",
    "responses": {200: _PAGE, 404: NOT_FOUND, 422: _NO_PAGE, **WHO},
}
"""Of the list."""

SCENARIO_GET: dict[str, Any] = {
    "summary": "Give a scenario",
    "operation_id": "get_scenario",
    "responses": {
        200: {"description": "The scenario.", "headers": _TAGGED},
        304: NOT_CHANGED,
        404: NOT_FOUND,
        **WHO,
    },
}
"""Of one."""

SCENARIO_DELETE: dict[str, Any] = {
    "summary": "Delete a scenario",
    "operation_id": "delete_scenario",
    "status_code": 204,
    "responses": {
        204: {"description": "It is gone."},
        404: NOT_FOUND,
        409: problem("A run of the case has not ended.", {"Retry-After": "Seconds to wait."}),
        **WHO,
    },
}
"""Of its end."""

STATEMENTS_GET: dict[str, Any] = {
    "summary": "Tell what a case states, in words",
    "operation_id": "get_statements",
    "responses": {
        200: {"description": "What it states.", "content": content(CaseStatements), "headers": _TAGGED},
        304: NOT_CHANGED,
        404: NOT_FOUND,
        413: problem("The case takes more time or memory to read than it may."),
        503: UNAVAILABLE,
        **WHO,
    },
}
"""Of the sentences of a case that is kept."""

STATEMENTS_POST: dict[str, Any] = {
    "summary": "Tell what a case that is sent states, in words",
    "operation_id": "statements",
    "openapi_extra": CASE_BODY,
    "responses": {
        200: {"description": "What it states.", "content": content(CaseStatements)},
        **_READ,
        422: problem("The case has faults: all of them are in `errors`."),
        **WHO,
    },
}
"""Of the sentences of one that is not."""

ANNOTATE: dict[str, Any] = {
    "summary": "Mark the faults of a workbook in it",
    "operation_id": "annotate",
    "openapi_extra": {
        "requestBody": {
            "description": "The case as an Excel workbook.",
            "required": True,
            "content": {WORKBOOK: BINARY, OCTETS: BINARY},
        }
    },
    "responses": {
        200: {
            "description": "A copy: cells at fault are coloured and commented, and the faults listed on a sheet.",
            "content": {WORKBOOK: BINARY},
            "headers": described_headers({"Content-Disposition": "The name of the file that it would be saved as."}),
        },
        **_READ,
        422: problem("It is no workbook that can be copied."),
        **WHO,
    },
}
"""Of the route that marks faults."""
