"""What a worker does with what it takes from the queues."""

import time
from typing import NoReturn

from dbos import DBOS

from api.jobs.durable import APPLICATION, DELIVER, RUN, RUNS, VERSION, WEBHOOKS
from api.jobs.perform import Performer
from api.jobs.persistent import Ending, persistently
from api.jobs.webhook import NotDelivered, deliver
from api.store.ended import Ended, ended_run

_POLLED = 0.15
_WEBHOOKS_AT_ONCE, _OF_A_TENANT = 32, 2
"""Of a worker: those of a place that does not answer wait for minutes."""


def launch(performer: Performer) -> None:
    """Take work from the queues, in threads, until the process ends."""
    settings = performer.settings

    def run(run_id: str) -> None:
        try:
            performer.perform(run_id)
        except Ending:
            _wait_for_the_end()

    def read_end(run_id: str) -> Ended | None:
        with performer.database.reading() as connection:
            return ended_run(connection, run_id)

    def send(run_id: str) -> None:
        ended = persistently(lambda: read_end(run_id), performer.ending)
        if ended is not None:
            deliver(ended, private=settings.private_webhooks)

    def tell(run_id: str) -> None:
        try:
            DBOS.run_step(
                {
                    "name": "send",
                    "retries_allowed": True,
                    "interval_seconds": settings.webhook_wait,
                    "backoff_rate": 3.0,
                    "max_attempts": 7,  # over some six minutes, unless the first wait is another
                    "should_retry": lambda error: isinstance(error, NotDelivered),
                },
                send,
                run_id,
            )
        except Ending:
            _wait_for_the_end()

    DBOS(
        config={
            "name": APPLICATION,
            "system_database_url": settings.database,
            "application_version": VERSION,
            "executor_id": performer.worker,
            "log_level": "WARNING",
            "enable_otlp": False,
            "run_migrations": False,
            "sys_db_pool_size": 5,
        }
    )
    # Begun again by us alone, however often: what is begun too often ends with a reason that its owner is told.
    DBOS.workflow(name=RUN, max_recovery_attempts=None)(run)
    DBOS.workflow(name=DELIVER)(tell)
    DBOS.launch()
    DBOS.register_queue(RUNS, worker_concurrency=1, polling_interval_sec=_POLLED)
    DBOS.register_queue(
        WEBHOOKS,
        worker_concurrency=_WEBHOOKS_AT_ONCE,
        partition_worker_concurrency=_OF_A_TENANT,
        polling_interval_sec=2.0,
    )


def _wait_for_the_end() -> NoReturn:
    while True:
        time.sleep(60)
