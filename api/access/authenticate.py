"""From a request to who asks, and whether they may.

A route names what it needs: ``principal: Annotated[Principal, Depends(needs("read"))]``.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Security
from fastapi.security import APIKeyHeader, HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from api.access.keyless import EVERYBODY, check_local, is_keyless
from api.access.keyring import Keyring
from api.access.principal import Principal
from api.access.rates import Guesses, Rates
from api.access.tokens import Tokens
from api.access_settings import AccessSettings
from api.http.problem import Refused
from api.http.request_id import note_tenant
from api.store.database import Database
from api.store.scopes import Scope

_BEARER = HTTPBearer(auto_error=False, description="An API key, or a token of the issuer that the operator has set.")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, description="An API key.")


class Access:
    """The doorkeeper of an application. Without a database, or with one that never had a key, it asks for none."""

    def __init__(self, settings: AccessSettings, database: Database | None) -> None:
        self.rates = Rates(settings)
        self._settings = settings
        self._database = database
        self._keyring = Keyring(database) if database else None
        self._tokens = Tokens.of(settings, database)
        self._asks = False

    async def principal(self, request: Request) -> Principal:
        """Who asks.

        Raises
        ------
        Refused
            with 401 if that is not known, 403 if nobody is asked for a key but the request is not of this machine, and
            429 if too many keys that are none came from the same address.
        """
        presented = _presented(request)
        if presented is None:
            if await self._asks_nobody():
                check_local(request)
                return EVERYBODY
            raise _unknown("A key is needed, sent as Authorization: Bearer or as X-API-Key.")
        address = request.client.host if request.client else ""
        found = await self._found(presented, self.rates.guesses(address))
        if found is None:
            raise _unknown("This key is not valid.", error="invalid_token")
        return found

    async def _found(self, presented: str, guesses: Guesses) -> Principal | None:
        if presented.startswith("sel_") and self._keyring:
            return await self._keyring.principal(presented, guesses)
        guesses.check()
        found = await self._tokens.principal(presented) if self._tokens else None
        if found is None:
            guesses.count()
        return found

    async def _asks_nobody(self) -> bool:
        # Once there is a key there always is one.
        self._asks = self._asks or not await run_in_threadpool(is_keyless, self._database, self._settings)
        return not self._asks


def needs(scope: Scope) -> Callable[..., Awaitable[Principal]]:
    """A dependency: who asks, if they have a scope and have not asked too much."""

    async def principal(
        request: Request, _bearer: Annotated[object, Security(_BEARER)], _key: Annotated[object, Security(_HEADER)]
    ) -> Principal:
        return await admitted(request, scope)

    return principal


async def admitted(request: Request, scope: Scope) -> Principal:
    """Who asks, if they have a scope and have not asked too much.

    Raises
    ------
    Refused
        with 401, 403 or 429 if not.
    """
    access: Access = request.app.state.access
    found = await access.principal(request)
    note_tenant(request.scope, found.tenant)
    if found is not EVERYBODY:
        access.rates.count(found)
    if not found.may(scope):
        raise Refused(403, "This is not among what your key or token may do.")
    return found


def _presented(request: Request) -> str | None:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    header = request.headers.get("x-api-key")
    if scheme.lower() == "bearer" and given.strip():
        if header is not None and header.strip() != given.strip():
            raise _unknown("Two different keys were sent.", error="invalid_request")
        return given.strip()
    if scheme:
        raise _unknown("The Authorization must be Bearer and a key.", error="invalid_request")
    return header.strip() if header else None


def _unknown(detail: str, error: str | None = None) -> Refused:
    challenge = 'Bearer realm="selector"' + (f', error="{error}"' if error else "")
    return Refused(401, detail, headers={"WWW-Authenticate": challenge})
