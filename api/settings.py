"""What an operator may set."""

from typing import Annotated

from pydantic import Field

from models.base import Model

MIB = 2**20


class Settings(Model):
    """Where the service listens, and how much it takes on."""

    host: Annotated[str, Field(description="Address to listen on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535, description="Port to listen on; 0 is any that is free.")] = 8000
    body_limit: Annotated[int, Field(gt=0, description="Largest body that is read, in bytes.")] = 64 * MIB
    time_limit: Annotated[
        float, Field(gt=0, le=10**7, description="Seconds a solve may take, and takes where nobody asks for less.")
    ] = 60.0
    solves: Annotated[int, Field(ge=1, le=32, description="Solves that may run at once.")] = 2
    wait: Annotated[float, Field(ge=0, description="Seconds a request waits for one of them to end.")] = 2.0
