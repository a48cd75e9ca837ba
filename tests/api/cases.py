"""Cases to send: the smallest, and one that nobody settles soon."""

import json
import random
from typing import Any

from models.reference import SMALLEST


def smallest() -> bytes:
    """A case whose award is proven at once."""
    return json.dumps(SMALLEST).encode()


def edited(**fields: Any) -> bytes:
    """The smallest case with some of its fields replaced."""
    return json.dumps({**SMALLEST, **fields}).encode()


def knot(lots: int = 60) -> bytes:
    """A case that keeps a solver busy for as long as anybody waits.

    Two bidders have to share lots so that each serves exactly half the volume and exactly half the staff: a market
    split problem, hard by design (Cornuejols and Dawande 1998, "A class of hard small 0-1 programs"). Whether any
    split is exact is as good as impossible to find out, and relaxations tell nothing.
    """
    dice = random.Random(1)
    volumes = [dice.randint(100_000, 999_999) for _ in range(lots)]
    staff = [dice.randint(100_000, 999_999) for _ in range(lots)]
    return json.dumps(
        {
            "format": 1,
            "name": "A knot",
            "date": "2013-04-01",
            "horizon": {"start": "2013-04-01", "years": 1},
            "buyers": [{"id": f"buyer-{n}", "name": "A buyer", "population": 200_000} for n in range(lots)],
            "services": [{"id": "service", "name": "A service", "scale": "national"}],
            "lots": [
                {
                    "id": f"lot-{n}",
                    "buyer": f"buyer-{n}",
                    "service": "service",
                    "volume": volumes[n],
                    "wte": _thousandths(staff[n]),
                }
                for n in range(lots)
            ],
            "bidders": [
                {
                    "id": bidder,
                    "name": bidder,
                    "kind": "private",
                    "capacity": {"service": (sum(volumes) + more) // 2},
                    "capacity_wte": _thousandths((sum(staff) + more) // 2),
                }
                for more, bidder in enumerate(("left", "right"))
            ],
            "bids": [
                {
                    "id": f"{bidder}-{n}",
                    "bidder": bidder,
                    "lots": [f"lot-{n}"],
                    "price": dice.randint(100_000, 999_999),
                }
                for n in range(lots)
                for bidder in ("left", "right")
            ],
        }
    ).encode()


def _thousandths(number: int) -> str:
    return f"{number // 1000}.{number % 1000:03d}"
