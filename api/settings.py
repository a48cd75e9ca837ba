"""What an operator may set."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from api.access_settings import AccessSettings
from models import SelectorError

MIB = 2**20


class Settings(AccessSettings):
    """Where the service listens, and how much it takes on."""

    host: Annotated[str, Field(description="Address to listen on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535, description="Port to listen on; 0 is any that is free.")] = 8000
    body_limit: Annotated[int, Field(gt=0, description="Largest body that is read, in bytes.")] = 64 * MIB
    time_limit: Annotated[
        float, Field(gt=0, le=10**7, description="Seconds a solve may take, and takes where nobody asks for less.")
    ] = 60.0
    patience: Annotated[
        float,
        Field(
            gt=0, le=3600, description="Seconds that a client may pause while it sends a request or reads an answer."
        ),
    ] = 20.0
    connections: Annotated[int, Field(ge=1, description="Clients that may be connected at once.")] = 1000
    solves: Annotated[int, Field(ge=1, le=32, description="Solves that may run at once.")] = 2
    wait: Annotated[float, Field(ge=0, description="Seconds a request waits for one of them to end.")] = 5.0
    reads: Annotated[int, Field(ge=1, le=32, description="Uploads that may be read at once.")] = 1
    read_limit: Annotated[float, Field(gt=0, le=3600, description="Seconds that reading an upload may take.")] = 60.0
    memory: Annotated[
        int, Field(ge=256 * MIB, description="Bytes that each process which reads or solves may have.")
    ] = 4096 * MIB
    small_bids: Annotated[
        int, Field(ge=0, description="Most bids of a case that an evaluation answers at once; above, it is a run.")
    ] = 2500
    small_seconds: Annotated[
        float, Field(gt=0, le=3600, description="Seconds after which an evaluation becomes a run.")
    ] = 10.0
    workers: Annotated[
        int, Field(ge=0, le=256, description="Runs that may go at once on this machine, each in a process.")
    ] = 2
    run_limit: Annotated[
        float, Field(gt=0, le=10**7, description="Seconds a run may take, and takes where nobody asks for less.")
    ] = 600.0
    private_webhooks: Annotated[
        bool, Field(description="Whether webhooks may go to loopback and private addresses.")
    ] = False
    data: Annotated[Path, Field(description="Directory of the service's data.")] = Path("selector-data")
    database: Annotated[
        str | None, Field(description="URL of a PostgreSQL database, instead of one in that directory.")
    ] = None


class SettingsInvalid(SelectorError):
    """What was set cannot be; the message names each setting."""


def settings_given(**given: Any) -> Settings:
    """The settings: those given, else those of the environment, else the defaults.

    Raises
    ------
    SettingsInvalid
        if one of them cannot be. What it was set to is not told: it may hold a password.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        faults = [f"{_variable(each['loc'])}{each['msg']}" for each in error.errors(include_input=False)]
        raise SettingsInvalid("; ".join(faults)) from None


def _variable(place: tuple[int | str, ...]) -> str:
    return f"SELECTOR_{str(place[0]).upper()}: " if place else ""
