"""What can be moved of a member: its limit, the rule as a whole, or one bidder more on a shortlist."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lever:
    """One thing to move; its column in an elastic program is the size of the move."""

    member: int
    """Position of the member."""
    bidder: str | None = None
    """The bidder that a shortlist is opened to."""
