"""What ``/openapi.json`` says of decisions."""

from typing import Any

from api.http.body import MEDIA_TYPE
from api.http.openapi_papers import NO_AWARD, NOT_YET
from api.http.openapi_parts import FAILED, NOT_FOUND, REFERENCE, SLOW, UNAVAILABLE, WHO, described_headers, problem

DECISION_CREATE: dict[str, Any] = {
    "summary": "Put a decision on record",
    "operation_id": "create_decision",
    "status_code": 201,
    "openapi_extra": {
        "requestBody": {
            "description": "Who decided, and why.",
            "required": True,
            "content": {
                MEDIA_TYPE: {
                    "schema": {"$ref": REFERENCE.format(model="DecisionStated")},
                    "examples": {
                        "chair": {
                            "summary": "A decision of a meeting",
                            "value": {"by": "A. Patel, chair", "because": "Meeting of 3 May 2013, item 7."},
                        }
                    },
                }
            },
        }
    },
    "responses": {
        201: {
            "description": "It is on record: the case, the award and its proof are in one sealed file.",
            "headers": described_headers({"Location": "Where the record is."}),
        },
        400: problem("The body is not JSON."),
        404: NO_AWARD,
        408: SLOW,
        409: NOT_YET,
        413: problem("The body is larger than the service reads, or it takes more time or memory than it may."),
        415: problem("The body is not said to be JSON."),
        422: problem("The decision has faults: all of them are in `errors`."),
        500: FAILED,
        503: UNAVAILABLE,
        **WHO,
    },
}
"""Of the route that puts one on record."""

DECISION_LIST: dict[str, Any] = {
    "summary": "List the decisions on an award",
    "operation_id": "list_decisions",
    "responses": {404: NOT_FOUND, **WHO},
}
"""Of the list."""

DECISION_RECORD: dict[str, Any] = {
    "summary": "Give the record of a decision",
    "operation_id": "get_record",
    "responses": {
        200: {
            "description": "The file that `selector verify` checks: its bytes are those that were sealed.",
            "content": {MEDIA_TYPE: {"schema": {"type": "object"}}},
            "headers": described_headers({"Content-Disposition": "The name of the file that it would be saved as."}),
        },
        404: NOT_FOUND,
        **WHO,
    },
}
"""Of a record."""
