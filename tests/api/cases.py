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


def market() -> bytes:
    """A case of twelve lots with a choice of four bidders for each, charges, criteria and staff."""
    dice = random.Random(7)
    buyers = [f"buyer-{n}" for n in range(4)]
    services = [f"service-{n}" for n in range(3)]
    bidders = {"csu": "nhs_csu", "firm": "private", "charity": "voluntary", "council": "local_authority"}
    return json.dumps(
        {
            "format": 1,
            "name": "A market",
            "date": "2014-04-01",
            "horizon": {"start": "2014-04-01", "years": 4, "discount_rate": "0.035"},
            "buyers": [{"id": buyer, "name": buyer, "population": dice.randint(100_000, 400_000)} for buyer in buyers],
            "services": [{"id": service, "name": service, "scale": "national"} for service in services],
            "bidders": [
                {
                    "id": bidder,
                    "name": bidder,
                    "kind": kind,
                    "overhead": dice.randint(0, 90_000),
                    "setup": {service: dice.randint(0, 50_000) for service in services},
                }
                for bidder, kind in bidders.items()
            ],
            "bids": [
                {
                    "id": f"{bidder}/{buyer}/{service}",
                    "bidder": bidder,
                    "lots": [f"{buyer}:{service}"],
                    "price": dice.randint(200_000, 300_000),
                    "scores": {"method": dice.randint(40, 90), "people": dice.randint(40, 90)},
                }
                for buyer in buyers
                for service in services
                for bidder in bidders
            ],
            "criteria": [{"id": "method", "name": "Method", "weight": 2}, {"id": "people", "name": "People"}],
            "staff_groups": [
                {
                    "id": f"staff-{buyer}",
                    "name": "Staff",
                    "lots": [{"lot": f"{buyer}:{services[0]}", "share": 1}],
                    "headcount": dice.randint(1, 9),
                    "salary": 28_000,
                    "service_years": 9,
                }
                for buyer in buyers
            ],
            "objective": {"mode": "money_valued", "quality_value": 20_000},
        }
    ).encode()


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
