"""The public keys of an issuer, fetched and kept for a while."""

import json
import logging
import re
import threading
import time
import urllib.request
from collections.abc import Callable
from typing import Any

from jwt import PyJWK, PyJWKSet, PyJWTError

from api.access_settings import TRUSTWORTHY

_SECONDS_KEPT = 300.0
_SECONDS_BETWEEN = 30.0
_TIMEOUT = 5.0
_MOST_BYTES = 2**20

_log = logging.getLogger("api.access")


class IssuerAway(Exception):
    """The keys of an issuer cannot be had."""


class Jwks:
    """The keys of one issuer. Safe to use from any thread.

    Keys that are kept are used for as long as the issuer cannot be reached. It is asked at most once in half a minute,
    whatever is sent to us: a token that names an unknown key must not have us ask it each time.

    Parameters
    ----------
    issuer
        The issuer, as its tokens name it.
    address
        Where its keys are; None if its discovery document is to tell.
    clock
        Seconds that never go back.
    """

    def __init__(self, issuer: str, address: str | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._issuer = issuer
        self._address = address
        self._clock = clock
        self._lock = threading.Lock()
        self._keys: dict[str | None, PyJWK] = {}
        self._fetched_at = self._asked_at = float("-inf")

    def key(self, name: str | None) -> PyJWK | None:
        """The key of a name, or the only key there is if it has none.

        Raises
        ------
        IssuerAway
            if there are no keys yet and none can be had now.
        """
        known = self._among(name)
        old = self._clock() - self._fetched_at >= _SECONDS_KEPT
        # Who has a key does not wait for another that asks an issuer which does not answer.
        if (known is None or old) and self._lock.acquire(blocking=known is None):
            try:
                self._refresh()
                known = self._among(name)
            finally:
                self._lock.release()
        if not self._keys:
            raise IssuerAway(self._issuer)
        return known

    def _among(self, name: str | None) -> PyJWK | None:
        keys = self._keys  # which another thread may put others in the place of
        if name is None and len(keys) == 1:
            return next(iter(keys.values()))
        return keys.get(name)

    def _refresh(self) -> None:
        if self._clock() - self._asked_at < _SECONDS_BETWEEN:
            return
        self._asked_at = self._clock()
        try:
            if self._address is None:
                self._address = self._discovered()
            fetched = PyJWKSet.from_dict(_fetch(self._address))
        except (OSError, ValueError, PyJWTError) as error:
            _log.warning("the keys of %s could not be fetched: %s", self._issuer, error)
            return
        self._keys = {key.key_id: key for key in fetched.keys if key.public_key_use in ("sig", None)}
        self._fetched_at = self._clock()

    def _discovered(self) -> str:
        document = _fetch(self._issuer.rstrip("/") + "/.well-known/openid-configuration")
        if document.get("issuer") != self._issuer:
            raise ValueError(f"its discovery document is that of {document.get('issuer')!r}")
        address = document.get("jwks_uri")
        if not isinstance(address, str):
            raise ValueError("its discovery document names no jwks_uri")  # noqa: TRY004
        return address


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def _fetch(address: str) -> dict[str, Any]:
    if not re.match(TRUSTWORTHY, address):
        raise ValueError(f"{address} is neither encrypted nor on this machine")
    opener = urllib.request.build_opener(_NoRedirect())
    with opener.open(address, timeout=_TIMEOUT) as response:
        found = json.loads(response.read(_MOST_BYTES))
    if not isinstance(found, dict):
        raise ValueError(f"{address} holds no JSON object")  # noqa: TRY004
    return found
