"""Calls made small: what several of them share is taken out, known by its content, and so sent once.

Shared are cases, what was worked out of them, and whatever was pickled before.
"""

import hashlib
import io
import pickle
import zlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models import Case, Evaluation
from selector.appraise import Appraisal
from selector.program import Program

_SHARED = frozenset({Case, Appraisal, Evaluation, Program})
# A pickle below this costs less to send again than to look for.
_LARGE = 50_000
# Parts of so many bytes together are remembered; then the oldest are forgotten, and sent anew if they are needed again.
_MOST_BYTES = 500_000_000


@dataclass(frozen=True)
class Part:
    """Something shared, as a compressed pickle, and the parts that are taken out of it in turn."""

    content: bytes
    within: tuple[str, ...]


@dataclass(frozen=True)
class Packed:
    """A call as a pickle, and its parts by their digests, those of parts among them."""

    call: bytes
    parts: Mapping[str, Part]


class Packing:
    """Remembers what was packed. Not for several threads at once."""

    def __init__(self) -> None:
        self._parts: OrderedDict[str, Part] = OrderedDict()
        self._known: dict[int, tuple[object, str]] = {}
        """By identity: an object, held so that no other takes its place, and its digest."""

    @property
    def known(self) -> Mapping[str, Part]:
        """The parts that are remembered, by their digests."""
        return self._parts

    def packed(self, call: object) -> Packed:
        """A call, be it anything that can be pickled."""
        pickler = _Pickler(self)
        text = pickler.text(call)
        found: dict[str, Part] = {}
        self._gather(pickler.within, found)
        self._forget(found)
        return Packed(text, found)

    def digest(self, shared: object) -> str:
        """The digest of something shared, which is a part from now on."""
        known = self._known.get(id(shared))
        if known is not None and known[1] in self._parts:
            return known[1]
        pickler = _Pickler(self, shared)
        text = pickler.text(shared)
        digest = hashlib.sha256(text).hexdigest()
        if digest not in self._parts:
            self._parts[digest] = Part(zlib.compress(text, 1), tuple(dict.fromkeys(pickler.within)))
        self._known[id(shared)] = shared, digest
        return digest

    def _gather(self, digests: list[str] | tuple[str, ...], found: dict[str, Part]) -> None:
        for digest in digests:
            if digest not in found:
                self._parts.move_to_end(digest)
                found[digest] = self._parts[digest]
                self._gather(found[digest].within, found)

    def _forget(self, needed: Mapping[str, Part]) -> None:
        size = sum(len(part.content) for part in self._parts.values())
        for digest in list(self._parts):
            if size <= _MOST_BYTES:
                return
            if digest not in needed:
                size -= len(self._parts.pop(digest).content)
                self._known = {key: each for key, each in self._known.items() if each[1] != digest}


class _Pickler(pickle.Pickler):
    """Takes out what is shared."""

    def __init__(self, packing: Packing, root: object = None) -> None:
        self._file = io.BytesIO()
        super().__init__(self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._packing, self._root = packing, root
        self.within: list[str] = []

    def text(self, value: object) -> bytes:
        """The pickle of a value."""
        self.dump(value)
        return self._file.getvalue()

    def persistent_id(self, obj: Any) -> str | None:
        kind = type(obj)
        if obj is self._root or not (kind in _SHARED or (kind is bytes and len(obj) >= _LARGE)):
            return None
        digest = self._packing.digest(obj)
        self.within.append(digest)
        return digest
