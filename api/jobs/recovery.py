"""What dead workers have left is queued again."""

import datetime
import uuid
from collections import defaultdict

from dbos import DBOSClient

from api.jobs.durable import APPLICATION, RUNS, enqueue_run
from api.store.claims import running
from api.store.database import Database
from api.store.workers import forget_dead, living

_DONE = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_KEPT = datetime.timedelta(hours=6)
_MOST = 1000


def recover(database: Database, queue: DBOSClient, dead: float) -> list[str]:
    """Queue again what is in the hands of workers that live no more: the ids of what it was.

    More than one may do so at once. Whatever is queued twice is begun twice, and finished by the last that began it.
    """
    # In this order: who begins something after the first is known to live by the second.
    begun = queue.list_workflows(status="PENDING", application_name=APPLICATION, load_input=False, load_output=False)
    with database.reading() as connection:
        alive = frozenset(living(connection, dead))
        left = [(run, turn) for run, worker, turn in running(connection) if worker not in alive]
    by_queue: dict[str, list[str]] = defaultdict(list)
    for workflow in begun:
        if workflow.executor_id not in alive:
            by_queue[workflow.queue_name or RUNS].append(workflow.workflow_id)
    for name, ids in by_queue.items():
        queue.resume_workflows(ids, queue_name=name)
    return [*(each for ids in by_queue.values() for each in ids), *_strays(database, queue, left)]


def _strays(database: Database, queue: DBOSClient, left: list[tuple[str, int]]) -> list[str]:
    """Queue again runs that are nobody's: a worker thought dead had begun them once more, and then died."""
    strays = []
    for run_id, turn in left:
        of_run = queue.list_workflows(workflow_id_prefix=run_id, load_input=False, load_output=False)
        if all(workflow.status in _DONE for workflow in of_run):
            with database.writing() as connection:
                enqueue_run(connection, queue, run_id, turn, f"{run_id}-{uuid.uuid4().hex[:8]}")
            strays.append(run_id)
    return strays


def tidy(database: Database, queue: DBOSClient) -> bool:
    """Forget what the queue did some time ago, and workers that have long been dead; whether there may be more.

    Not all at once where there is much, as whoever does it has a heart that is to beat.
    """
    before = (datetime.datetime.now(datetime.UTC) - _KEPT).isoformat()
    done = queue.list_workflows(
        status=_DONE,
        application_name=APPLICATION,
        completed_before=before,
        limit=_MOST,
        load_input=False,
        load_output=False,
    )
    if done:
        queue.delete_workflows([workflow.workflow_id for workflow in done])
    with database.writing() as connection:
        forget_dead(connection)
    return len(done) == _MOST
