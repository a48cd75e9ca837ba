"""The engine as an HTTP service: a case in, its evaluation out.

``create_app()`` gives an ASGI application for any server; ``selector serve`` runs it.
"""

from typing import TYPE_CHECKING, Any

from api.extra import service_extra

if TYPE_CHECKING:
    from fastapi import FastAPI

    from api.settings import Settings

__all__ = ["Settings", "create_app"]


def create_app(settings: "Settings | None" = None) -> "FastAPI":
    """An application that answers by the given settings, or by the defaults.

    Each application counts its own solves; nothing is shared between two of them.

    Raises
    ------
    ExtraMissing
        if the extra of the service is not installed.
    """
    # ``selector --help`` imports this package to learn of ``serve``, and need not wait for a web framework.
    with service_extra():
        from api.app import build
        from api.settings import Settings

        return build(settings or Settings())


def __getattr__(name: str) -> Any:
    # Settings come with the extra too: without it this package is still there, and says what it lacks.
    if name != "Settings":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with service_extra():
        from api.settings import Settings

        return Settings
