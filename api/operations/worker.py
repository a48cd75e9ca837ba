"""``selector worker``: processes that do what the service has accepted, on any machine that reaches its database."""

import time
from typing import Annotated

import typer

from api.ending import end_at_next_signal
from api.extra import service_extra
from api.operations.place import DEFAULT_DIR, DatabaseUrl, DataDir, made
from api.settings import MIB
from selector.cli.console import err
from selector.cli.interrupt import stopping

_LOOK = 0.1

Workers = Annotated[
    int, typer.Option("--workers", min=1, max=256, metavar="N", help="Runs that may go at once, each in a process.")
]
RunLimit = Annotated[
    float,
    typer.Option(
        "--time-limit",
        min=0.001,
        max=1e7,
        metavar="S",
        help="Seconds a run may take, and takes where nobody asks for less.",
    ),
]
Memory = Annotated[
    int, typer.Option("--memory", min=256, metavar="MIB", help="Memory that the process of a run may have, in MiB.")
]
PrivateWebhooks = Annotated[
    bool, typer.Option("--private-webhooks", help="Let webhooks go to loopback and private addresses.")
]


def worker(
    data: DataDir = DEFAULT_DIR,
    database: DatabaseUrl = None,
    workers: Workers = 1,
    time_limit: RunLimit = 600.0,
    memory: Memory = 4096,
    private_webhooks: PrivateWebhooks = False,
) -> None:
    """Do runs that the service has accepted. Ctrl-C ends it; others do what it was about, or whoever is started next.

    Exit code: 0 it was told to end, 1 it could not begin.
    """
    with service_extra():
        from api.jobs.durable import prepare
        from api.jobs.supervisor import Supervisor
        from api.jobs.worker_settings import WorkerSettings
        from api.logs import write_json_lines

    write_json_lines()
    with made(data, database) as opened, stopping() as asked:
        prepare(opened)
        settings = WorkerSettings(
            database=opened.url, time_limit=time_limit, memory=memory * MIB, private_webhooks=private_webhooks
        )
        with Supervisor(opened, settings, workers):
            err.print(f"Working with {workers} process{'' if workers == 1 else 'es'} until Ctrl-C.", markup=False)
            while not asked():
                time.sleep(_LOOK)
            end_at_next_signal()
