"""Caps on liability count it before redeployment, worked out by hand.

Ten people on the lot of a: £30,450 each (£36,500 a year, ten years), £304,500 if the firm wins, to which nobody
transfers. Four posts at the CSU, which wins b, save 121,800 of it. The firm's 100 and the 182,700 that remain are the
best; where a cap is in the way, another unit wins a for 250,000, and nobody is displaced.
"""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.decided import best, broken, exact
from tests.references.tender import Row, offer, supplier, tender


def case(buyer: Row | None = None, **changes: Any) -> Case:
    group = {
        "id": "g",
        "lots": [{"lot": "a:it"}],
        "headcount": 10,
        "salary": 36_500,
        "service_years": 10,
        "function": "it",
    }
    bids = [offer("firm/a", 100, "a:it"), offer("other/a", 250_000, "a:it"), offer("csu/b", 100, "b:it")]
    return tender(
        dict.fromkeys("ab", 100_000),
        ["it"],
        bids,
        bidders=[supplier("csu", "nhs_csu"), supplier("other", "nhs_csu")],
        places={"a": buyer or {}},
        staff_groups=[group],
        vacancies=[{"id": "v", "bidder": "csu", "function": "it", "wte": 4}],
        **changes,
    )


@pytest.mark.parametrize("of", ["buyer", "all"])
@pytest.mark.parametrize(
    ("cap", "cost", "winner"),
    [
        ("304500.00", 200, "firm/a"),
        ("304499.99", 250_100, "other/a"),
        # What remains after redeployment is of no account.
        ("182700.00", 250_100, "other/a"),
    ],
)
def test_a_cap_holds_before_redeployment(of: str, cap: str, cost: int, winner: str) -> None:
    """304,500 against the cap, though 304,500 - 121,800 = 182,700 are what is left to pay."""
    capped = case({"liability_cap": cap}) if of == "buyer" else case(liability_cap=cap)
    best(capped, cost, winner, "csu/b")


def test_a_cap_counts_what_buyers_pay() -> None:
    """Of 304,500 the buyer pays a quarter, 76,125; the objective counts all, less the 121,800."""
    terms = {"private": {"transfer": 0, "buyer_share": "0.25"}}
    decided = best(case({"liability_cap": 76_125}, transfer_terms=terms), 200, "firm/a", "csu/b")
    totals = decided.totals
    assert (totals.liability, totals.redeployed, totals.liability_buyers) == exact(182_700, 121_800, 76_125)
    best(case({"liability_cap": "76124.99"}, transfer_terms=terms), 250_100, "other/a", "csu/b")


def test_which_cap_is_in_the_way() -> None:
    assert broken(case({"liability_cap": "304499.99"}), case()) == {"liability_cap[a]"}
    assert broken(case(liability_cap="304499.99"), case()) == {"liability_cap"}
    assert broken(case({"liability_cap": "304500.00"}, liability_cap="304500.00"), case()) == set()


def test_a_cap_counts_what_is_to_come_when_hosting_ends() -> None:
    """A tenth of ten left behind in 2015, with two years more: 0.1 x 10 x 12 x 3,045 = 36,540, the buyer's to pay."""
    hosted = supplier("other", "nhs_csu", hosting={"until": "2015-04-01", "becomes": "private", "transfer": "0.9"})
    bids = [offer("other/a", 100, "a:it"), offer("csu/a", 50_000, "a:it")]
    group = {"id": "g", "lots": [{"lot": "a:it"}], "headcount": 10, "salary": 36_500, "service_years": 10}

    def asked(cap: str) -> Case:
        return tender(
            {"a": 100_000},
            ["it"],
            bids,
            bidders=[supplier("csu", "nhs_csu"), hosted],
            staff_groups=[group],
            horizon={"start": "2013-04-01", "years": 3, "discount_rate": 0},
            liability_cap=cap,
        )

    decided = best(asked("36540.00"), 300, "other/a")
    assert decided.totals.liability_buyers == Decimal("36540.00")
    best(asked("36539.99"), 150_000, "csu/a")
