"""Five towns that buy together, and awards of theirs added up from literals."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from models import Case, DiscountBasis, EarnedDiscount, Evaluation, Outpost, read_case
from tests.verify.hand import Charges, Row, by_hand
from tests.verify.towns.bidding import BIDDING
from tests.verify.towns.offers import LOTS, OFFER, STAFF, STAFF_OF
from tests.verify.towns.tendered import TENDERED

DOCUMENT: dict[str, Any] = {
    "format": 1,
    "name": "Towns",
    "date": "2013-04-01",
    "horizon": {"start": "2013-04-01", "years": 2, "discount_rate": "0.25"},
    **TENDERED,
    **BIDDING,
    "objective": {"mode": "money_valued", "quality_value": "360"},
}

GOOD = {
    "hr-a": "firm-west",
    "hr-b": "firm-west",
    "hr-c": "alliance-hr-c",
    "hr-d": "own-d-hr-d",
    "bi-a": "csu-bi-a",
    "bi-c": "csu-bi-c",
    "bi-d": "firm-bi-d",
    "it-a": "alliance-it-a",
    "it-c": "csu-mix",
    "pr-d": "own-d-pr-d",
    "pr-n": "csu-mix",
}

Earned = tuple[str, str | None, str]
"""Quantity, start of the tier in force, amount."""

# Bulk: 5 % of 180,000.02. Reach: 1.8 x (1p for each of 150,000 people and 2p for each of 150,000). Loyal: 2 lots of 3.
EARNED: dict[str, Earned] = {
    "bulk": ("100000.01", "100000.01", "9000.00"),
    "reach": ("400000", "250000", "8100.00"),
    "loyal": ("2", None, "0.00"),
}
GIVEN: dict[str, tuple[str, DiscountBasis]] = {
    "bulk": ("firm", "spend"),
    "reach": ("csu", "volume"),
    "loyal": ("alliance", "lots"),
}
CHARGES = Charges(
    setup={("csu", "bi"): "500.00", ("firm", "hr"): "400.00"}, overhead={"csu": "1800.00", "lone": "18.00"}
)
# Winner of the lot: area, WTE, and cost at £1,000 a WTE and year; the firm's cost nothing, and Derwent itself needs none.
OUTPOSTS = {
    "csu-bi-a": ("West", "2", "3600.00"),
    "csu-bi-d": ("East", "3.5", "6300.00"),
    "firm-bi-a": ("West", "2", "0.00"),
    "firm-bi-d": ("East", "3.5", "0.00"),
}


def case_of(**changes: Any) -> Case:
    return read_case(json.dumps(DOCUMENT | changes))


CASE = case_of()


def evaluation_of(
    accepted: Mapping[str, str],
    earned: Mapping[str, Earned | None] | None = None,
    case: Case = CASE,
    kept: Mapping[str, tuple[str, str, str]] = OUTPOSTS,
) -> Evaluation:
    """An award with figures added up from the literals; ``earned`` are the discounts that differ from ``EARNED``."""
    return by_hand(
        case,
        [_row(lot, OFFER[bid].id) for lot, bid in accepted.items()],
        CHARGES,
        # £360 a point of Q is £10 for each unit of weight x quality, as the weights add up to 36.
        lambda totals, points: totals.cost + totals.liability - 10 * points,
        weights=36,
        discounts=[*_discounts(EARNED | dict(earned or {}))],
        outposts=[*_outposts(accepted.values(), kept)],
        staff=STAFF_OF[OFFER[accepted["hr-c"]].bidder],
    )


def _row(lot: str, bid: str) -> Row:
    buyer, service, volume, weight = LOTS[lot]
    offer = OFFER[bid]
    staff = STAFF[offer.bidder] if lot == "hr-c" else ()
    cost = offer.costs[lot]
    # Every list price is to a penny what falls on the lot of cost, over 1.8.
    yearly = str(round(Decimal(cost) / Decimal("1.8"), 2))
    row = Row(lot, buyer, service, volume, weight, bid, offer.bidder, cost, str(offer.fit), *staff)
    return replace(row, yearly=yearly)


def _discounts(earned: Mapping[str, Earned | None]) -> Iterable[EarnedDiscount]:
    for name, figures in earned.items():
        if figures is not None:
            bidder, by = GIVEN[name]
            quantity, tier, amount = figures
            yield EarnedDiscount(
                discount=name,
                bidder=bidder,
                by=by,
                quantity=Decimal(quantity),
                tier=None if tier is None else Decimal(tier),
                amount=Decimal(amount),
            )


def _outposts(bids: Iterable[str], kept: Mapping[str, tuple[str, str, str]]) -> Iterable[Outpost]:
    for bid in bids:
        if bid in kept:
            area, wte, cost = kept[bid]
            yield Outpost(bidder=OFFER[bid].bidder, service="bi", area=area, wte=Decimal(wte), cost=Decimal(cost))
