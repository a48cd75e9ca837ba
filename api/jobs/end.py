"""The end of a run: written down, and told to whom its owner named."""

import hashlib

from dbos import DBOSClient
from sqlalchemy import Connection

from api.jobs.durable import enqueue_webhook
from api.store.audit import record
from api.store.ended import webhook_of
from api.store.runs import run_result, run_row


def tell_end(connection: Connection, queue: DBOSClient, tenant: str, run_id: str, actor: str) -> None:
    """Write down that a run has ended, and have it told to whom its owner named, in the transaction that ends it.

    The audit log has the hash of its result, by which an altered one is found out.
    """
    if webhook_of(connection, run_id) is not None:
        enqueue_webhook(connection, queue, tenant, run_id)
    run, result = run_row(connection, tenant, run_id), run_result(connection, tenant, run_id)
    detail: dict[str, str | None] = {"status": None if run is None else run.status}
    if result is not None:
        detail["result_sha256"] = hashlib.sha256(result).hexdigest()
    record(connection, tenant, actor, "run.end", run_id, detail)
