"""Who works on which lot, how many of them are needed, and what becomes of them."""

from decimal import Decimal

import pytest

from models import StaffOutcome
from tests.verify.one_lot import CSU, GROUP, one_lot, outcome
from tests.verify.small import small, totals


@pytest.mark.parametrize(
    ("required", "incumbent", "displaced"),
    [
        (None, "old", "0.2"),
        (4, "old", "0.2"),
        (9, "old", "0.2"),
        (3, "old", "0.4"),  # 1 - 0.75 x 0.8
        (0, "old", "1"),
        (3, "j", "0.25"),  # the rest stay
        (None, "j", "0"),
    ],
)
def test_who_is_not_needed_is_displaced_whoever_wins(required: int | None, incumbent: str, displaced: str) -> None:
    found = totals(one_lot(CSU, {"required_wte": required, "incumbent": incumbent}))
    assert found.liability == 121_800 * Decimal(displaced)
    assert found.liability_buyers == 60_900 * Decimal(displaced)


PARTNERS = {"kind": "partnership", "partners": [{"bidder": "unit", "share": "0.4"}, {"bidder": "old", "share": "0.25"}]}


def test_the_parts_of_a_partnership_each_meet_their_own_end() -> None:
    # Needed 0.75. Of the unit's 0.4 part 0.24 transfer, of which a quarter goes in 2015 as of a voluntary body; of the
    # incumbent's 0.25 part 0.1875 stay; of the rest, 0.35, half of 0.75. Displaced: 0.16 + 0.0625 + 0.21875.
    case = one_lot(PARTNERS, {"required_wte": 3})
    found = totals(case)
    displaced, later = Decimal("0.44125"), Decimal("0.06")
    paid = Decimal("0.16") * Decimal("0.5") + Decimal("0.0625") + Decimal("0.21875") * Decimal("0.9")
    assert found.liability == 121_800 * displaced + 133_980 * later == Decimal("61783.05")
    assert found.liability_buyers == round(121_800 * paid + 133_980 * later / 4, 2)
    # Pensions of those who transfer: (0.24 x 2 % + 0.13125 x 4 %) x 4 x 36,500, over two years at 20 %.
    assert found.cost == round(Decimal("0.01005") * 146_000 * 11 / 6, 2)
    # WTE: a quarter of 0.75 stays; 4 x 0.44125 go at once and 4 x 0.06 later.
    assert outcome(case) == StaffOutcome(
        total=Decimal(4),
        staying=Decimal("0.75"),
        transferred=Decimal("1.245"),
        redeployed=Decimal(0),
        redundant=Decimal("1.765"),
        redundant_later=Decimal("0.24"),
        talent_retained=Decimal("0.49875"),
    )


def test_pensions_are_paid_from_the_start_on() -> None:
    # 0.8 of the staff transfer, at 2 % of 4 x 36,500: 2,336 a year, half of it in the first.
    found = totals(one_lot(CSU, bid={"start": "2014-10-01"}))
    assert found.cost == round(1168 + Decimal(2336) / Decimal("1.2"), 2)


def test_a_partnership_that_provides_the_lot_keeps_its_staff_whoever_its_partners_are() -> None:
    found = one_lot(PARTNERS, {"incumbent": "j"})
    assert totals(found).liability == 0
    kept = outcome(found)
    assert kept is not None
    assert (kept.staying, kept.talent_retained) == (Decimal(4), Decimal(1))


@pytest.mark.parametrize(
    ("units", "liability"),
    [
        ({}, "22837.50"),  # 3 people of 3 + 9
        ({"g": "desks"}, "22837.50"),  # by people, where units differ: those of the buyers
        ({"f": "desks", "g": "desks"}, "30450.00"),  # 2 desks of 6
    ],
)
def test_who_lists_no_lots_works_on_those_of_the_employer_by_their_size(units: dict[str, str], liability: str) -> None:
    volumes = {"f": 2, "g": 4} if units.keys() == {"f", "g"} else {"g": 4} if units else {}
    case = small(
        buyers=[{"id": "b", "name": "B", "population": 3}, {"id": "c", "name": "C", "population": 9}],
        services=[{"id": name, "name": name, "unit": units.get(name, "people")} for name in "fg"],
        lots=[
            {"id": "b:f", "buyer": "b", "service": "f", "incumbent": "old", "volume": volumes.get("f")},
            {"id": "c:g", "buyer": "c", "service": "g", "incumbent": "old", "volume": volumes.get("g")},
            {"id": "c:f", "buyer": "c", "service": "f", "volume": 1},
        ],
        bidders=[
            {"id": "j", "name": "J", "kind": "private", "viability_floor": 0},
            {"id": "old", "name": "Old", "kind": "private", "viability_floor": 0},
        ],
        bids=[
            {"id": "one", "bidder": "j", "lots": ["b:f", "c:f"], "price": 0},
            {"id": "two", "bidder": "old", "lots": ["c:g"], "price": 0},
        ],
        staff_groups=[GROUP | {"headcount": 3, "employer": "old"}],
    )
    assert totals(case).liability == Decimal(liability)


def test_without_years_of_service_no_talent_is_told_of() -> None:
    kept = outcome(one_lot(CSU, staff_groups=[GROUP | {"service_years": 0, "lots": [{"lot": "b:f"}]}]))
    assert kept is not None
    assert kept.talent_retained is None
    assert outcome(small()) is None
