"""``selector serve``: the service, until it is told to end."""

from pathlib import Path
from typing import Annotated

import typer

from api.ending import end_at_next_signal
from api.extra import service_extra
from api.listening import CannotListen, is_loopback, listen, url
from api.settings import MIB, settings_given
from selector.cli.console import complain, err, note
from selector.cli.exits import FAILED
from selector.cli.interrupt import stopping

_DEFAULTS = settings_given()


def serve(
    host: Annotated[str, typer.Option(metavar="H", help="Address to listen on.")] = _DEFAULTS.host,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="P", help="Port to listen on; 0 is any that is free.")
    ] = _DEFAULTS.port,
    data: Annotated[
        Path, typer.Option(metavar="DIR", help="Directory of the service's data; made if it is not there.")
    ] = _DEFAULTS.data,
    database: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            show_default=False,  # the environment's may hold a password
            help="PostgreSQL database, as postgresql://USER@HOST/NAME, instead of one in DIR.",
        ),
    ] = _DEFAULTS.database,
    time_limit: Annotated[
        float,
        typer.Option(
            min=0.001, max=1e7, metavar="S", help="Seconds a solve may take, and takes where nobody asks for less."
        ),
    ] = _DEFAULTS.time_limit,
    solves: Annotated[
        int, typer.Option(min=1, max=32, metavar="N", help="Solves that may run at once.")
    ] = _DEFAULTS.solves,
    wait: Annotated[
        float, typer.Option(min=0, metavar="S", help="Seconds a request waits for one of them to end.")
    ] = _DEFAULTS.wait,
    workers: Annotated[
        int,
        typer.Option(
            min=0,
            max=256,
            metavar="N",
            help="Runs that may go at once on this machine; 0 leaves them to `selector worker`.",
        ),
    ] = _DEFAULTS.workers,
    body_limit: Annotated[
        int, typer.Option(min=1, metavar="MIB", help="Largest body that is read, in MiB.")
    ] = _DEFAULTS.body_limit // MIB,
) -> None:
    """Answer cases over HTTP. Ctrl-C ends it, and each solve with the best award so far.

    Exit code: 0 it was told to end, 1 it could not begin.
    """
    settings = settings_given(
        host=host,
        port=port,
        data=data,
        database=database,
        time_limit=time_limit,
        solves=solves,
        wait=wait,
        workers=workers,
        body_limit=body_limit * MIB,
    )
    with service_extra():
        from api.access.keyless import check_address, is_keyless
        from api.app import build
        from api.jobs.local import local_workers
        from api.logs import write_json_lines
        from api.server import Server
        from api.store.away import said_plainly
        from api.store.migrate import migrate

    try:
        listener = listen(settings.host, settings.port)
    except CannotListen as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    write_json_lines()
    with listener, stopping() as asked, said_plainly():
        service = build(settings)
        migrate(service.parts.database)
        check_address(settings.host, is_loopback(listener), service.parts.database, settings)
        if is_keyless(service.parts.database, settings):
            err.print(
                "Nobody is asked for a key, and only this machine is answered: `selector keys create` makes one.",
                soft_wrap=True,
            )
        elif not is_loopback(listener):
            note("keys and cases are sent in the clear: have a proxy before this that speaks TLS")
        err.print(f"Listening on {url(listener)} until Ctrl-C.", markup=False, soft_wrap=True)
        with local_workers(service.parts.database, settings):
            Server(service, asked).run([listener])
            end_at_next_signal()
