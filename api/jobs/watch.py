"""Watches a run that goes: writes how far it has come, and says when it is to be cut short."""

import json
import logging
import threading
import time
from typing import Any

from sqlalchemy.exc import DBAPIError

from api.jobs.solving import Begun
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
    """Of one try to solve a run, from one thread."""

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
        self._looked = self._written = 0.0
        self._progress: dict[str, Any] | None = None

    def listen(self, message: Begun | dict[str, Any]) -> None:
        """Hear what the process that solves it tells."""
        if isinstance(message, Begun):
            self.seconds = message.seconds
            self._last = time.monotonic() + message.seconds + self._grace
        else:
            self._progress = message

    def cut(self) -> Limit | None:
        """Why to wait no longer."""
        time_now = time.monotonic()
        if self._ending.is_set():
            return "stopped"
        if time_now > self._last:
            return "time"
        if time_now - self._looked > _LOOK:
            self._looked = time_now
            try:
                self._look(time_now)
            except DBAPIError as error:
                _LOG.warning("run %s goes on without its database: %s", self._held.run_id, error.orig)
        return None if self.wish == "go on" else "stopped"

    def _look(self, time_now: float) -> None:
        with self._database.reading() as connection:
            self.wish = wish(connection, self._held)
        if self._progress is not None and time_now - self._written > _APART:
            text, self._progress, self._written = json.dumps(self._progress), None, time_now
            with self._database.writing() as connection:
                tell_progress(connection, self._held, text)
