"""What a worker holds of what calls share, by its content; loaded by every worker that is sent something to hold."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping

_MOST_BYTES = 1_000_000_000
"""More than this is not held: what was not asked for longest goes first, and is sent anew if it is needed again."""

_held: OrderedDict[str, bytes] = OrderedDict()
_lock = threading.Lock()


def hold(parts: Mapping[str, bytes]) -> None:
    """Hold some parts, by their digests."""
    with _lock:
        for digest, content in parts.items():
            _held[digest] = content
            _held.move_to_end(digest)
        size = sum(map(len, _held.values()))
        while size > _MOST_BYTES and len(_held) > len(parts):
            size -= len(_held.popitem(last=False)[1])


def held(digests: Iterable[str]) -> dict[str, bytes]:
    """Those of some parts that are held."""
    with _lock:
        found = {digest: _held[digest] for digest in digests if digest in _held}
        for digest in found:
            _held.move_to_end(digest)
        return found
