"""For each sum and count that shows before any solve: a case that just has an award, and one that just has none."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.oracle.by_hand import bid, bidder, buyer, care, case, service

Document = dict[str, Any]
_YEAR = "2013-14"


@dataclass(frozen=True)
class Limited:
    """A case by one of its limits.

    Attributes
    ----------
    document
        The case in which that limit is so.
    kept
        The limit that an award just keeps.
    broken
        One a step beyond.
    clashing
        What is found to clash then.
    """

    document: Callable[[Any], Document]
    kept: Any
    broken: Any
    clashing: set[tuple[str, ...]]
    patch: dict[str, Any] = field(default_factory=dict)


def _two(prices: dict[str, int], **more: Any) -> Document:
    """Bidders that each ask one price of both buyers."""
    bids = [bid(f"{name}-{lot}", name, f"{lot}:it", price) for name, price in prices.items() for lot in "NS"]
    return case(**{"bidders": [bidder(name) for name in prices], "bids": bids, **more})


def _one(*, scores: dict[str, int] | None = None, **more: Any) -> Document:
    """Buyer N alone; bidders x and y for £100 and £200, or for £100 at these points."""
    scored = scores or {}
    prices = {"x": 100, "y": 200}
    return case(
        **{
            "buyers": [buyer("N", 180_000)],
            "bidders": [bidder(name) for name in prices],
            "criteria": [care()] if scored else [],
            "bids": [bid(name, name, "N:it", price, scored.get(name)) for name, price in prices.items()],
            **more,
        }
    )
