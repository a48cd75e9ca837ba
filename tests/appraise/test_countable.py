"""What soft rules may count for: as much as can be told to the penny, and no more."""

from typing import Any

import pytest

from models import CaseInvalid
from selector.appraise import appraise
from tests.verify.small import small


def asked(rule: dict[str, Any], **changes: Any) -> None:
    """Appraise a case of two lots and one bidder with a rule after another that counts for little."""
    little = {"id": "little", "metric": "lots", "sense": "at_most", "limit": 1, "penalty": 1, "priority": 7}
    appraise(small(rules=[little, {"id": "much"} | rule], **changes))


@pytest.mark.parametrize("each", [False, True])
@pytest.mark.parametrize(
    ("metric", "sense", "limit", "most"),
    [("population", "at_least", 10**12, 90), ("winners", "exactly", 10**6, 90 * 10**6)],
)
def test_penalties_that_lose_no_pence(metric: str, sense: str, limit: int, most: int, *, each: bool) -> None:
    # 2^53 pence are £90,071,992,547,409.92.
    rule = {"metric": metric, "sense": sense, "limit": limit, "each": each and metric != "winners"}
    asked(rule | {"penalty": most})
    with pytest.raises(CaseInvalid, match=r"/rules/1/penalty: lets the rule count for so much.*pence are lost"):
        asked(rule | {"penalty": most + most // 90})


def test_priorities_that_lose_no_millionth() -> None:
    rule = {"metric": "spend", "sense": "at_most", "limit": "0.01", "each": True, "priority": 7}
    # Two bids for one lot, of which one can win: 2^53 millionths of a penny are £90,071,992.54.
    bids = [
        {"id": name, "bidder": "j", "lots": [lot], "price": price}
        for name, lot, price in (("f1", "b:f", 80_000_000), ("f2", "b:f", 70_000_000), ("g1", "b:g", 10_000_000))
    ]
    asked(rule, bids=bids)
    with pytest.raises(
        CaseInvalid, match=r"/rules/1/priority: lets the rule count for so much.*millionths of its limit"
    ):
        asked(rule, bids=[*bids[:2], bids[2] | {"price": 20_000_000}])
