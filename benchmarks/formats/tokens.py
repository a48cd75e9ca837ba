"""Numbers in a text file, whatever white space stands between them."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from benchmarks.errors import InputInvalid


def text_of(path: Path) -> str:
    """The text of a file.

    Raises
    ------
    InputInvalid
        if the file is no text or cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputInvalid(f"{path.name} is not a text file") from None
    except OSError as error:
        raise InputInvalid(f"{path} cannot be read: {error.strerror}") from None


class Tokens:
    """The numbers of a file in their order, exact as written. What follows the last one asked for is never looked at.

    Numbers stand between white space, and between any of ``marks``.

    Raises
    ------
    InputInvalid
        on reading, if the file is no text or cannot be read.
    """

    def __init__(self, path: Path, marks: str = "") -> None:
        self.name = path.name
        self._words = text_of(path).translate(dict.fromkeys(map(ord, marks), " ")).split()
        self._next = 0

    def expect(self, count: int) -> None:
        """Make sure that the file holds at least ``count`` numbers in all.

        Raises
        ------
        InputInvalid
            if it is shorter.
        """
        if len(self._words) < count:
            raise InputInvalid(f"{self.name} ends after {len(self._words)} of {count} numbers")

    def take(self, count: int, what: str) -> tuple[Decimal, ...]:
        """The next ``count`` numbers, none negative; ``what`` names one of them in messages.

        Raises
        ------
        InputInvalid
            if the file ends before, or something else stands there.
        """
        self.expect(self._next + count)
        return tuple(self._numbers(count, what))

    def size(self, what: str) -> int:
        """The next number, a whole one above 0.

        Raises
        ------
        InputInvalid
            as ``take``, or if it is not whole or is 0.
        """
        (number,) = self.take(1, what)
        if number < 1 or number != int(number):
            raise InputInvalid(f"{self.name}: {number} stands where {what} is expected, a whole number above 0")
        return int(number)

    def _numbers(self, count: int, what: str) -> Iterator[Decimal]:
        for word in self._words[self._next : self._next + count]:
            self._next += 1
            try:
                number = Decimal(word)
            except InvalidOperation:
                number = Decimal("nan")
            if not number.is_finite() or number < 0:
                raise InputInvalid(
                    f"{self.name}: {word[:40]!r}, word {self._next}, stands where {what} is expected, a number of 0 or more"
                )
            yield number
