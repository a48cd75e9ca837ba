"""A run cancelled."""

from dbos import DBOSClient

from api.jobs.end import tell_end
from api.store.audit import record
from api.store.database import Database
from api.store.runs import Run, cancel_run, run_row


class HasEnded(Exception):
    """A run that has ended otherwise cannot be cancelled any more."""

    def __init__(self, run: Run) -> None:
        super().__init__(f"the run {run.id} is {run.status}")
        self.run = run


def cancel(database: Database, queue: DBOSClient, tenant: str, run_id: str, actor: str) -> Run | None:
    """Cancel a run: at once while it waits, within a second while it goes. To cancel it again changes nothing.

    None where the tenant has none of this id. ``actor`` is who does it, as the audit log has it.

    Raises
    ------
    HasEnded
        if it is finished or failed.
    """
    with database.writing() as connection:
        changed = cancel_run(connection, tenant, run_id)
        run = run_row(connection, tenant, run_id)
        if run is None:
            return None
        if changed:
            record(connection, tenant, actor, "run.cancel", run_id)
            if run.ended:
                tell_end(connection, queue, tenant, run_id, actor)
        elif run.status in ("finished", "failed"):
            raise HasEnded(run)
        return run
