"""What the XML inside a workbook may be: text in UTF-8, without definitions that could grow."""

import re
from collections.abc import Iterator

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MARK = b"\xef\xbb\xbf"
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_OVERLAP = 16


class Unsound(Exception):
    """XML that no spreadsheet writes; the message says why."""


def sound(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same chunks, each looked at before it is handed on.

    Raises
    ------
    Unsound
        if they are in another encoding, or define entities.
    """
    rest = b""
    for number, chunk in enumerate(chunks):
        if number == 0:
            _check_encoding(chunk)
        begins = rest + chunk[:_OVERLAP]
        if any(b"<!" in part and _DEFINITION.search(part) for part in (begins, chunk)):
            raise Unsound("defines entities in its XML, which no spreadsheet does")
        rest = chunk[-_OVERLAP:]
        yield chunk


def _check_encoding(beginning: bytes) -> None:
    declared = _DECLARED.match(beginning.removeprefix(_MARK))
    if b"\x00" in beginning[:64] or (declared and declared[1].strip().lower() not in _ENCODINGS):
        raise Unsound("is written in an encoding that spreadsheets do not use")
    if beginning[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unsound("is written in an encoding that spreadsheets do not use")
