"""Numbers that a document may hold and no field takes."""

from __future__ import annotations


class NotFinite(float):
    """A number as good as infinite, or undefined, with the ``text`` in which it was written.

    ``str`` stays that of the float: pydantic reads a Decimal out of it.
    """

    text: str

    def __new__(cls, value: float, text: str) -> NotFinite:
        """A float of ``value`` that was written as ``text``."""
        self = super().__new__(cls, value)
        self.text = text
        return self
