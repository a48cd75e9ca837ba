"""What ``/openapi.json`` says of runs."""

from typing import Any

from api.http.body import MEDIA_TYPE
from api.http.openapi_links import OF_RUN
from api.http.openapi_parts import (
    FAILED,
    LINK,
    NOT_CHANGED,
    NOT_FOUND,
    REFERENCE,
    SLOW,
    SMALLEST_ID,
    UNAVAILABLE,
    WHO,
    described_headers,
    problem,
)
from api.jobs.kinds import KINDS
from api.jobs.stated import STATED

IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "A name for this request: sent again within 24 hours, it gives the same run.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!#-~]+$"},
}
"""Of requests that may accept a run."""

PREFER = {
    "name": "Prefer",
    "in": "header",
    "required": False,
    "description": "`respond-async` has a run accepted, however small the case (RFC 7240).",
    "schema": {"type": "string", "maxLength": 200},
    "example": "respond-async",
}
"""Of requests that may be answered later."""

ACCEPTED: dict[str, Any] = {
    "description": "A run is accepted.",
    "content": {MEDIA_TYPE: {"schema": {"$ref": REFERENCE.format(model="RunEntry")}}},
    "headers": described_headers({"Location": "Where the run is.", "Retry-After": "Seconds to wait."}),
    "links": OF_RUN,
}
"""A run that will be done."""

_WAIT = described_headers({"Retry-After": "Seconds after which to ask again, where it has not ended."})


RUN_CREATE: dict[str, Any] = {
    "summary": "Ask for a run",
    "operation_id": "create_run",
    "status_code": 202,
    "openapi_extra": {
        "parameters": [IDEMPOTENCY_KEY],
        "requestBody": {
            "description": "Its kind, its case, and what its kind asks.",
            "required": True,
            "content": {
                MEDIA_TYPE: {
                    "schema": {
                        "oneOf": [{"$ref": REFERENCE.format(model=model.__name__)} for model in STATED.values()],
                        "discriminator": {
                            "propertyName": "kind",
                            "mapping": {kind: REFERENCE.format(model=model.__name__) for kind, model in STATED.items()},
                        },
                    },
                    "examples": {
                        "evaluate": {
                            "summary": "The best award of a case",
                            "value": {"kind": "evaluate", "case": SMALLEST_ID, "time_limit": 60},
                        },
                        "explain": {
                            "summary": "Why the bids of a bidder have lost",
                            "value": {"kind": "explain", "case": SMALLEST_ID, "bidders": ["csu"]},
                        },
                    },
                }
            },
        },
    },
    "responses": {
        202: ACCEPTED,
        400: problem("The body is not JSON, or the Idempotency-Key is none."),
        404: NOT_FOUND,
        408: SLOW,
        413: problem("The body is larger than the service reads."),
        415: problem("The body is not said to be JSON."),
        422: problem("The run is not well asked for, or another request came under the Idempotency-Key."),
        500: FAILED,
        503: UNAVAILABLE,
        **WHO,
    },
}
"""Of the route that accepts a run."""

RUN_LIST: dict[str, Any] = {
    "summary": "List runs",
    "operation_id": "list_runs",
    "responses": {
        200: {"description": "A page of the list.", "headers": described_headers(LINK)},
        422: problem("The query has faults."),
        **WHO,
    },
}
"""Of the list."""

RUN_GET: dict[str, Any] = {
    "summary": "Tell how a run is",
    "operation_id": "get_run",
    "responses": {200: {"description": "The run.", "headers": _WAIT}, 404: NOT_FOUND, **WHO},
}
"""Of one."""

_RESULTS = [
    *({"$ref": REFERENCE.format(model=kind.result.__name__)} for kind in KINDS.values()),
    *([{"type": "null"}] if any(kind.nullable for kind in KINDS.values()) else ()),
]

RUN_RESULT: dict[str, Any] = {
    "summary": "Give the result of a run",
    "operation_id": "get_result",
    "responses": {
        200: {
            "description": f"The result, as its kind has it: {', '.join(KINDS)}.",
            "content": {MEDIA_TYPE: {"schema": {"anyOf": _RESULTS}}},
            "headers": described_headers(
                {
                    "ETag": "Of the result.",
                    "Link": "The run (`up`), and the case (`related`).",
                    "Content-Disposition": "The name of the file that it would be saved as, such as `award.json`.",
                }
            ),
        },
        304: NOT_CHANGED,
        404: problem("There is no such run, or it ended without a result."),
        409: problem("There is no result yet.", {"Retry-After": "Seconds after which to ask again."}),
        **WHO,
    },
}
"""Of its result."""

RUN_CANCEL: dict[str, Any] = {
    "summary": "Cancel a run",
    "operation_id": "cancel_run",
    "status_code": 202,
    "responses": {
        202: {"description": "It goes, and will end within a second.", "headers": _WAIT},
        204: {"description": "It is cancelled."},
        404: NOT_FOUND,
        409: problem("It is finished, or has failed."),
        **WHO,
    },
}
"""Of its end."""

_EVENT: dict[str, Any] = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "event": {"enum": ["progress", "finished", "failed", "cancelled"]},
        "data": {
            "type": "string",
            "contentMediaType": MEDIA_TYPE,
            "contentSchema": {"$ref": REFERENCE.format(model="RunEntry")},
        },
        "retry": {"type": "integer"},
    },
}

RUN_EVENTS: dict[str, Any] = {
    "summary": "Tell what becomes of a run, as it comes",
    "operation_id": "run_events",
    "openapi_extra": {
        "parameters": [
            {
                "name": "Last-Event-ID",
                "in": "header",
                "required": False,
                "description": "Id of the last event that was received.",
                "schema": {"type": "string", "maxLength": 100},
            }
        ]
    },
    "responses": {
        200: {
            "description": "Server-sent events: `progress`, then the status in which it has ended. Each has the run.",
            "content": {"text/event-stream": {"itemSchema": _EVENT}},
        },
        204: {"description": "The client has seen the last event."},
        404: NOT_FOUND,
        **WHO,
    },
}
"""Of its events."""
