"""The engine as an HTTP service: a case in, its evaluation out.

``create_app()`` gives an ASGI application for any server; ``selector serve`` runs it.
"""

from typing import TYPE_CHECKING

from api.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["Settings", "create_app"]


def create_app(settings: Settings | None = None) -> "FastAPI":
    """An application that answers by the given settings, or by the defaults.

    Each application counts its own solves; nothing is shared between two of them.
    """
    # ``selector --help`` imports this package to learn of ``serve``, and need not wait for a web framework.
    from api.app import build

    return build(settings or Settings())
