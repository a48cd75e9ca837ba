"""What a user of the benchmarks can get wrong."""

from collections.abc import Mapping
from typing import TypeVar

from models import SelectorError

Entry = TypeVar("Entry")


class InputInvalid(SelectorError, ValueError):
    """A file, a folder or a name that the benchmarks cannot use; the message says which and why."""


def known(noun: str, name: str, table: Mapping[str, Entry]) -> Entry:
    """The entry of a table by its name.

    Raises
    ------
    InputInvalid
        if there is none; the message lists those there are.
    """
    if name not in table:
        raise InputInvalid(f"there is no {noun} {name!r}; there is: {', '.join(sorted(table))}")
    return table[name]
