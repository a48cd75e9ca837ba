"""The application, put together."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cached_property
from typing import Any

from fastapi import FastAPI
from fastapi.middleware import Middleware
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from api.access.authenticate import Access
from api.http.bodies import Bodies
from api.http.body import MEDIA_TYPE
from api.http.framing import Framing
from api.http.handlers import add_handlers
from api.http.headers import SecurityHeaders
from api.http.measured import Measured
from api.http.openapi import schemas
from api.http.request_id import RequestId
from api.http.unexpected import Unexpected
from api.metrics import Metrics
from api.page.routes import page_routes
from api.parts import Parts
from api.routes.annotate import annotate_routes
from api.routes.cases import case_routes
from api.routes.decisions import decision_routes
from api.routes.evaluate import evaluate_routes
from api.routes.events import event_routes
from api.routes.examples import example_routes
from api.routes.health import health_routes
from api.routes.letters import letter_routes
from api.routes.metrics import metrics_routes
from api.routes.paper import paper_routes
from api.routes.questions import question_routes
from api.routes.release import release_routes
from api.routes.runs import run_routes
from api.routes.scenarios import scenario_routes
from api.routes.statements import statement_routes
from api.settings import Settings
from api.store.database import Database
from selector import __version__


class Service(FastAPI):
    """The application; ``solves`` are those it runs."""

    def __init__(self, settings: Settings, database: Database | None = None) -> None:
        self.parts = Parts.of(settings, database)
        self.solves = self.parts.solves
        metrics = Metrics(self.parts.database, lambda: self.solves.seconds)
        super().__init__(
            title="Supplier selector",
            summary="Choose suppliers on cost, quality, liability and disruption, with proof.",
            version=__version__,
            # Their pages load scripts from elsewhere.
            docs_url=None,
            redoc_url=None,
            redirect_slashes=False,
            lifespan=_lifespan,
            middleware=[
                Middleware(Measured, metrics=metrics),
                Middleware(RequestId),
                Middleware(SecurityHeaders),
                Middleware(Framing),
                Middleware(Unexpected),
                Middleware(Bodies, largest=settings.body_limit),
            ],
        )
        self.state.patience = settings.patience
        self.state.access = Access(settings, self.parts.database)
        add_handlers(self)
        self.include_router(health_routes(self.parts))
        self.include_router(metrics_routes(metrics))
        self.include_router(example_routes(self.parts))
        self.include_router(annotate_routes(self.parts))
        self.include_router(case_routes(self.parts))
        self.include_router(statement_routes(self.parts))
        self.include_router(scenario_routes(self.parts))
        self.include_router(run_routes(self.parts))
        self.include_router(event_routes(self.parts))
        self.include_router(paper_routes(self.parts))
        self.include_router(release_routes(self.parts))
        self.include_router(letter_routes(self.parts))
        self.include_router(decision_routes(self.parts))
        self.include_router(evaluate_routes(self.parts))
        self.include_router(question_routes(self.parts))
        self.include_router(page_routes())

    def setup(self) -> None:
        """Add the route of the description, which is large, asked for by anybody, and so made once."""

        def description(_: Request) -> Response:
            return Response(self._description, media_type=MEDIA_TYPE)

        self.add_route("/openapi.json", description, include_in_schema=False)

    @cached_property
    def _description(self) -> bytes:
        return json.dumps(self.openapi(), ensure_ascii=False, separators=(",", ":")).encode()

    def openapi(self) -> dict[str, Any]:
        """The description of the service in OpenAPI 3.1."""
        document = super().openapi()
        document.setdefault("components", {}).setdefault("schemas", {}).update(schemas())
        return document


def build(settings: Settings, database: Database | None = None) -> Service:
    """An application that answers by ``settings``."""
    return Service(settings, database)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    if not isinstance(app, Service):
        raise TypeError("this is the lifespan of the service")
    await run_in_threadpool(app.parts.open)
    yield
    await run_in_threadpool(app.parts.close)
