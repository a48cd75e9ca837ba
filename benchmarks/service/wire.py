"""Requests over a connection that is kept, with next to nothing between the socket and the clock."""

import http.client
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

JSON = "application/json"


@dataclass(frozen=True)
class Reply:
    """An answer."""

    status: int
    headers: Mapping[str, str]
    """By their names in small letters."""
    body: bytes
    seconds: float
    """From the first byte sent to the last received."""

    def json(self) -> Any:
        """What it says."""
        return json.loads(self.body)


class Wire:
    """A client's connection, of one thread."""

    def __init__(self, port: int, key: str | None = None, timeout: float = 120.0) -> None:
        self._port = port
        self._headers = {} if key is None else {"Authorization": f"Bearer {key}"}
        self._timeout = timeout
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        """The answer to a request; names of headers with ``_`` for ``-``.

        Raises
        ------
        OSError
            if there is none: nobody listens, or the connection ended.
        """
        sent = {**self._headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        if body is not None:
            sent.setdefault("Content-Type", JSON)
        try:
            return self._ask(method, path, body, sent)
        except http.client.RemoteDisconnected:
            # A connection on which nothing was asked for a while is ended by the service.
            self._connection.close()
            return self._ask(method, path, body, sent)
        except http.client.HTTPException as error:
            self._connection.close()
            raise ConnectionError(str(error)) from error
        except OSError:
            self._connection.close()
            raise

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
        began = time.perf_counter()
        self._connection.request(method, path, body, dict(headers))
        response = self._connection.getresponse()
        content = response.read()
        seconds = time.perf_counter() - began
        told = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, told, content, seconds)
