"""Where a webhook may go: not to the machines behind the service, unless that is allowed."""

import ipaddress
import socket
from contextlib import suppress
from urllib.parse import urlsplit

_SCHEMES = {"http": 80, "https": 443}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotAllowed(ValueError):
    """A webhook may not go there; the message says why."""


def check_url(url: str, *, private: bool) -> tuple[str, int]:
    """The host and port of a webhook's URL.

    Raises
    ------
    NotAllowed
        if it is no plain http or https URL, or states an address that is not allowed.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NotAllowed("this is no URL") from None
    if parts.scheme not in _SCHEMES or not host:
        raise NotAllowed("a webhook is an http or https URL")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise NotAllowed("a webhook has no user, no password and no fragment")
    try:
        host.encode("idna")  # as who resolves it does
    except UnicodeError:
        raise NotAllowed("its host is no name") from None
    if not url.isascii() or any(character <= " " or character == "\x7f" for character in url):
        raise NotAllowed("a webhook has printable ASCII characters only")
    stated, name = _stated(host), host.rstrip(".")
    if not private and (name == "localhost" or name.endswith(".localhost") or (stated and not _is_public(stated))):
        raise NotAllowed("loopback and private addresses are not allowed")
    return host, port or _SCHEMES[parts.scheme]


def resolved(host: str, port: int, *, private: bool) -> str:
    """An address of a host, to connect to and to no other: a name may stand for something else when asked again.

    Raises
    ------
    NotAllowed
        if any of its addresses is not allowed.
    OSError
        if it has none.
    """
    found = [row[4][0] for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    addresses = [ipaddress.ip_address(str(each).partition("%")[0]) for each in found]
    if not private and not all(map(_is_public, addresses)):
        raise NotAllowed("loopback and private addresses are not allowed")
    return str(addresses[0])


def _stated(host: str) -> Address | None:
    """The address that a host is; None if it is a name."""
    with suppress(ValueError):
        return ipaddress.ip_address(host)
    # Older forms, such as 127.1, 0x7f.1, 2130706433 and 017700000001, which resolvers still take.
    with suppress(OSError):
        return ipaddress.IPv4Address(socket.inet_aton(host))
    return None


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        # It may hold one of version 4, to which it leads.
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if inner:
            return _is_public(inner)
        if address in _NAT64:
            return _is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        return address in _GLOBAL and address.is_global
    return address.is_global and not address.is_multicast and address not in _PROTOCOLS


_PROTOCOLS = ipaddress.IPv4Network("192.0.0.0/24")
"""For protocols alone; not all versions of Python know that."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL = ipaddress.IPv6Network("2000::/3")
"""All that is given out as global so far; what is left has old and private uses, such as ``::127.0.0.1``."""
