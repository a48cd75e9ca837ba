"""``/v1/runs/{id}/events``: what becomes of a run, told as it comes (server-sent events)."""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator

from fastapi import APIRouter, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse

from api.access.principal import Principal
from api.http.openapi_runs import RUN_EVENTS
from api.http.streams import Streams
from api.parts import Parts
from api.routes.missing import run_of
from api.routes.run_entry import RunEntry
from api.routes.who import Reader
from api.store.runs import Run, run_row

MEDIA_TYPE = "text/event-stream"
_LOOK = 0.25
_SILENCE = 10.0
"""Seconds after which a comment shows that the connection lives: proxies end those that seem dead."""
_RETRY = 2000


def event_routes(parts: Parts) -> APIRouter:
    """The route."""
    router = APIRouter()
    streams = Streams()

    @router.get("/v1/runs/{run_id}/events", **RUN_EVENTS)
    async def run_events(run_id: str, request: Request, principal: Reader) -> Response:
        """Tell what becomes of a run, each state as it comes; the last is that in which it has ended.

        Each event has the run as it is then. A client that was cut off and sends `Last-Event-ID` is told of the state that
        it has not seen, and with 204 to come no more where it has seen the last.
        """
        row = await run_in_threadpool(_found, parts, principal, run_id)
        seen = request.headers.get("last-event-id", "")
        if row.ended and seen == _id(row):
            return Response(status_code=204)
        streams.check(principal.tenant)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(told(principal, row, seen), media_type=MEDIA_TYPE, headers=headers)

    async def told(principal: Principal, row: Run, seen: str) -> AsyncIterator[bytes]:
        with streams.open(principal.tenant):
            async for event in _events(parts, principal, row, seen):
                yield event

    return router


async def _events(parts: Parts, principal: Principal, row: Run | None, seen: str) -> AsyncIterator[bytes]:
    yield f"retry: {_RETRY}\n\n".encode()
    told = time.monotonic()
    # A client that goes away ends this from outside; a service that ends has clients come back to the next.
    while row is not None and not parts.solves.closing:
        if _id(row) != seen:
            seen, told = _id(row), time.monotonic()
            yield _event(row)
            if row.ended:
                return
        elif time.monotonic() - told > _SILENCE:
            told = time.monotonic()
            yield b": still here\n\n"
        await asyncio.sleep(_LOOK)
        row = await run_in_threadpool(_row, parts, principal, row.id)


def _event(row: Run) -> bytes:
    name = row.status if row.ended else "progress"
    return f"id: {_id(row)}\nevent: {name}\ndata: {RunEntry.of(row).model_dump_json()}\n\n".encode()


def _id(row: Run) -> str:
    """A name for the state of a run."""
    state = (row.status, row.cancel_requested, row.attempt, row.progress, row.finished_at)
    return hashlib.sha256(repr(state).encode()).hexdigest()[:16]


def _found(parts: Parts, principal: Principal, run_id: str) -> Run:
    with parts.database.reading() as connection:
        return run_of(connection, principal, run_id)


def _row(parts: Parts, principal: Principal, run_id: str) -> Run | None:
    with parts.database.reading() as connection:
        return run_row(connection, principal.tenant, run_id)
