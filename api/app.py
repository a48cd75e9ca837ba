"""The application, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.middleware import Middleware

from api.http.handlers import add_handlers
from api.http.headers import SecurityHeaders
from api.http.openapi import schemas
from api.http.request_id import RequestId
from api.http.solves import Solves
from api.http.unexpected import Unexpected
from api.routes.break_even import break_even_routes
from api.routes.choice import choice_routes
from api.routes.compare import compare_routes
from api.routes.evaluate import evaluate_routes
from api.routes.health import health_routes
from api.routes.without import without_routes
from api.settings import Settings
from selector import __version__


class Service(FastAPI):
    """The application; ``solves`` are those it runs."""

    def __init__(self, settings: Settings) -> None:
        self.solves = Solves(settings.solves, settings.wait)
        super().__init__(
            title="Supplier selector",
            summary="Choose suppliers on cost, quality, liability and disruption, with proof.",
            version=__version__,
            # Their pages load scripts from elsewhere.
            docs_url=None,
            redoc_url=None,
            redirect_slashes=False,
            lifespan=_lifespan,
            middleware=[Middleware(RequestId), Middleware(SecurityHeaders), Middleware(Unexpected)],
        )
        add_handlers(self)
        self.include_router(health_routes(self.solves))
        self.include_router(evaluate_routes(settings, self.solves))
        self.include_router(without_routes(settings, self.solves))
        self.include_router(break_even_routes(settings, self.solves))
        self.include_router(choice_routes(settings, self.solves))
        self.include_router(compare_routes(settings, self.solves))

    def openapi(self) -> dict[str, Any]:
        """The description of the service in OpenAPI 3.1."""
        document = super().openapi()
        document.setdefault("components", {}).setdefault("schemas", {}).update(schemas())
        return document


def build(settings: Settings) -> Service:
    """An application that answers by ``settings``."""
    return Service(settings)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    if isinstance(app, Service):
        app.solves.close()
