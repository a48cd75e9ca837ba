"""Four buyers, six lots, and an award whose figures are in the head: one year, nothing discounted, no staff.

Spend: 880. People: 100 + 200 + 300, those of the national board apart. Weights of the lots: 100, 200, 200, 400, 300, 1,000.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from models import Case, Evaluation, Level, RuleState
from selector.verify import verify
from tests.verify.hand import Charges, Row, by_hand

LOTS: dict[str, tuple[str, str, int, int]] = {
    "n:f": ("n", "f", 100, 100),
    "n:g": ("n", "g", 100, 200),
    "s:f": ("s", "f", 200, 200),
    "s:g": ("s", "g", 200, 400),
    "w:f": ("w", "f", 300, 300),
    "b:f": ("b", "f", 1000, 1000),
}
"""Buyer, service, people and weight."""
BIDS = {
    "firm-n": ("firm", "n:f", "100", 60),
    "firm-s": ("firm", "s:f", "200", 80),
    "firm-b": ("firm", "b:f", "50", 50),
    "unit-n": ("unit", "n:g", "300", 90),
    "unit-s": ("unit", "s:g", "150", 40),
    "old-n": ("old", "n:f", "70", 45),
    "old-s": ("old", "s:g", "120", 55),
}
"""Bidder, lot, price and score."""
AWARD = ("firm-n", "unit-n", "firm-s", "unit-s", "in-house:w:f", "firm-b")
INCUMBENTS = {"n:f": "old", "n:g": "unit", "s:f": "firm", "s:g": "old"}

DOCUMENT: dict[str, Any] = {
    "format": 1,
    "name": "Board",
    "date": "2014-04-01",
    "horizon": {"start": "2014-04-01", "years": 1, "discount_rate": 0},
    "buyers": [
        {"id": "n", "name": "North", "population": 100, "area": "Kent", "region": "South East"},
        {"id": "s", "name": "South", "population": 200, "area": "Kent", "region": "South East"},
        {"id": "w", "name": "West", "population": 300, "area": "Devon"},
        {"id": "b", "name": "Board", "population": 1000, "kind": "national_board"},
    ],
    "services": [{"id": "f", "name": "Finance"}, {"id": "g", "name": "Growth", "weight": 2}],
    "lots": [
        {"id": lot, "buyer": buyer, "service": service, "incumbent": INCUMBENTS.get(lot)}
        | ({"required": False, "in_house": {"cost": 80, "quality": 70}} if lot == "w:f" else {})
        for lot, (buyer, service, _, _) in LOTS.items()
    ],
    "bidders": [
        {"id": "firm", "name": "Firm", "kind": "private", "tags": ["sme"], "viability_floor": 0},
        {"id": "unit", "name": "Unit", "kind": "nhs_csu", "group": "one", "viability_floor": 0},
        {"id": "old", "name": "Old", "kind": "voluntary", "tags": ["local"], "viability_floor": 0},
    ],
    "bids": [
        {"id": bid, "bidder": bidder, "lots": [lot], "price": price, "scores": {"c": points}}
        for bid, (bidder, lot, price, points) in BIDS.items()
    ],
    "criteria": [{"id": "c", "name": "Care"}],
    "objective": {"mode": "lexicographic", "levels": [{"objective": "cost"}]},
}


def case_of(**changes: Any) -> Case:
    return Case(**DOCUMENT | changes)


def with_rule(**rule: Any) -> Case:
    return case_of(rules=[{"id": "r", **rule}])


def states_of(case: Case, bids: Sequence[str] = AWARD) -> dict[str, RuleState]:
    """Where the award stands against the rules of the board and the picks."""
    found = verify(case, evaluation_of(case, bids)).rules
    return {state.rule: state for state in found if state.rule.startswith(("rule", "pick"))}


def evaluation_of(
    case: Case, bids: Sequence[str] = AWARD, levels: Sequence[tuple[str, str]] = (), penalty: str = "0.00"
) -> Evaluation:
    """An award with honest figures; proven at the levels stated, the first of the objective being that of the certificate."""
    rows = [_row(lot, bid) for lot, bid in zip(LOTS, bids, strict=True)]
    found = by_hand(case, rows, Charges({}, {}), lambda totals, _: totals.cost, weights=2200)
    assert found.totals is not None
    stated = [
        Level(objective=name, **dict.fromkeys(("value", "best", "bound"), Decimal(value)), gap=0.0)
        for name, value in levels
    ]
    stated = stated or [
        Level(objective="cost", **dict.fromkeys(("value", "best", "bound"), found.totals.cost), gap=0.0)
    ]
    first = next((level for level in stated if not level.objective.startswith("priority")), stated[0])
    proof = {"objective": first.value, "bound": first.bound, "gap_pounds": None, "levels": tuple(stated)}
    return found.model_copy(
        update={
            "certificate": found.certificate.model_copy(update=proof),
            "totals": found.totals.model_copy(update={"penalty": Decimal(penalty)}),
        }
    )


def _row(lot: str, bid: str) -> Row:
    buyer, service, people, weight = LOTS[lot]
    bidder, _, price, points = BIDS.get(bid) or (f"in-house:{buyer}", lot, "80", 70)
    return Row(
        lot=lot,
        buyer=buyer,
        service=service,
        volume=str(people),
        weight=weight,
        bid=bid,
        bidder=bidder,
        cost=f"{price}.00",
        quality=str(points),
        disruption=str(int(INCUMBENTS.get(lot, bidder) != bidder)),
        yearly=f"{price}.00",
    )
