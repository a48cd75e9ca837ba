"""Which tier of a discount is in force, and what it takes off."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case, EarnedDiscount
from selector.verify.award import Award
from selector.verify.discounts import discounts
from selector.verify.tender import Tender
from tests.verify.small import small


def case_with(**discount: Any) -> Case:
    """Two years at 20 %, A = 11/6; bids of 3p and 5p a year, and a package of 6p; each lot has a volume of 3 people."""
    services = [{"id": name, "name": name.upper()} for name in "fghk"]
    return small(
        services=services,
        bids=[
            {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": "0.03"},
            {"id": "g1", "bidder": "j", "lots": ["b:g"], "price": "0.05"},
            {"id": "hk", "bidder": "j", "lots": ["b:h", "b:k"], "price": "0.06"},
        ],
        discounts=[{"id": "d", "bidder": "j", **discount}],
    )


def earned(case: Case) -> EarnedDiscount:
    tender = Tender(case)
    (found,) = discounts(Award(tender, {lot: bid for bid in tender.bids.values() for lot in bid.lots}))
    return found


RATES = [{"at_least": "0.05", "rate": "0.1"}, {"at_least": "0.10", "rate": "0.5"}]
UNITS = [{"at_least": 2, "per_unit": "0.01"}, {"at_least": 3, "per_unit": "0.005"}]
# Costs: 3p and 5p x 11/6 are 5.5p and 9.17p, so 6p and 9p; 6p x 11/6 is 11p, of which 6p falls on h and 5p on k.


@pytest.mark.parametrize(
    ("discount", "quantity", "tier", "amount"),
    [
        # 50 % of 6p, of 9p and of 11p: 3p, 4.5p up, 5.5p up
        ({"tiers": RATES}, "0.14", "0.10", "0.14"),
        # One penny less than a tier asks for, that penny more, and neither.
        ({"tiers": [{"at_least": "0.14", "rate": "0.1"}]}, "0.14", "0.14", "0.03"),  # 0.6p, 0.9p and 1.1p, each 1p
        ({"tiers": [{"at_least": "0.15", "rate": "0.1"}]}, "0.14", None, "0.00"),
        ({"tiers": RATES, "services": ["f"]}, "0.03", None, "0.00"),
        # Of a package only the lots in scope count, and are discounted: 3p of its list price and 6p of its cost.
        ({"tiers": RATES, "services": ["g", "h"]}, "0.08", "0.05", "0.02"),
        # 50 % as before, less 11/6 x (0.5 x 10p - 0.1 x 5p) = 8.25p
        ({"tiers": RATES, "kind": "incremental"}, "0.14", "0.10", "0.06"),
        # 1 % of 11/6 x 2p is nothing: 0.06p, 0.09p, 0.11p and a constant of -0.04p
        ({"tiers": [{"at_least": "0.02", "rate": "0.01"}], "kind": "incremental"}, "0.14", "0.02", "0.00"),
        # By lots, 0.5p each: 11/6 x 0.5p is 0.92p for one and 1.83p for two
        ({"tiers": UNITS, "by": "lots"}, "4", "3", "0.04"),
        # 1p each: 11/6 x 1p is 1.83p for one lot
        ({"tiers": UNITS, "by": "lots", "services": ["f", "g"]}, "2", "2", "0.04"),
        # 0.92p, 0.92p and 1.83p again, and 11/6 x (1p x (3 - 2) - 0.5p x 3) = -0.92p
        ({"tiers": UNITS, "by": "lots", "kind": "incremental"}, "4", "3", "0.03"),
        # By volume, 3 people a lot and 0.2p for each: 11/6 x 0.6p is 1.1p for one and 2.2p for two
        ({"tiers": [{"at_least": 0, "per_unit": "0.002"}], "by": "volume"}, "12", "0", "0.04"),
        # A rate by lots is of the cost: 10 % of 6p and of 9p
        ({"tiers": [{"at_least": 2, "rate": "0.1"}], "by": "lots", "services": ["f", "g"]}, "2", "2", "0.02"),
    ],
)
def test_what_is_taken_off(discount: dict[str, Any], quantity: str, tier: str | None, amount: str) -> None:
    found = earned(case_with(**discount))
    assert (found.quantity, found.amount) == (Decimal(quantity), Decimal(amount))
    assert found.tier == (None if tier is None else Decimal(tier))


def test_a_tier_that_starts_at_nothing_is_not_in_force_for_who_wins_nothing() -> None:
    case = case_with(tiers=[{"at_least": 0, "rate": 1}])
    other = {"id": "i", "name": "I", "kind": "private", "viability_floor": 0}
    bids = [*case.bids, {"id": "all", "bidder": "i", "lots": ["b:f", "b:g", "b:h", "b:k"], "price": 1}]
    tender = Tender(case.model_copy(update={"bidders": [*case.bidders, other], "bids": bids}))
    assert discounts(Award(tender, dict.fromkeys(tender.lots, tender.bids["all"]))) == ()
