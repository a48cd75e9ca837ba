"""What ``/openapi.json`` says of papers and other files of an award."""

from collections.abc import Mapping
from typing import Any

from api.children.paper import PaperForm
from api.http.body import MEDIA_TYPE, WORKBOOK
from api.http.openapi_parts import (
    BINARY,
    FAILED,
    NOT_CHANGED,
    UNAVAILABLE,
    WHO,
    described_headers,
    problem,
)

PAPER_TYPES: Mapping[PaperForm, str] = {
    "html": "text/html",
    "pdf": "application/pdf",
    "xlsx": WORKBOOK,
    "json": MEDIA_TYPE,
}
"""The media type of each form of a paper."""
_FORMS: Mapping[PaperForm, str] = {
    "html": "one page that needs nothing else",
    "pdf": "the same on A4, tagged for reading aloud",
    "xlsx": "the results book, every table on a sheet",
    "json": "the data that the other forms are written from",
}
NO_AWARD = problem("There is no such run, or it is none that has an award.")
"""Nothing there."""
NOT_YET = problem(
    "There is no result yet, or the scenario of the award is no longer kept.",
    {"Retry-After": "Seconds after which to ask again, where the run has not ended."},
)
"""Nothing there yet, or any more."""
_FILE = described_headers(
    {
        "ETag": "Of all that it is made from.",
        "Link": "The run (`up`).",
        "Content-Disposition": "The name of the file that it would be saved as.",
    }
)


def paper_described(form: PaperForm) -> dict[str, Any]:
    """What is said of the route of a form."""
    schema: dict[str, Any] = {"schema": {"type": "object"}} if form == "json" else BINARY
    return {
        "summary": f"Give the board paper as {form.upper()}",
        "description": f"The paper of the award of a finished run: {_FORMS[form]}. Its time is that of a question.",
        "operation_id": f"paper_{form}",
        "responses": {
            200: {"description": "The paper.", "content": {PAPER_TYPES[form]: schema}, "headers": _FILE},
            304: NOT_CHANGED,
            404: NO_AWARD,
            409: NOT_YET,
            413: problem("It took more time or memory to make than it may."),
            422: problem("The query has faults, or the run has no award to publish."),
            500: FAILED,
            503: UNAVAILABLE,
            **WHO,
        },
    }


RELEASE: dict[str, Any] = {
    "summary": "Give an award as an OCDS release",
    "operation_id": "release",
    "responses": {
        200: {
            "description": "A release package with one release, tagged `award` (OCDS 1.1).",
            "content": {MEDIA_TYPE: {"schema": {"type": "object"}}},
            "headers": _FILE,
        },
        304: NOT_CHANGED,
        404: NO_AWARD,
        409: NOT_YET,
        413: problem("It took more time or memory to make than it may."),
        422: problem("The query has faults, or the run has no award."),
        500: FAILED,
        503: UNAVAILABLE,
        **WHO,
    },
}
"""Of the route that gives an award as OCDS."""

LETTERS_ARCHIVE: dict[str, Any] = {
    "summary": "Give letters as files",
    "operation_id": "letters_archive",
    "responses": {
        200: {
            "description": "A zip archive: a letter to each bidder that has lost something, in Markdown.",
            "content": {"application/zip": BINARY},
            "headers": _FILE,
        },
        304: NOT_CHANGED,
        404: problem("There is no such run, or it is none that writes letters."),
        409: NOT_YET,
        **WHO,
    },
}
"""Of the route that gives letters as files."""
