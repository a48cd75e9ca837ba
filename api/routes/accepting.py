"""A run accepted for a request, once however often that is sent."""

from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from api.access.principal import Principal
from api.http.problem import Refused
from api.jobs.accept import Webhook, accept
from api.parts import Parts
from api.routes.missing import case_of, no_such
from api.store.audit import record
from api.store.idempotency import Accepted, accepted_under, remember
from api.store.runs import QueueFull, Run, run_row
from models.base import Model


@dataclass(frozen=True)
class Wanted:
    """A run that is asked for."""

    kind: str
    case_id: str
    asked: Model
    webhook: Webhook | None = None
    key: str | None = None
    """Under which the request may come again."""
    fingerprint: str = ""
    """Of the request."""


def accepted(parts: Parts, principal: Principal, wanted: Wanted) -> Run:
    """The run, new or that of the same request before.

    Raises
    ------
    Refused
        with 404 if the tenant has no such case, 422 if another request came under the key, and 429 if the tenant has as
        many runs that wait or go as it may.
    """
    try:
        return _accepted(parts, principal, wanted)
    except IntegrityError:
        # The same key, at the same moment: the other was first, and is found now.
        return _accepted(parts, principal, wanted)
    except QueueFull as full:
        detail = f"As many runs wait or go as may at once, which is {full.limit}."
        raise Refused(429, detail, headers={"Retry-After": "30"}) from None


def before(parts: Parts, principal: Principal, key: str | None, fingerprint: str) -> Run | None:
    """The run of the same request before; None where there was none.

    Raises
    ------
    Refused
        with 422 if another request came under the key.
    """
    if key is None:
        return None
    with parts.database.reading() as connection:
        found = accepted_under(connection, principal.tenant, key)
        if found is None:
            return None
        _check_same(found, fingerprint)
        return run_row(connection, principal.tenant, found.run_id)


def _accepted(parts: Parts, principal: Principal, wanted: Wanted) -> Run:
    tenant = principal.tenant
    with parts.database.writing() as connection:
        found = accepted_under(connection, tenant, wanted.key) if wanted.key is not None else None
        if found is not None:
            _check_same(found, wanted.fingerprint)
            run_id = found.run_id
        else:
            case_of(connection, principal, wanted.case_id)
            run_id = accept(connection, parts.client, tenant, wanted.kind, wanted.case_id, wanted.asked, wanted.webhook)
            if wanted.key is not None:
                remember(connection, tenant, wanted.key, Accepted(wanted.fingerprint, run_id))
            detail = {"kind": wanted.kind, "case": wanted.case_id}
            record(connection, tenant, principal.actor, "run.create", run_id, detail)
        row = run_row(connection, tenant, run_id)
    if row is None:
        raise no_such("run")
    return row


def _check_same(found: Accepted, fingerprint: str) -> None:
    if found.fingerprint != fingerprint:
        raise Refused(422, "Another request came under this Idempotency-Key within the last 24 hours.")
