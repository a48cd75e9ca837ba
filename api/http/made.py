"""Answers that take a while to make and never change, kept for whoever asks next."""

from collections import OrderedDict

_MOST_BYTES = 128 << 20


class Made:
    """The last answers that were made, by their entity tags. Of an event loop only.

    A tag stands for all that an answer is made from, so no answer is ever out of date, and whoever may ask for a tag may
    have what it stands for.
    """

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    def get(self, tag: str) -> bytes | None:
        """What was made; None where it is not kept any more."""
        found = self._kept.get(tag)
        if found is not None:
            self._kept.move_to_end(tag)
        return found

    def put(self, tag: str, content: bytes) -> None:
        """Keep an answer, and let go of those that were asked for longest ago."""
        if len(content) > self._most:
            return
        self._bytes += len(content) - len(self._kept.pop(tag, b""))
        self._kept[tag] = content
        while self._bytes > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest)
