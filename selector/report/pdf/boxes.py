"""Boxes in place of letters that no typeface of a machine has."""

import re
from collections.abc import Iterable

BOX = "\u25a1"
_BESIDE = re.compile(f"[\u200d\ufe0e\ufe0f]*{BOX}[\u200d\ufe0e\ufe0f]*")
"""A box, and what would join a letter in its place to others or tell how it looks."""
_FOREIGN = re.compile(r"[^\x00-\x7f£…\u200b]+")


def boxed(text: str, unshowable: Iterable[str]) -> str:
    """A text with boxes in place of what cannot be shown; where that changes nothing, of all but the plainest letters.

    A letter may be beyond a typeface only beside others, such as marks above it: then its plain part stays.
    """
    found = text
    for each in sorted(unshowable, key=len, reverse=True):
        if _FOREIGN.search(each):
            found = _BESIDE.sub(BOX, found.replace(each, _FOREIGN.sub(BOX, each)))
    return _FOREIGN.sub(BOX, text) if found == text else found
