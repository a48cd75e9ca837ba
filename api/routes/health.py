"""``GET /livez`` and ``GET /readyz``: what an orchestrator asks."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from api.http.openapi import LIVEZ, READYZ
from api.http.solves import Solves
from models.base import Model


class State(Model):
    """How the service is."""

    status: Annotated[str, Field(description="`alive` or `ready`.")]


def health_routes(solves: Solves) -> APIRouter:
    """The routes."""
    router = APIRouter()

    @router.get("/livez", **LIVEZ)
    async def livez() -> State:
        """Tell that the process is alive."""
        return State(status="alive")

    @router.get("/readyz", **READYZ)
    async def readyz() -> State:
        """Tell whether the service takes work: it does until it is told to end."""
        solves.check_open()
        return State(status="ready")

    return router
