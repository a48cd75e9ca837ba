"""A row of places, for tests of ground that hangs together.

West and east lie on either side of the middle. x is the cheapest in the west and the east, y in the middle:

             west  middle  east
    x         100     100   100
    y         120      90   115

so that apart they take 100 + 90 + 100 = 290. Where west and east do not border on each other, the least that hangs
together is x everywhere, 300; next come x in the west and y in the rest, 305, x in the east and y in the rest, 310, and
y everywhere, 325.
"""

from collections.abc import Mapping
from typing import Any

from models import Case
from tests.references.tender import Row, offer, tender

ASKED: Mapping[str, Mapping[str, int]] = {"x": {"w": 100, "m": 100, "e": 100}, "y": {"w": 120, "m": 90, "e": 115}}
APART = ("x/w", "y/m", "x/e")
TOGETHER = ("x/w", "x/m", "x/e")


def ground(
    contiguity: Row | None,
    asked: Mapping[str, Mapping[str, int]] = ASKED,
    places: Mapping[str, Row] | None = None,
    further: tuple[Row, ...] = (),
    **more: Any,
) -> Case:
    """A case of buyers of 100,000 people each, for each of whom bidders ask so much, and maybe further bids."""
    bids = [
        offer(f"{bidder}/{buyer}", price, f"{buyer}:it")
        for bidder, row in asked.items()
        for buyer, price in row.items()
    ]
    people = dict.fromkeys((buyer for row in asked.values() for buyer in row), 100_000)
    service = {"id": "it", "name": "IT", "scale": "national", "contiguity": contiguity}
    return tender(people, [service], [*bids, *further], places=places, **more)
