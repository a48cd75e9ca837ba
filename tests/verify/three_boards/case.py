"""Three boards, and awards of them added up from literals."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from models import Case, Evaluation, Totals, read_case
from tests.verify.hand import Charges, Row, by_hand
from tests.verify.three_boards.bidding import BIDDING
from tests.verify.three_boards.offers import LOTS, OFFER, OVERHEAD, SETUP
from tests.verify.three_boards.staff import staff_of
from tests.verify.three_boards.tendered import TENDERED

DOCUMENT: dict[str, Any] = {
    "format": 1,
    "name": "Three boards",
    "date": "2013-04-01",
    "horizon": {"start": "2013-04-01", "years": 2, "discount_rate": "0.25"},
    **TENDERED,
    **BIDDING,
    "criteria": [
        {"id": "fit", "name": "Fitness", "weight": 3},
        {"id": "safe", "name": "Safeguarding", "minimum": 40},
    ],
    "staff_groups": [
        {"id": "south", "lots": [{"lot": "hr-s"}], "headcount": 4, "salary": "36500", "service_years": "10.5"},
        {
            "id": "north",
            "lots": [{"lot": "hr-n", "share": "0.5"}, {"lot": "bi-n", "share": "0.5"}],
            "headcount": 2,
            "wte_per_head": "0.5",
            "salary": "29200",
            "service_years": 30,
        },
        {"id": "east", "lots": [{"lot": "bi-e"}], "headcount": 5, "salary": "18250", "service_years": "20.99"},
        {
            "id": "desk",
            "lots": [{"lot": "pr-s"}],
            "headcount": 5,
            "salary": "20000",
            "service_years": 3,
            "continuous_weeks": 103,
        },
    ],
    "transfer_terms": {
        "private": {"transfer": 0, "buyer_share": "0.4"},
        "in_house": {"transfer": "0.5", "buyer_share": 1},
    },
    "liability_cap": "65000",
    "objective": {
        "mode": "money_valued",
        "liability_weight": "0.5",
        "disruption_value": "100",
        "quality_value": "2400",
        "disruption": "staff",
    },
}

GOOD = {
    "hr-n": "csu-hr-n",
    "hr-s": "own-hr-s",
    "hr-e": "csu-hr-e",
    "bi-n": "firm-bi-n",
    "bi-s": "firm-bi-s",
    "bi-e": "csu-bi-e",
    "it-n": "csu-it-n",
    "it-s": "sister-it-s",
    "pr-n": "joint-pr-n",
    "pr-s": "joint-pr-s",
}


def case_of(**changes: Any) -> Case:
    return read_case(json.dumps(DOCUMENT | changes))


CASE = case_of()


def evaluation_of(accepted: Mapping[str, str], case: Case = CASE) -> Evaluation:
    """An award of the case with figures added up from the literals, proven to a penny."""
    return by_hand(
        case,
        [_row(lot, bid) for lot, bid in accepted.items()],
        Charges(SETUP, OVERHEAD),
        _value,
        weights=24,
        staff=staff_of(accepted.items()),
    )


def _row(lot: str, bid: str) -> Row:
    buyer, service, volume, weight = LOTS[lot]
    offer = OFFER[bid]
    return Row(
        lot=lot,
        buyer=buyer,
        service=service,
        volume=volume,
        weight=weight,
        bid=bid,
        bidder=offer.bidder,
        cost=offer.cost,
        quality=offer.quality,
        liability=offer.liability,
        buyers=offer.buyers,
        disruption=offer.disruption,
        yearly=offer.yearly,
    )


def _value(totals: Totals, points: Decimal) -> Decimal:
    # £2,400 a point of Q is £100 for each unit of weight x quality, as the weights add up to 24.
    return totals.cost + totals.liability / 2 + 100 * totals.disruption - 100 * points
