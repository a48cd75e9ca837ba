"""What can be moved of a member: its limit, the rule as a whole, or one bidder more on a list."""

from dataclasses import dataclass

LISTS = ("shortlist", "framework")
"""Families of members that are lists of bidders, and are mended by adding some."""


@dataclass(frozen=True)
class Lever:
    """One thing to move; its column in an elastic program is the size of the move."""

    member: int
    """Position of the member."""
    bidder: str | None = None
    """The bidder that a shortlist, or the list of a framework, is opened to."""
