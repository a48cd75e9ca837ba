"""Cases whose bids for a lot are pennies apart in hundreds of thousands, with budgets that some award meets exactly.

Some have packages, pennies from what their lots cost apart, and discounts of pennies, whose tiers start where some choice
of bids has them start. Some have prices that rise, bear VAT and change within the year, or staff whose moves to vacancies
save pennies more here than there.
"""

import random
from typing import Any

from tests.oracle.near_equal_later import moving, rising

Row = dict[str, Any]


def near_equal_case(seed: int) -> Row:
    """A case document, the same for the same seed: 3 to 5 lots of 2 or 3 bids, and up to 3 packages."""
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
                        "price": _pounds(price),
                        "scores": {"c": draw.randint(40, 90)},
                    }
                )
    beside = random.Random(f"beside {seed}")  # without what is beside, a seed's case is as it was before
    discounts = _discounts(beside, bids, spread) if beside.random() < 0.5 else []
    if beside.random() < 0.6:
        _packages(beside, bids, spread)
    first: Row = {"objective": "quality", "tolerance": draw.choice([0, "0.5", 5])}
    money: Row = {"mode": "money_valued", "quality_value": draw.choice([0, "0.01", 10])}
    lexicographic: Row = {"mode": "lexicographic", "levels": draw.choice([[first, {"objective": "cost"}], [first]])}
    document: Row = {
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
        "discounts": discounts,
        "objective": draw.choice([money, lexicographic]),
    }
    later = random.Random(f"later {seed}")
    if later.random() < 0.4:
        rising(later, document)
    if later.random() < 0.4:
        moving(later, document)
    return document


def _packages(draw: random.Random, bids: list[Row], spread: int) -> None:
    """Add packages of two or three lots, at what some bids for them ask, give or take pennies."""
    singles = list(bids)
    lots = list(dict.fromkeys(bid["lots"][0] for bid in singles))
    for number in range(draw.randint(1, 3)):
        mine = draw.sample(lots, draw.randint(2, 3))
        asked = sum(_pence(draw.choice([bid for bid in singles if bid["lots"] == [lot]])) for lot in mine)
        bids.append(
            {
                "id": f"package {number}",
                "bidder": f"b{draw.randint(0, 2)}",
                "lots": mine,
                "price": _pounds(asked + draw.randint(-spread, spread)),
                "scores": {"c": draw.randint(40, 90)},
            }
        )


def _discounts(draw: random.Random, bids: list[Row], spread: int) -> list[Row]:
    """Discounts of a bidder or two: rates that come to about the spread, in tiers that start at a sum of bids, or a penny on."""
    rows: list[Row] = []
    for bidder in draw.sample(["b0", "b1"], draw.randint(1, 2)):
        mine = [bid for bid in bids if bid["bidder"] == bidder]
        starts = set[int]()
        for _ in range(draw.randint(1, 2)):
            chosen = draw.sample(mine, draw.randint(1, len(mine)))
            starts.add(sum(map(_pence, chosen)) + draw.choice([0, 0, 0, 1, -1]))
        millionths = max(1, 10**6 * spread // max(starts))
        rates = sorted(draw.randint(1, 2 * millionths) for _ in starts)
        rows.append(
            {
                "id": f"of {bidder}",
                "bidder": bidder,
                "kind": draw.choice(["all_units", "incremental"]),
                "tiers": [
                    {"at_least": _pounds(start), "rate": f"{rate / 10**6:.6f}"}
                    for start, rate in zip(sorted(starts), rates, strict=True)
                ],
            }
        )
    return rows


def _pence(bid: Row) -> int:
    return int(bid["price"].replace(".", ""))


def _pounds(pence: int) -> str:
    return f"{pence // 100}.{pence % 100:02d}"
