"""A decision on an award, as it was put on record."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decided:
    """What the minutes need of a decision record."""

    at: str
    """When, in UTC."""
    by: str
    because: str
    seal: str
    """SHA-256 of the record, by which whoever has its file can tell that it is the one."""
