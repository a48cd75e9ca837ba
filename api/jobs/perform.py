"""A run done: begun, solved, and its outcome written, all of it safe to be done again by another."""

import logging
import threading
from dataclasses import dataclass

from dbos import DBOSClient
from sqlalchemy.exc import DBAPIError

from api.jobs.award import award_of_run
from api.jobs.end import tell_end
from api.jobs.kinds import KINDS
from api.jobs.outcome import Cancelled, Failed, Finished, Outcome, refused
from api.jobs.persistent import Ending, persistently
from api.jobs.slot import Slot
from api.jobs.task import Solved, Task
from api.jobs.watch import Watch
from api.jobs.worker_settings import WorkerSettings
from api.store.cases import case_content
from api.store.claims import Claim, claim
from api.store.database import Database
from api.store.scenarios import scenario_row
from models import SelectorError
from selector.solve.child import Cut

_LOG = logging.getLogger(__name__)
_MOST_BEGUN = 20
"""How often a run is begun at most: one that takes its worker with it each time would never end."""
_MOST_TRIES = 3
"""How often it is solved by the worker that has begun it, where the process that solves ends of itself."""


@dataclass(frozen=True)
class Performer:
    """A worker's hands."""

    worker: str
    database: Database
    queue: DBOSClient
    slot: Slot
    settings: WorkerSettings
    ending: threading.Event

    def perform(self, run_id: str) -> None:
        """Do a run, unless it has ended, and leave it where it is if this process is to end.

        Raises
        ------
        Ending
            if it is.
        """
        held = persistently(lambda: self._claim(run_id), self.ending)
        if held is None:
            return
        try:
            outcome = Cancelled() if held.cancelled else self._outcome(held)
        except SelectorError as error:
            outcome = refused(error)
        except Ending:
            raise
        except Exception:  # noqa: BLE001  (it is told in the log, and the run must end)
            _LOG.exception("run %s has failed", run_id)
            outcome = Failed(500, "The service failed. Its log says why.")
        if isinstance(outcome, Failed) and self.ending.is_set():
            raise Ending  # which may be all that has failed it
        if outcome is not None:
            self._end(held, outcome)

    def _claim(self, run_id: str) -> Claim | None:
        with self.database.writing() as connection:
            return claim(connection, run_id, self.worker)

    def _end(self, held: Claim, outcome: Outcome) -> None:
        try:
            persistently(lambda: self._write(held, outcome), self.ending)
        except DBAPIError:
            _LOG.exception("what came of run %s could not be written", held.run_id)
            failed = Failed(500, "The service failed. Its log says why.")
            persistently(lambda: self._write(held, failed), self.ending)

    def _write(self, held: Claim, outcome: Outcome) -> None:
        with self.database.writing() as connection:
            if outcome.write(connection, held):
                tell_end(connection, self.queue, held.tenant, held.run_id, f"worker:{self.worker}")

    def _outcome(self, held: Claim) -> Outcome | None:
        """What came of a run; None where another has begun it since."""
        if held.attempt > _MOST_BEGUN:
            return Failed(500, f"The run was begun {_MOST_BEGUN} times, and whoever did it ended each time.")
        task = persistently(lambda: self._task(held), self.ending)
        for left in reversed(range(_MOST_TRIES)):
            with Watch(self.database, held, self.settings, self.ending) as watch:
                ended = self.slot.solve(task, watch.listen, watch.cut)
            if isinstance(ended, Solved):
                return Finished(ended.result, ended.status)
            if self.ending.is_set():
                raise Ending
            if watch.wish != "go on":
                return Cancelled() if watch.wish == "cancel" else None
            if ended.limit == "time":
                return Failed(500, f"The run did not end within its limit of {watch.seconds:g} seconds, and was ended.")
            _LOG.warning("the process that solved run %s ended: exit status %s", held.run_id, ended.exit_status)
            if not left:
                return _broken(ended)
        raise AssertionError

    def _task(self, held: Claim) -> Task:
        """The run as the process that solves it needs it."""
        kind = KINDS[held.kind]
        asked = kind.asked.model_validate_json(held.asked)
        names, run_id = kind.scenarios(asked), getattr(asked, "award", None)
        with self.database.reading() as connection:
            award = None if run_id is None else award_of_run(connection, held.tenant, held.case_id, run_id)
            names = names if award is None else (*names, award.scenario)
            rows = [scenario_row(connection, held.tenant, held.case_id, name) for name in dict.fromkeys(names)]
            content = case_content(connection, held.tenant, held.case_id)
        if content is None:
            raise LookupError(f"there is no case {held.case_id}")  # the database sees to it that there is
        kept = tuple(row.content for row in rows if row is not None)
        known = None if award is None else award.content
        return Task(held.kind, held.asked, content, kept, self.settings.time_limit, known)


def _broken(ended: Cut) -> Failed:
    how = {None: "did not start", -9: "was killed"}.get(
        ended.exit_status, f"ended with exit status {ended.exit_status}"
    )
    return Failed(500, f"The process that solves it {how}, after {_MOST_TRIES} tries.")
