"""A worker's heartbeat; the oldest worker that lives also sees to what dead ones have left."""

import logging
import socket
import threading
import time

from dbos import DBOSClient
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from api.jobs.recovery import recover, tidy
from api.store.database import Database
from api.store.workers import BEAT, beat, leave, living

_LOG = logging.getLogger(__name__)
_TIDIED = 300.0


class Heart(threading.Thread):
    """Beats until it is told to stop."""

    def __init__(self, database: Database, queue: DBOSClient, worker: str, dead: float) -> None:
        super().__init__(name="heart", daemon=True)
        self._database = database
        self._queue = queue
        self._worker = worker
        self._dead = dead
        self._host = socket.gethostname()
        self._stopping = threading.Event()
        self._tidied = time.monotonic()

    def beat(self) -> None:
        """Beat once: before the first work is taken, as whoever has work and no heartbeat counts as dead."""
        with self._database.writing() as connection:
            beat(connection, self._worker, self._host)

    def run(self) -> None:
        """Beat."""
        while not self._stopping.wait(min(BEAT, self._dead / 5)):
            try:
                self.beat()
                self._see_to_the_dead()
            except DBAPIError as error:
                _LOG.warning("a heartbeat was missed, as the database failed: %s", error.orig)
            except Exception:  # noqa: BLE001  (it is told in the log, and without a heart a worker is as good as dead)
                _LOG.exception("a heartbeat was missed")

    def stop(self) -> None:
        """Beat no more; what this worker was about is for others."""
        self._stopping.set()
        self.join(BEAT)
        try:
            with self._database.writing() as connection:
                leave(connection, self._worker)
        except SQLAlchemyError as error:
            _LOG.warning("worker %s could not say that it ends: others notice by themselves: %s", self._worker, error)

    def _see_to_the_dead(self) -> None:
        with self._database.reading() as connection:
            alive = living(connection, self._dead)
        if alive[:1] != [self._worker]:
            return
        left = recover(self._database, self._queue, self._dead)
        if left:
            _LOG.warning("queued again, as their workers are dead: %s", ", ".join(left))
        if time.monotonic() - self._tidied > _TIDIED and not tidy(self._database, self._queue):
            self._tidied = time.monotonic()
