"""The process of a worker: it takes runs from the queue, one at a time, until it is told to end.

Started by ``api.jobs.supervisor``, which tells it its id and its settings in its environment, and holds its standard
input open for as long as it lives itself: a worker whose supervisor is gone ends too, and others do what it was about.
"""

import logging
import os
import signal
import sys
import threading
from types import FrameType
from typing import NoReturn

from api.jobs.durable import client
from api.jobs.heart import Heart
from api.jobs.launch import launch
from api.jobs.perform import Performer
from api.jobs.persistent import persistently
from api.jobs.slot import Slot
from api.jobs.worker_settings import ID, SETTINGS, WorkerSettings
from api.logs import write_json_lines
from api.store.database import Database

_LOG = logging.getLogger(__name__)


def main() -> NoReturn:
    """Work."""
    worker, settings = os.environ.pop(ID), WorkerSettings.model_validate_json(os.environ.pop(SETTINGS))
    write_json_lines()
    ending = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  (the signature of a handler)
        ending.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    threading.Thread(target=_end_with_parent, args=(ending,), daemon=True).start()
    database = Database(settings.database)
    slot = Slot(settings.memory)
    queue = client(database)
    heart = Heart(database, queue, worker, settings.dead)
    persistently(heart.beat, ending)
    heart.start()
    performer = Performer(worker, database, queue, slot, settings, ending)
    try:
        launch(performer)
    except Exception:  # noqa: BLE001  (it is told in the log)
        _LOG.exception("a worker could not begin")
        slot.end()
        os._exit(1)  # at once: some of the queue's threads may run, and would keep this process
    ending.wait()
    slot.end()
    heart.stop()
    # At once: what it was about is not to be written down as done, and its threads wait for nothing else.
    os._exit(0)


def _end_with_parent(ending: threading.Event) -> None:
    # Not by ``sys.stdin``, which this thread would hold when the interpreter ends.
    while os.read(sys.stdin.fileno(), 1024):
        continue
    ending.set()


if __name__ == "__main__":
    main()
