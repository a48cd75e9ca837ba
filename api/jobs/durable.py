"""The durable queue (DBOS Transact), in the same database as the runs: what is in it survives whoever works on it."""

from dbos import DBOS, DBOSClient, EnqueueOptions
from sqlalchemy import Connection

from api.store.database import Database

APPLICATION = "selector"
VERSION = "1"
"""Of what is queued: raised only when workers of the version before could not do it."""
RUNS, RUN = "runs", "run"
"""The queue of runs and its workflow. What has the lowest turn is taken first."""
WEBHOOKS, DELIVER = "webhooks", "deliver"
"""The queue of webhooks and its workflow. It has a partition for each tenant: whoever answers none holds up no other."""


def prepare(database: Database) -> None:
    """Make the tables of the queue, or bring them up to date. Others may do the same at the same time."""
    with database.reading():
        pass  # with SQLite the first connection of ours sets how the file is written
    DBOS.migrate(database.url)


def client(database: Database) -> DBOSClient:
    """What puts into the queue and looks into it, without working on it."""
    # As a writer from the beginning, as all that write to SQLite here: it reads first, and its snapshot may be old then.
    engine = database.engine.execution_options(writes=True)
    return DBOSClient(system_database_engine=engine, application_name=APPLICATION)


def enqueue_run(
    connection: Connection, queue: DBOSClient, run_id: str, turn: int, workflow_id: str | None = None
) -> None:
    """Put a run into the queue, in the transaction of the connection."""
    options: EnqueueOptions = {
        "queue_name": RUNS,
        "workflow_name": RUN,
        "workflow_id": workflow_id or run_id,
        "priority": turn,
        "app_version": VERSION,
    }
    queue.enqueue_in_transaction(connection, options, run_id)


def enqueue_webhook(connection: Connection, queue: DBOSClient, tenant: str, run_id: str) -> None:
    """Put the webhook of a run that has ended into the queue, in the transaction of the connection."""
    options: EnqueueOptions = {
        "queue_name": WEBHOOKS,
        "workflow_name": DELIVER,
        "workflow_id": f"webhook-{run_id}",
        "queue_partition_key": tenant,
        "app_version": VERSION,
    }
    queue.enqueue_in_transaction(connection, options, run_id)
