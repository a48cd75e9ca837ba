"""Requests and their answers, below any meaning."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from models import ExtraMissing
from selector.client.problem import ServiceProblem
from selector.version import __version__

if TYPE_CHECKING:
    import httpx2


class Wire:
    """Connections to a service. Whoever makes one closes it.

    Raises
    ------
    ExtraMissing
        if httpx2 is not installed.
    """

    def __init__(self, url: str, key: str | None, timeout: float) -> None:
        try:
            import httpx2
        except ModuleNotFoundError as error:
            raise ExtraMissing("the client needs its extra: pip install 'supplier-selector[client]'") from error
        headers = {"User-Agent": f"supplier-selector/{__version__}"}
        if key is not None:
            headers["Authorization"] = f"Bearer {key}"
        # Neither a redirect nor a proxy of the environment is to be shown the key.
        self._http = httpx2.Client(
            base_url=url, headers=headers, timeout=timeout, follow_redirects=False, trust_env=False
        )

    def close(self) -> None:
        """End the connections."""
        self._http.close()

    def ask(
        self,
        method: str,
        path: str,
        *,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> "httpx2.Response":
        """The answer to a request.

        Raises
        ------
        ServiceProblem
            if the service refuses it.
        """
        stated = {name: value for name, value in (query or {}).items() if value is not None}
        answer = self._http.request(method, path, content=content, headers=dict(headers or {}), params=stated or None)
        _check(answer)
        return answer

    @contextmanager
    def stream(self, path: str, headers: Mapping[str, str]) -> Iterator["httpx2.EventSource | None"]:
        """The events at a path; None where there are no more.

        Raises
        ------
        ServiceProblem
            if the service refuses the request.
        """
        import httpx2

        accept = {"Accept": "text/event-stream", **headers}
        with self._http.stream("GET", path, headers=accept) as answer:
            if answer.status_code >= 400:
                answer.read()
            _check(answer)
            yield None if answer.status_code == 204 else httpx2.EventSource(answer)


def path_of(*steps: str) -> str:
    """The path of these steps below ``/v1``."""
    return "/v1/" + "/".join(quote(step, safe="") for step in steps)


def _check(answer: "httpx2.Response") -> None:
    if answer.status_code < 400:
        return
    try:
        document = json.loads(answer.content)
    except ValueError:
        document = {}  # from a proxy between
    wait = answer.headers.get("retry-after", "")
    found = document if isinstance(document, dict) else {}
    raise ServiceProblem(answer.status_code, found, float(wait) if wait.isdecimal() else None)
