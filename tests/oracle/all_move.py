"""Cases in which redundancy is large, redeployment saves nearly all of it, and awards are pence apart in what is left."""

import random
from typing import Any

Row = dict[str, Any]
_BUYERS = ("A", "B", "C")


def all_move_case(seed: int) -> Row:
    """Three lots with three bids each at about £100,000; hundreds of staff, of whom bids displace some, and posts for most."""
    draw = random.Random(f"all move {seed}")
    lots = [f"{buyer}:it" for buyer in _BUYERS]
    return {
        "format": 1,
        "name": f"All move {seed}",
        "date": "2013-04-01",
        "horizon": {"start": "2013-04-01", "years": 1},
        "buyers": [{"id": buyer, "name": buyer, "population": 100_000} for buyer in _BUYERS],
        "services": [{"id": "it", "name": "IT"}],
        "bidders": [
            {"id": "unit", "name": "Unit", "kind": "nhs_csu", "viability_floor": 0},
            {"id": "firm", "name": "Firm", "kind": "private", "viability_floor": 0},
        ],
        "bids": [
            {
                "id": f"{lot} {number}",
                "bidder": draw.choice(["unit", "firm"]),
                "lots": [lot],
                "price": f"{100_000 + draw.randrange(300) / 100:.2f}",
                "transfer": f"{draw.randrange(10**6) / 10**6:.6f}",
            }
            for lot in lots
            for number in range(3)
        ],
        "staff_groups": [
            {
                "id": f"of {lot}",
                "lots": [{"lot": lot}],
                "function": "office",
                "headcount": draw.choice([10, 100, 500, 20_000]),
                "salary": 30_000,
                "service_years": 24,
            }
            for lot in lots
        ],
        "vacancies": [
            {"id": "posts", "bidder": "unit", "function": "office", "wte": draw.choice([100_000, 100_000, 120, 5])}
        ],
        "objective": draw.choice(
            [
                _levels(("liability", draw.choice([0, "0.01"])), ("cost", "0.01")),
                _levels(("liability", draw.choice([0, "1"])), ("cost", "0.01")),
                _levels(("cost", draw.choice([0, "0.01", 3])), ("liability", "0.01")),
                {"mode": "money_valued", "liability_weight": draw.choice([1, "0.5", "0.000001"])},
            ]
        ),
    }


def _levels(*levels: tuple[str, Any]) -> Row:
    rows = [{"objective": name, "tolerance": tolerance} for name, tolerance in levels]
    return {"mode": "lexicographic", "levels": rows}
