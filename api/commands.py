"""``selector serve``: the service, until it is told to end."""

import logging
from typing import Annotated

import typer

from api.listening import CannotListen, is_loopback, listen, url
from api.settings import MIB, Settings
from models import ExtraMissing
from selector.cli.console import complain, err
from selector.cli.exits import FAILED
from selector.cli.interrupt import stopping

_DEFAULTS = Settings()


def serve(
    host: Annotated[str, typer.Option(metavar="H", help="Address to listen on.")] = _DEFAULTS.host,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="P", help="Port to listen on; 0 is any that is free.")
    ] = _DEFAULTS.port,
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
    body_limit: Annotated[
        int, typer.Option(min=1, metavar="MIB", help="Largest body that is read, in MiB.")
    ] = _DEFAULTS.body_limit // MIB,
) -> None:
    """Answer cases over HTTP. Ctrl-C ends it, and each solve with the best award so far.

    Exit code: 0 it was told to end, 1 it could not begin.
    """
    settings = Settings(
        host=host, port=port, time_limit=time_limit, solves=solves, wait=wait, body_limit=body_limit * MIB
    )
    try:
        from api.server import Server
    except ModuleNotFoundError as error:
        if error.name != "uvicorn":
            raise
        raise ExtraMissing("the service needs its extra: pip install 'supplier-selector[service]'") from error
    from api.app import build

    try:
        listener = listen(settings.host, settings.port)
    except CannotListen as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("api").setLevel(logging.INFO)
    if not is_loopback(listener):
        err.print(
            "warning: this address is open to other machines, and the service asks nobody for a key.", soft_wrap=True
        )
    with listener, stopping() as asked:
        err.print(f"Listening on {url(listener)} until Ctrl-C.", markup=False, soft_wrap=True)
        Server(build(settings), asked).run([listener])
