"""The text of a CSV file, or what keeps it from being read."""

from pathlib import Path

MOST_BYTES = 256 << 20
"""Largest file that is read."""

_AGAIN = 'in Excel, save it as "CSV UTF-8 (Comma delimited)"'
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Zip archives, as .xlsx is one, and .xls.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class UnreadableFileError(Exception):
    """A file cannot be read; the message says why."""


def content(path: Path) -> str:
    """The text of a file, its lines ended by a single letter.

    Raises
    ------
    UnreadableFileError
        if it is too large, no text in UTF-8, or cannot be opened.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnreadableFileError("is no file that can be read")
        with path.open("rb") as file:
            found = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(f"cannot be read: {error.strerror}") from None
    if len(found) > MOST_BYTES:
        raise UnreadableFileError(f"is larger than {MOST_BYTES >> 20} MiB")
    if found.startswith(_WORKBOOKS):
        raise UnreadableFileError("is a workbook under the name of a CSV file: give the workbook itself, named .xlsx")
    if found.startswith(_UTF_16):
        raise UnreadableFileError(f"is text in UTF-16: {_AGAIN}")
    if b"\0" in found:
        raise UnreadableFileError(
            f"line {_line(found, found.index(0))} holds a NUL character, and so is no text: {_AGAIN}"
        )
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(f"line {_line(found, error.start)} is not text in UTF-8: {_AGAIN}") from None
    # Lines within cells too: what a case holds of other line ends is written in JSON.
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _line(found: bytes, at: int) -> int:
    lines = found[:at].replace(b"\r\n", b"\n")
    return 1 + lines.count(b"\n") + lines.count(b"\r")
