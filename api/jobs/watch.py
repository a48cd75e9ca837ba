"""Watches a run that goes: writes how far it has come, and says when it is to be cut short."""

import json
import logging
import threading
import time
from typing import Any, Self

from sqlalchemy.exc import DBAPIError

from api.jobs.task import Begun
from api.jobs.worker_settings import WorkerSettings
from api.store.claims import Claim, Wish, tell_progress, wish
from api.store.database import Database
from selector.solve.outcome import Limit

_LOG = logging.getLogger(__name__)
_LOOK = 0.2
"""Seconds between two looks at what its owner wants."""
_APART = 0.5
"""Least seconds between two times that progress is written."""


class Watch:
    """Of one try to solve a run, for as long as the context lasts.

    A thread of its own asks the database, which may take its time: the limit of the run holds all the same.
    """

    def __init__(self, database: Database, held: Claim, settings: WorkerSettings, ending: threading.Event) -> None:
        self.wish: Wish = "go on"
        """What becomes of the run."""
        self.seconds = settings.reading
        """The time limit of what is being done."""
        self._database = database
        self._held = held
        self._grace = settings.grace
        self._ending = ending
        self._last = time.monotonic() + self.seconds
        self._written = 0.0
        self._progress: dict[str, Any] | None = None
        self._done = threading.Event()

    def __enter__(self) -> Self:
        threading.Thread(target=self._watch, name="watch", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()  # what it writes yet is written only where the run still goes

    def listen(self, message: Begun | dict[str, Any]) -> None:
        """Hear what the process that solves it tells."""
        if isinstance(message, Begun):
            self.seconds = message.seconds
            self._last = time.monotonic() + message.seconds + self._grace
        else:
            self._progress = message

    def cut(self) -> Limit | None:
        """Why to wait no longer."""
        if self._ending.is_set():
            return "stopped"
        if time.monotonic() > self._last:
            return "time"
        return None if self.wish == "go on" else "stopped"

    def _watch(self) -> None:
        while not self._done.wait(_LOOK):
            try:
                self._look()
            except DBAPIError as error:
                _LOG.warning("run %s goes on without its database: %s", self._held.run_id, error.orig)

    def _look(self) -> None:
        with self._database.reading() as connection:
            self.wish = wish(connection, self._held)
        progress, time_now = self._progress, time.monotonic()
        if progress is not None and time_now - self._written > _APART:
            self._progress, self._written = None, time_now
            with self._database.writing() as connection:
                tell_progress(connection, self._held, json.dumps(progress))
