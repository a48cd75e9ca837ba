"""Whose staff a partnership displaces, and who pays for them."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.verify.small import small, totals

# Terms: of NHS units 80 % transfer and buyers pay half of the rest; of partnerships 50 % and 90 %; of private bidders
# none and all. There are 4 heads at £36,500 a year with 10 years of service, £30,450.00 each.
TERMS = {
    "nhs_csu": {"transfer": "0.8", "buyer_share": "0.5"},
    "partnership": {"transfer": "0.5", "buyer_share": "0.9"},
    "private": {"transfer": "0", "buyer_share": "1"},
}


def partnership(partners: dict[str, str], incumbent: str | None = None, **bid: Any) -> Case:
    kinds: dict[str, dict[str, Any]] = {
        "unit": {"kind": "nhs_csu"},
        "firm": {"kind": "private"},
        "trust": {"kind": "private", "nhs": True},
        "j": {
            "kind": "partnership",
            "partners": [{"bidder": name, "share": share} for name, share in partners.items()],
        },
    }
    return small(
        services=[{"id": "f", "name": "F"}],
        lots=[{"id": "b:f", "buyer": "b", "service": "f", "incumbent": incumbent}],
        bidders=[{"id": name, "name": name, "viability_floor": 0, **kind} for name, kind in kinds.items()],
        bids=[{"id": "f1", "bidder": "j", "lots": ["b:f"], "price": 1, **bid}],
        staff_groups=[
            {"id": "s", "lots": [{"lot": "b:f"}], "headcount": 4, "salary": 36_500, "service_years": 10},
        ],
        transfer_terms=TERMS,
    )


@pytest.mark.parametrize(
    ("partners", "incumbent", "bid", "displaced", "paid"),
    [
        # One part: the private partner has none of its own.
        ({"firm": "0.6"}, None, {}, "0.5", "0.45"),
        # A quarter on the unit's terms, the rest on those of partnerships.
        ({"unit": "0.25", "firm": "0.5"}, None, {}, "0.425", "0.3625"),
        # Of the NHS family, and yet on the terms of its kind.
        ({"trust": "0.4"}, None, {}, "0.7", "0.67"),
        # What the incumbent does itself displaces nobody, whether or not it is of the NHS family.
        ({"unit": "0.25", "firm": "0.5"}, "firm", {}, "0.175", "0.1375"),
        ({"unit": "0.25", "firm": "0.5"}, "unit", {}, "0.375", "0.3375"),
        ({"unit": "0.5", "trust": "0.5"}, "trust", {}, "0.1", "0.05"),
        ({"unit": "0.5", "firm": "0.5"}, "j", {}, "0", "0"),
        # An incumbent that is no partner of it changes nothing.
        ({"unit": "0.25"}, "firm", {}, "0.425", "0.3625"),
        # The bid's own transfer stands in place of that of each part, and leaves the incumbent's staff where they are.
        ({"unit": "0.25"}, None, {"transfer": "0.4"}, "0.6", "0.48"),
        ({"unit": "0.25", "firm": "0.5"}, "firm", {"transfer": "0.4"}, "0.3", "0.21"),
        ({"unit": "0.25", "firm": "0.5"}, None, {"transfer": 1}, "0", "0"),
    ],
)
def test_each_part_is_on_the_terms_of_whose_it_is(
    partners: dict[str, str], incumbent: str | None, bid: dict[str, str], displaced: str, paid: str
) -> None:
    found = totals(partnership(partners, incumbent, **bid))
    assert found.liability == Decimal(121_800) * Decimal(displaced)
    assert found.liability_buyers == Decimal(121_800) * Decimal(paid)
    assert found.disruption == (incumbent not in (None, "j"))
