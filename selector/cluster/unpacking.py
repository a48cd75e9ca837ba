"""A call as a process of a worker makes it: what it shares with other calls was sent once, and is unpacked once."""

import io
import pickle
import zlib
from collections.abc import Callable, Mapping
from typing import Any

_packed: dict[str, bytes] = {}
_unpacked: dict[str, Any] = {}


def called(call: bytes, parts: Mapping[str, bytes], _: Callable[[Any], None]) -> Any:
    """What a call comes to; ``parts`` are what it shares with others and this process has not had yet."""
    _packed.update(parts)
    function, arguments, keywords = _Unpickler(io.BytesIO(call)).load()
    return function(*arguments, **keywords)


class _Unpickler(pickle.Unpickler):
    """Puts the parts where they were taken out."""

    def persistent_load(self, pid: Any) -> Any:
        if pid not in _unpacked:
            _unpacked[pid] = _Unpickler(io.BytesIO(zlib.decompress(_packed[pid]))).load()
            del _packed[pid]
        return _unpacked[pid]
