"""What every kind of cell can do."""

from abc import ABC, abstractmethod
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

Cell = str | int | float | bool | Decimal | date | datetime | time | timedelta | None
"""A cell as a spreadsheet or a CSV file holds it; blank is None or no text."""


class Unreadable(str):
    """A cell that holds something, and yet no value to read, such as an error of a formula; its text says why."""

    __slots__ = ()


class Misread(Exception):
    """A cell does not hold what its column asks for; the message says what was found, and what is expected."""


class Kind(ABC):
    """What the cells of a column hold."""

    @property
    @abstractmethod
    def expected(self) -> str:
        """What is to be written, in words for the person who writes it."""

    @abstractmethod
    def read(self, cell: Cell) -> Any:
        """The value of a cell that is not blank, as JSON would have it; the models judge whether it is allowed.

        Raises
        ------
        Misread
            if the cell is not of this kind.
        """

    @abstractmethod
    def write(self, value: Any) -> Cell:
        """The cell of a value as JSON has it, such that ``read`` gives the value back."""


def is_blank(cell: Cell) -> bool:
    """Whether nothing is written in a cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
