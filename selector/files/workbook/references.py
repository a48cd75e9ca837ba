"""Cell references such as D7, one by one or a million at a time; rows and columns are counted from 0."""

import re

import numpy as np
from numpy.typing import NDArray

Position = tuple[int, int]
"""Row and column."""

_REFERENCE = re.compile(rb"([A-Za-z]{1,7})([0-9]{1,10})")
_SPACES = (9, 10, 13, 32)
_A, _QUOTE, _ZERO, _NINE = ord("A"), ord('"'), ord("0"), ord("9")
_LETTERS = 26
_MOST_LETTERS, _MOST_DIGITS = 3, 7
_PADDING = bytes(32)


def position(reference: bytes) -> Position | None:
    """The position that a reference names; None where it names none."""
    found = _REFERENCE.fullmatch(reference)
    if not found or not int(found[2]):
        return None
    column = 0
    for letter in found[1].upper():
        column = column * _LETTERS + letter - _A + 1
    return int(found[2]) - 1, column - 1


def canonical(xml: bytes) -> tuple[int, int, int] | None:
    """How many tags ``<c r="D7"`` there are in a piece of XML, and how many rows and columns they reach over.

    None where any tag of a cell is written in another way; tags with a prefix are not looked at.
    """
    text = np.frombuffer(xml + _PADDING, np.uint8)
    tags = np.flatnonzero(text[: len(xml)] == ord("<"))
    tags = tags[text[tags + 1] == ord("c")]
    after = text[tags + 2]
    cells = tags[np.isin(after, (*_SPACES, ord("/"), ord(">")))]
    if not len(cells):
        return 0, 0, 0
    if any(not (text[cells + at] == letter).all() for at, letter in enumerate(b' r="', start=2)):
        return None
    start = cells + 6
    width = np.zeros(len(cells), np.int64)
    column = np.zeros(len(cells), np.int64)
    going = np.ones(len(cells), np.bool_)
    for at in range(_MOST_LETTERS):
        letter = text[start + at].astype(np.int64) - _A
        going &= (letter >= 0) & (letter < _LETTERS)
        column = np.where(going, column * _LETTERS + letter + 1, column)
        width += going
    row, digits = _numbers(text, start + width)
    ends = text[start + width + digits] == _QUOTE
    if not (ends & (width > 0) & (row > 0)).all():
        return None
    return len(cells), int(row.max()), int(column.max())


def _numbers(text: NDArray[np.uint8], start: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers that start at places of a text, of as many digits as are looked at, and how many digits they have."""
    number = np.zeros(len(start), np.int64)
    digits = np.zeros(len(start), np.int64)
    going = np.ones(len(start), np.bool_)
    for at in range(_MOST_DIGITS):
        digit = text[start + at]
        going &= (digit >= _ZERO) & (digit <= _NINE)
        number = np.where(going, number * 10 + digit - _ZERO, number)
        digits += going
    return number, digits
