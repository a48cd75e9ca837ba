"""What a worker is told by whoever starts it."""

from typing import Annotated

from pydantic import Field

from api.settings import MIB
from models.base import Model

ID, SETTINGS = "SELECTOR_WORKER_ID", "SELECTOR_WORKER_SETTINGS"
"""Variables of a worker's environment: its id, and these settings as JSON."""


class WorkerSettings(Model):
    """Where a worker finds its work, and how much of the machine a run may have."""

    database: Annotated[str, Field(description="URL of the database.")]
    time_limit: Annotated[
        float, Field(gt=0, le=10**7, description="Seconds a run may take, and takes where nobody asks for less.")
    ] = 600.0
    grace: Annotated[
        float, Field(ge=0, description="Seconds after its limit at which a run that does not end is ended.")
    ] = 15.0
    reading: Annotated[float, Field(gt=0, description="Seconds that reading the case of a run may take.")] = 120.0
    memory: Annotated[int, Field(ge=256 * MIB, description="Bytes that the process of a run may have.")] = 4096 * MIB
    private_webhooks: Annotated[
        bool, Field(description="Whether webhooks may go to loopback and private addresses.")
    ] = False
    webhook_wait: Annotated[
        float, Field(gt=0, description="Seconds after which a webhook is tried again first; then three times as many.")
    ] = 1.0
    dead: Annotated[
        float, Field(gt=0, description="Seconds without a heartbeat after which a worker counts as dead.")
    ] = 15.0
