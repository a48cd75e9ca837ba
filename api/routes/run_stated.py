"""A run in the body of a request: its kind, its case, and what its kind asks."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from api.children.read import NotJson
from api.http.problem import ErrorItem, Refused
from api.http.reading import items
from api.jobs.accept import Webhook
from api.jobs.addresses import NotAllowed, check_url
from api.jobs.kinds import KINDS
from api.jobs.stated import STATED
from models import Fault
from models.base import Model
from models.faults import from_validation, shown, suggestion
from models.json_text import NotJsonError, parse


@dataclass(frozen=True)
class RunStated:
    """A run that is asked for."""

    kind: str
    case_id: str
    asked: Model
    webhook: Webhook | None


def run_in(body: bytes, *, private_webhooks: bool) -> RunStated:
    """The run that a body asks for.

    Raises
    ------
    NotJson
        if the body is not JSON.
    Refused
        with 422 if it asks for no run, with every fault.
    """
    try:
        document = parse(body, tables=False)
    except NotJsonError as error:
        raise NotJson(error.faults) from None
    model = _kind_of(document)
    try:
        found: Any = model.model_validate(document)
    except ValidationError as error:
        raise _refusal(from_validation(error, model)) from None
    try:
        if found.webhook is not None:
            check_url(found.webhook.url, private=private_webhooks)
    except NotAllowed as error:
        raise _refusal([Fault("/webhook/url", str(error))]) from None
    kind = KINDS[found.kind]
    asked = kind.asked.model_validate({name: getattr(found, name) for name in kind.asked.model_fields})
    webhook = None if found.webhook is None else Webhook(found.webhook.url, found.webhook.secret)
    return RunStated(found.kind, found.case, asked, webhook)


def _kind_of(document: Any) -> type[Model]:
    if not isinstance(document, dict):
        raise _refusal([Fault("", f"{shown(document)} is not an object")])
    if "kind" not in document:
        raise _refusal([Fault("/kind", "is missing")])
    kind = document["kind"]
    if not isinstance(kind, str) or kind not in STATED:
        near = suggestion(kind, STATED) if isinstance(kind, str) else ""
        there = f" (there is: {', '.join(STATED)})"
        raise _refusal([Fault("/kind", f"{shown(kind)} is no kind of run{near or there}")])
    return STATED[kind]


def _refusal(faults: list[Fault]) -> Refused:
    return Refused(422, "The run cannot be accepted as it is asked for.", errors=items(faults))


def fault_of_names(faults: tuple[tuple[str, int | None, str], ...]) -> Refused:
    """The refusal of a run that names what there is not."""
    errors = [
        ErrorItem(pointer=f"/{field}" if position is None else f"/{field}/{position}", detail=message)
        for field, position, message in faults
    ]
    return Refused(422, "The run cannot be accepted as it is asked for.", errors=errors)
