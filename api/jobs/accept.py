"""A run accepted: once that is committed, it is done whatever happens to whom."""

import json
import uuid
from dataclasses import dataclass

from dbos import DBOSClient
from pydantic import BaseModel
from sqlalchemy import Connection

from api.jobs.durable import enqueue_run
from api.store.runs import add_run


@dataclass(frozen=True)
class Webhook:
    """Where to tell of the end of a run, and the secret that the message is signed with."""

    url: str
    secret: str


def accept(
    connection: Connection,
    queue: DBOSClient,
    tenant: str,
    kind: str,
    case_id: str,
    asked: BaseModel,
    webhook: Webhook | None = None,
) -> str:
    """Accept a run, in a transaction that may write other things too: its id. It is accepted once that is committed.

    Raises
    ------
    QueueFull
        if the tenant has as many that wait or go as it may.
    """
    run_id = uuid.uuid4().hex
    turn = add_run(
        connection,
        tenant,
        run_id,
        kind=kind,
        case_id=case_id,
        asked=asked.model_dump_json(exclude_none=True),
        webhook=None if webhook is None else json.dumps({"url": webhook.url, "secret": webhook.secret}),
    )
    enqueue_run(connection, queue, run_id, turn)
    return run_id
