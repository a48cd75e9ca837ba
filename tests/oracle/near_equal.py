"""Cases whose bids for a lot are pennies apart in hundreds of thousands, with budgets that some award meets exactly."""

import random
from typing import Any

Row = dict[str, Any]


def near_equal_case(seed: int) -> Row:
    """A case document, the same for the same seed: 3 to 5 lots of 2 or 3 bids, at most 243 awards."""
    draw = random.Random(seed)
    most = draw.choice([100_000, 1_000_000, 20_000_000])
    spread = draw.choice([2, 20, 500, 10_000])  # pence between the bids for a lot
    buyers = ["n", "s"][: draw.randint(1, 2)]
    services = [f"s{k}" for k in range(draw.randint(3, 5) if len(buyers) == 1 else 2)]
    bids: list[Row] = []
    budgets = dict.fromkeys(buyers, 0)
    for buyer in buyers:
        for service in services:
            pence = draw.randrange(most * 50, most * 100)
            asked = [pence + draw.randint(0, spread) for _ in range(draw.randint(2, 3))]
            budgets[buyer] += draw.choice(asked)
            for bidder, price in enumerate(asked):
                bids.append(
                    {
                        "id": f"{bidder}/{buyer}/{service}",
                        "bidder": f"b{bidder}",
                        "lots": [f"{buyer}:{service}"],
                        "price": f"{price // 100}.{price % 100:02d}",
                        "scores": {"c": draw.randint(40, 90)},
                    }
                )
    first: Row = {"objective": "quality", "tolerance": draw.choice([0, "0.5", 5])}
    money: Row = {"mode": "money_valued", "quality_value": draw.choice([0, "0.01", 10])}
    lexicographic: Row = {"mode": "lexicographic", "levels": draw.choice([[first, {"objective": "cost"}], [first]])}
    return {
        "format": 1,
        "name": f"Near-equal {seed}",
        "date": "2013-04-01",
        "horizon": {"start": "2013-04-01", "years": draw.randint(1, 3)},
        "buyers": [
            {
                "id": buyer,
                "name": buyer,
                "population": 10_000 * draw.randint(1, 30),
                "budget": {"2013-14": f"{(budgets[buyer] + draw.choice([0, 0, -1, 1])) / 100:.2f}"},
            }
            for buyer in buyers
        ],
        "services": [{"id": service, "name": service} for service in services],
        "bidders": [
            {"id": f"b{bidder}", "name": f"B{bidder}", "kind": "nhs_csu", "viability_floor": 0} for bidder in range(3)
        ],
        "bids": bids,
        "criteria": [{"id": "c", "name": "C"}],
        "objective": draw.choice([money, lexicographic]),
    }
