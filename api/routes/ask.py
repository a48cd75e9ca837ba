"""A question about a case in the body, answered while the client waits."""

from starlette.requests import Request
from starlette.responses import Response

from api.children.answer import Asked, Small, answer
from api.children.check_names import AskedInvalid
from api.children.read import Form, Kept
from api.http.body import MEDIA_TYPE
from api.http.problem import ErrorItem, Refused
from api.http.solves import Solves
from api.jobs.limits import Limits
from api.routes.asked_in_query import PARAMETERS
from api.settings import Settings
from models.base import Model


async def ask(
    request: Request,
    solves: Solves,
    settings: Settings,
    kind: str,
    asked: Model,
    body: bytes,
    form: Form = "json",
    small: Small | None = None,
) -> Response | Kept:
    """The answer, which is that of the command line; or the case, to be kept, where it is not small.

    Raises
    ------
    Refused
        with 422 if the query names what there is not in the case.
    """
    most = settings.time_limit
    if isinstance(asked, Limits) and asked.time_limit is not None:
        most = min(most, asked.time_limit)
    question = Asked(kind, asked.model_dump_json(), body, form, settings.time_limit, small)
    try:
        found: bytes | Kept = await solves.run(request, answer, question, seconds=settings.read_limit + most)
    except AskedInvalid as error:
        errors = [
            ErrorItem(parameter=PARAMETERS.get(field, field), detail=message) for field, _, message in error.faults
        ]
        raise Refused(422, "The query has faults.", errors=errors) from None
    return Response(found, media_type=MEDIA_TYPE) if isinstance(found, bytes) else found


async def ask_at_once(
    request: Request, solves: Solves, settings: Settings, kind: str, asked: Model, body: bytes, form: Form
) -> Response:
    """The answer, whatever the size of the case."""
    found = await ask(request, solves, settings, kind, asked, body, form)
    if isinstance(found, Kept):
        raise TypeError("a case is kept only where that is asked for")
    return found
