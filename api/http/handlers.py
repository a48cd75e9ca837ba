"""From what a request can raise to the problem that tells of it."""

import logging

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from api.children.kept_award import ScenarioGone
from api.children.read import NotJson, TooMuch
from api.http.allowed import allowed
from api.http.problem import ErrorItem, Refused, answer
from api.http.reading import items, no_case, not_json
from api.http.request_id import request_id
from api.store.away import AWAY
from models import AwardInvalid, CaseInvalid, ExtraMissing, SolverFailed, Unanswerable, UnknownName

_log = logging.getLogger("api")


def add_handlers(app: FastAPI) -> None:
    """Have an application answer every error that can be foreseen with a problem."""
    ours = (AwardInvalid, CaseInvalid, ScenarioGone, TooMuch, ExtraMissing, SolverFailed, Unanswerable, UnknownName)
    for kind in (*AWAY, Refused, HTTPException, RequestValidationError, ClientDisconnect, *ours):
        app.add_exception_handler(kind, _handle)


async def _handle(request: Request, error: Exception) -> Response:
    if isinstance(error, SolverFailed):
        _log.error("the solver failed, request %s", request_id(request.scope), exc_info=error)
    if isinstance(error, AWAY):
        # Not the statement, which has in it what was to be written.
        _log.error("the database is away, request %s: %s", request_id(request.scope), error.orig)
    return answer(request, _refusal(request, error))


def _refusal(request: Request, error: Exception) -> Refused:
    match error:
        case Refused():
            return error
        case HTTPException(status_code=404):
            return Refused(404, "There is nothing here; /openapi.json lists what there is.", headers=error.headers)
        case HTTPException(status_code=405):
            detail = "This method is not for this path; the Allow header has those that are."
            return Refused(405, detail, headers=allowed(request))
        case HTTPException():
            return Refused(error.status_code, str(error.detail), headers=error.headers)
        case RequestValidationError():
            # The second step is the parameter; of one that is repeated there is a third.
            errors = [ErrorItem(parameter=str(each["loc"][1]), detail=each["msg"]) for each in error.errors()]
            return Refused(422, "The query has faults.", errors=errors)
        case ClientDisconnect():
            return Refused(400, "The connection ended before the body did.")
        case NotJson():
            return not_json(error)
        case TooMuch():
            return Refused(413, "There is not memory enough for this case.")
        case CaseInvalid():  # what only shows once the case is weighed, such as figures too large to be exact
            return no_case(error)
        case ScenarioGone():
            return Refused(409, "The award is of a scenario that is no longer kept beside its case.")
        case AwardInvalid():
            return Refused(422, "The award cannot be used for this.", errors=items(error.faults))
        case ExtraMissing():
            detail = "The solver that the case asks for cannot run here."
            return Refused(422, detail, errors=[ErrorItem(pointer="/options/solver", detail=str(error))])
        case Unanswerable():
            errors = [ErrorItem(parameter=error.asked, detail=str(error))]
            return Refused(422, "The case is too large for what the query asks.", errors=errors)
        case UnknownName():  # of a solver, or of rules that may not move
            return Refused(
                422,
                "The options of the case name what there is not.",
                errors=[ErrorItem(pointer="/options", detail=str(error))],
            )
        case SolverFailed():
            return Refused(
                500, "The solver failed on this case; the log tells why, under the X-Request-ID of this answer."
            )
        case DBAPIError():
            detail = "The database cannot be reached at the moment; try again later."
            return Refused(503, detail, headers={"Retry-After": "5"})
    raise error
