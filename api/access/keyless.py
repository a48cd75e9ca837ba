"""The service on one's own machine, where nobody is asked for a key."""

import ipaddress
import re

from starlette.requests import Request

from api.access.principal import Principal
from api.access_settings import AccessSettings
from api.http.problem import Refused
from api.store import keys
from api.store.database import Database
from api.store.scopes import SCOPES
from api.store.tenants import LOCAL
from models import SelectorError

EVERYBODY = Principal(LOCAL, "local", frozenset(SCOPES))
"""Who asks, where nobody is asked who."""


_OF_PROXIES = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
_HOST = re.compile(r"(?:\[([0-9a-fA-F:.]+)\]|([a-zA-Z0-9.-]+))(?::[0-9]+)?")


class KeyNeeded(SelectorError):
    """Others could reach a service that asks nobody for a key; the message says what to do."""


def is_keyless(database: Database | None, settings: AccessSettings) -> bool:
    """Whether nobody is asked for a key: none was ever made, and no issuer's tokens are taken."""
    if settings.oidc_issuer is not None:
        return False
    if database is None:
        return True
    with database.reading() as connection:
        return not keys.any_at_all(connection)


def check_address(host: str, loopback: bool, database: Database | None, settings: AccessSettings) -> None:
    """Do nothing, unless other machines could reach a service that asks nobody for a key.

    Raises
    ------
    KeyNeeded
        if they could.
    """
    if not loopback and is_keyless(database, settings):
        raise KeyNeeded(
            f"{host} can be reached from other machines, and there is no key that they could be asked for: "
            "make one with `selector keys create`, or listen on 127.0.0.1"
        )


def check_local(request: Request) -> None:
    """Do nothing, unless a request comes from elsewhere than this machine, or was lured here.

    Raises
    ------
    Refused
        with 403 if it does.
    """
    if not is_local(request):
        raise Refused(403, "No key was made yet, and until then the service answers this machine only.")


def is_local(request: Request) -> bool:
    """Whether a request comes from this machine, and neither by a proxy on it nor from a page of somebody else."""
    if any(name in request.headers for name in _OF_PROXIES):
        return False
    address = request.client.host if request.client else ""
    # A page from elsewhere can have its own name lead to this machine; the browser then still sends that name.
    return _is_here(address) and _is_here(_named_host(request)) and _is_own(request)


def _is_own(request: Request) -> bool:
    # A page from elsewhere can send what a form can send; the browser then says where the page is from.
    origin, host = request.headers.get("origin"), request.headers.get("host", "")
    return origin is None or origin.lower() == f"{request.url.scheme}://{host}".lower()


def _named_host(request: Request) -> str:
    # Not the request's URL: where a name makes no sense, that has the address of the server in its place.
    found = _HOST.fullmatch(request.headers.get("host", ""))
    return (found[1] or found[2]).lower() if found else ""


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
