"""Who buys together, and from how many."""

from typing import Any

import pytest

from models import Case
from tests.verify.small import small, weighed


def three_buyers(purchase: dict[str, Any], services: str = "fg") -> Case:
    """Buyers a, b and c, each with lots for which x, y and itself can be had."""
    places = {"a": ("Hill", "North"), "b": ("Hill", "North"), "c": ("Vale", "North")}
    lots = [f"{buyer}:{service}" for buyer in places for service in services]
    return small(
        buyers=[
            {"id": name, "name": name, "population": 3, "area": area, "region": region}
            for name, (area, region) in places.items()
        ],
        services=[{"id": name, "name": name} for name in services],
        lots=[
            {
                "id": lot,
                "buyer": lot[0],
                "service": lot[-1],
                "required": False,
                "in_house": {"cost": 1, "quality": 1},
            }
            for lot in lots
        ],
        bidders=[{"id": name, "name": name, "kind": "private", "viability_floor": 0} for name in "xy"],
        bids=[{"id": f"{name}-{lot}", "bidder": name, "lots": [lot], "price": 1} for name in "xy" for lot in lots],
        joint_purchases=[{"id": "p", "name": "The pool", **purchase}],
    )


def suppliers(case: Case, winners: str) -> dict[str, tuple[int, bool]]:
    """Of each rule on buying together: the suppliers, and whether it is kept. ``winners`` are those of the lots in order."""
    accepted = [
        f"in-house:{lot.id}" if winner == "-" else f"{winner}-{lot.id}"
        for lot, winner in zip(case.tendered, winners, strict=True)
    ]
    rules = weighed(case, accepted).rules
    return {rule.rule: (int(rule.value), rule.satisfied) for rule in rules if rule.rule.startswith("joint")}


# The lots in order: f and g of a, of b and of c.
@pytest.mark.parametrize(
    ("purchase", "winners", "rules"),
    [
        ({"buyers": ["a", "b"]}, "xyxyyx", {"joint[p, f]": (1, True), "joint[p, g]": (1, True)}),
        ({"buyers": ["a", "b"]}, "xyyyxx", {"joint[p, f]": (2, False), "joint[p, g]": (1, True)}),
        ({"buyers": ["a", "b", "c"]}, "xyy-xx", {"joint[p, f]": (2, False), "joint[p, g]": (3, False)}),
        ({"areas": ["Hill"]}, "xyxyyx", {"joint[p, f]": (1, True), "joint[p, g]": (1, True)}),
        ({"areas": ["Hill"], "buyers": ["c"], "services": ["g"]}, "xyxyyx", {"joint[p, g]": (2, False)}),
        ({"regions": ["North"], "services": ["f"]}, "xyxyyx", {"joint[p, f]": (2, False)}),
        # Each buyer itself is one supplier, and another than any bidder.
        ({"regions": ["North"], "services": ["f"]}, "-x-x-x", {"joint[p, f]": (1, True)}),
        ({"regions": ["North"], "services": ["f"]}, "-x-xxx", {"joint[p, f]": (2, False)}),
    ],
)
def test_buyers_take_one_supplier_together(
    purchase: dict[str, Any], winners: str, rules: dict[str, tuple[int, bool]]
) -> None:
    assert suppliers(three_buyers(purchase), winners) == rules


def test_a_single_lot_is_not_bought_together() -> None:
    lots = [{"id": lot, "buyer": lot[0], "service": lot[-1]} for lot in ("a:f", "a:g", "b:g", "c:f")]
    case = three_buyers({"buyers": ["a", "b"]})
    bids = [bid for bid in case.bids if bid.lots[0] in {lot["id"] for lot in lots}]
    assert suppliers(case.model_copy(update={"lots": lots, "bids": bids}), "xyyx") == {"joint[p, g]": (1, True)}
