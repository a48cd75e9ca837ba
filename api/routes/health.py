"""``GET /livez`` and ``GET /readyz``: what an orchestrator asks."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field
from sqlalchemy import literal, select
from starlette.concurrency import run_in_threadpool

from api.http.openapi import LIVEZ, READYZ
from api.parts import Parts
from api.store.database import Database
from models.base import Model


class State(Model):
    """How the service is."""

    status: Annotated[str, Field(description="`alive` or `ready`.")]


def health_routes(parts: Parts) -> APIRouter:
    """The routes."""
    router = APIRouter()

    @router.get("/livez", **LIVEZ)
    async def livez() -> State:
        """Tell that the process is alive."""
        return State(status="alive")

    @router.get("/readyz", **READYZ)
    async def readyz() -> State:
        """Tell whether the service takes work: it does while its database is there, until it is told to end."""
        parts.solves.check_open()
        await run_in_threadpool(_ask, parts.database)
        return State(status="ready")

    return router


def _ask(database: Database) -> None:
    with database.reading() as connection:
        connection.execute(select(literal(1)))
