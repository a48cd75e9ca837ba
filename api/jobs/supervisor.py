"""Workers of this machine, each a process: one that ends is replaced."""

import logging
import os
import subprocess
import sys
import threading
import time
import uuid
from typing import Self

from sqlalchemy.exc import SQLAlchemyError

from api.jobs.worker_settings import ID, SETTINGS, WorkerSettings
from api.store.database import Database
from api.store.workers import leave
from selector.solve.child import START

_LOG = logging.getLogger(__name__)
_LOOK = 0.1
_SOON = 10.0
"""Seconds within which a worker that ends has not lived."""
_LONGEST = 30.0
"""Seconds to wait at most before such a one is replaced."""
_TO_END = 5.0


class Supervisor:
    """Starts so many workers, replaces those that end, and ends them with itself."""

    def __init__(self, database: Database, settings: WorkerSettings, number: int) -> None:
        self._database = database
        self._settings = settings
        self._ending = threading.Event()
        self._keepers = [_Keeper(self, position) for position in range(number)]

    @property
    def ending(self) -> threading.Event:
        """Set once the workers are to end."""
        return self._ending

    @property
    def pids(self) -> list[int]:
        """The processes of the workers that live."""
        return [keeper.process.pid for keeper in self._keepers if keeper.process and keeper.process.poll() is None]

    def start(self) -> None:
        """Start the workers."""
        for keeper in self._keepers:
            keeper.start()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the workers; what they are about is for others, or for those that are started next."""
        self._ending.set()
        for keeper in self._keepers:
            keeper.join()

    def launch(self, worker: str) -> "subprocess.Popen[bytes]":
        """A new worker."""
        return subprocess.Popen(  # noqa: S603  (our own module, by our own interpreter)
            [sys.executable, "-P", START, "api.jobs.process"],
            stdin=subprocess.PIPE,
            env=os.environ | {ID: worker, SETTINGS: self._settings.model_dump_json()},
            start_new_session=True,  # Ctrl-C is for the supervisor, which ends its workers in good order
        )

    def bury(self, worker: str) -> None:
        """Let others know that a worker is dead, without waiting for its heartbeat to fail."""
        try:
            with self._database.writing() as connection:
                leave(connection, worker)
        except SQLAlchemyError:
            _LOG.warning("worker %s could not be buried: its heartbeat will tell", worker, exc_info=True)


class _Keeper(threading.Thread):
    """Keeps one worker going."""

    def __init__(self, supervisor: Supervisor, position: int) -> None:
        super().__init__(name=f"keeper-{position}", daemon=True)
        self.process: subprocess.Popen[bytes] | None = None
        self._supervisor = supervisor

    def run(self) -> None:
        """Start a worker, and another whenever it ends."""
        wait = _LOOK
        while not self._supervisor.ending.is_set():
            began = time.monotonic()
            self._keep_one()
            wait = min(2 * wait, _LONGEST) if time.monotonic() - began < _SOON else _LOOK
            self._supervisor.ending.wait(wait)

    def _keep_one(self) -> None:
        worker = uuid.uuid4().hex
        try:
            self.process = self._supervisor.launch(worker)
        except OSError as error:  # of processes or memory the machine may have too little, for a while
            _LOG.warning("a worker could not be started, and is tried again: %s", error)
            return
        while self.process.poll() is None and not self._supervisor.ending.wait(_LOOK):
            continue
        self._end(self.process)
        self._supervisor.bury(worker)
        if not self._supervisor.ending.is_set():
            _LOG.warning("a worker has ended with exit status %s, and is replaced", self.process.returncode)

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        process.terminate()
        try:
            process.wait(_TO_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdin is not None:
            process.stdin.close()
