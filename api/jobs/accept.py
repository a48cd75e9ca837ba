"""A run accepted: once this returns, it is done whatever happens to whom."""

import json
import uuid
from dataclasses import dataclass

from dbos import DBOSClient
from pydantic import BaseModel
from sqlalchemy import Connection

from api.jobs.durable import enqueue_run, enqueue_webhook
from api.store.database import Database
from api.store.ended import webhook_of
from api.store.runs import Run, add_run, cancel_run, run_row


@dataclass(frozen=True)
class Webhook:
    """Where to tell of the end of a run, and the secret that the message is signed with."""

    url: str
    secret: str


def accept(
    database: Database,
    queue: DBOSClient,
    tenant: str,
    kind: str,
    case_id: str,
    asked: BaseModel,
    webhook: Webhook | None = None,
) -> str:
    """Accept a run, and give its id.

    Raises
    ------
    QueueFull
        if the tenant has as many that wait or go as it may.
    """
    with database.writing() as connection:
        return accept_within(connection, queue, tenant, kind, case_id, asked, webhook)


def accept_within(
    connection: Connection,
    queue: DBOSClient,
    tenant: str,
    kind: str,
    case_id: str,
    asked: BaseModel,
    webhook: Webhook | None = None,
) -> str:
    """Accept a run in a transaction that writes other things too; it is accepted once that is committed.

    Raises
    ------
    QueueFull
        if the tenant has as many that wait or go as it may.
    """
    run_id = uuid.uuid4().hex
    add_run(
        connection,
        tenant,
        run_id,
        kind=kind,
        case_id=case_id,
        asked=asked.model_dump_json(exclude_none=True),
        webhook=None if webhook is None else json.dumps({"url": webhook.url, "secret": webhook.secret}),
    )
    enqueue_run(connection, queue, tenant, run_id)
    return run_id


def cancel(database: Database, queue: DBOSClient, tenant: str, run_id: str) -> Run | None:
    """Cancel a run: at once while it waits, within a second while it goes; one that has ended stays as it is.

    None where the tenant has none of this id.
    """
    with database.writing() as connection:
        before = run_row(connection, tenant, run_id)
        run = cancel_run(connection, tenant, run_id)
        if before is not None and not before.ended and run is not None and run.ended:
            tell_end(connection, queue, run_id)
        return run


def tell_end(connection: Connection, queue: DBOSClient, run_id: str) -> None:
    """Have the end of a run told to whom its owner named, if anybody, in the transaction that ends it."""
    if webhook_of(connection, run_id) is not None:
        enqueue_webhook(connection, queue, run_id)
