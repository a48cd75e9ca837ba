"""A socket to listen on, or the reason why there is none."""

import ipaddress
import socket


class CannotListen(OSError):
    """There is no listening on this address; the message says why."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on the first address that ``host`` stands for.

    Raises
    ------
    CannotListen
        if the name is unknown, or the address is taken, forbidden or not of this machine.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address, family=family)
    except OSError as error:
        raise CannotListen(f"cannot listen on {host} port {port}: {_reason(error)}") from error


def url(listener: socket.socket) -> str:
    """Where a listening socket is reached."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def is_loopback(listener: socket.socket) -> bool:
    """Whether only this machine reaches a listening socket."""
    return ipaddress.ip_address(listener.getsockname()[0]).is_loopback


def _reason(error: OSError) -> str:
    # ``create_server`` puts the address into the text, once more.
    return (error.strerror or str(error)).partition(" (while attempting")[0].lower()
