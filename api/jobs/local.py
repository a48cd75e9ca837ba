"""The workers that a server has beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from api.jobs.durable import prepare
from api.jobs.supervisor import Supervisor
from api.jobs.worker_settings import WorkerSettings
from api.settings import Settings
from api.store.database import Database


@contextmanager
def local_workers(database: Database, settings: Settings) -> Iterator[None]:
    """As many workers as the settings say, for as long as the context lasts."""
    prepare(database)
    told = WorkerSettings(
        database=database.url,
        time_limit=settings.run_limit,
        memory=settings.memory,
        private_webhooks=settings.private_webhooks,
    )
    with Supervisor(database, told, settings.workers):
        yield
