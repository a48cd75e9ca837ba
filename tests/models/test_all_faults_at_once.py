"""One reading gives every fault there is, and none that only follows from another."""

from typing import Any

import pytest

from models import CaseInvalid, read_case
from models.draft import TABLES
from tests.models.cases import NOTHING_OF_THE_BOARD, REMOVED, edited, text_of


def pointers_of(edits: dict[str, Any]) -> list[str]:
    with pytest.raises(CaseInvalid) as caught:
        read_case(text_of(edited(edits)))
    return [fault.pointer for fault in caught.value.faults]


def test_twelve_faults_of_fields_and_references_in_one_go() -> None:
    edits: dict[str, Any] = {
        "/nmae": "unknown field",
        "/horizon/start": "2013-05-01",
        "/buyers/0/population": -1,
        "/buyers/1/vetoes/0": "nobody",
        "/services/0/weight": 0,
        "/lots/0/incumbent": "nobody",
        "/lots/1/in_house": REMOVED,
        "/bidders/1/buyer": "north",
        "/bids/0/price": True,
        "/bids/2/scores/cover": 50,
        "/criteria/0/parent": "nothing",
        "/staff_groups/0/salary": REMOVED,
    }
    assert sorted(pointers_of(edits)) == sorted(edits)


def test_faults_of_every_family_of_a_tender_in_one_go() -> None:
    edits: dict[str, Any] = {
        "/max_lots_per_bidder": 0,
        "/services/0/outposts/Dales": 1,
        "/services/1/max_lots_per_bidder": "many",
        "/bidders/0/outpost_cost/nothing": 1,
        "/bidders/1/partner_only": 1,
        "/bids/0/exclusive_group": "",
        "/bids/3/lots/0": "nowhere",
        "/discounts/0/tiers/0/at_least": 400_000,
        "/discounts/1/bidder": "nobody",
        "/frameworks/0/accredited/0": "nobody",
        "/joint_purchases/0/areas/0": "Dales",
        "/neighbours/0/0": "Dales",
    }
    # Which of two tiers is out of order nobody can tell: the later one is named.
    told = [edit.replace("tiers/0", "tiers/1") for edit in edits]
    assert sorted(pointers_of(edits)) == sorted(told)


def test_faults_of_time_money_and_people_in_one_go() -> None:
    edits: dict[str, Any] = {
        "/services/0/vat_recoverable": 2,
        "/lots/0/present_cost": REMOVED,
        "/bidders/0/hosting/until": "2015-07-02",
        "/bids/0/start": "2016-04-01",
        "/bids/0/term_years": 6,
        "/bids/0/prices/2016-17": 1,
        "/staff_groups/0/place": "nowhere",
        "/staff_groups/1/employer": "nobody",
        "/vacancies/0/function": "IT",
        "/vat/nobody": "0.2",
        "/published/0/people": -1,
    }
    assert sorted(pointers_of(edits)) == sorted(edits)


def test_what_is_held_against_a_horizon_that_cannot_be_read_is_not_told() -> None:
    edits: dict[str, Any] = {
        "/lots/0/present_cost": REMOVED,
        "/bids/0/start": "2019-04-01",
        "/bids/0/prices/2016-17": 1,
    }
    assert sorted(pointers_of(edits)) == sorted(edits)
    assert pointers_of({**edits, "/horizon/extended": "no"}) == ["/horizon/extended"]


def test_what_points_to_the_staff_of_lots_that_cannot_be_read() -> None:
    # Whether hill-csu provides a lot today cannot be told, nor whether any group has the function.
    assert pointers_of({"/lots/0/wte": "?"}) == ["/lots/0/wte"]
    assert pointers_of({"/lots/0/incumbent": "nobody"}) == ["/lots/0/incumbent"]
    assert pointers_of({"/staff_groups/1/salary": "?"}) == ["/staff_groups/1/salary"]
    assert pointers_of({"/staff_groups/1/id": 7}) == ["/staff_groups/1/id"]
    assert pointers_of({"/bidders/0/nhs": "?"}) == ["/bidders/0/nhs"]
    assert pointers_of({"/buyers/1/population": "?"}) == ["/buyers/1/population"]


def test_every_lot_that_does_not_say_what_it_costs_until_a_bid_starts() -> None:
    start = {f"/bids/{row}/start": "2013-10-01" for row in (0, 1, 3)}
    assert pointers_of({**start, "/lots/0/present_cost": REMOVED}) == ["/lots/0/present_cost", "/lots/1/present_cost"]
    assert pointers_of({"/bids/2/start": "2014-04-01"}) == ["/lots/2/present_cost"]
    assert pointers_of({"/horizon/years": "?", "/bids/2/start": "2099-01-01"}) == ["/horizon/years"]


def test_every_fault_of_the_tiers_of_a_discount() -> None:
    tiers = [
        {"at_least": "5", "rate": "0.1"},
        {"at_least": "4.005", "rate": "0.2"},
        {"at_least": "6", "rate": "0.3", "per_unit": 1},
        {"at_least": "6"},
        {"at_least": "7", "per_unit": 1},
    ]
    assert pointers_of({"/discounts/1/tiers": tiers}) == [
        "/discounts/1/tiers/1/at_least",
        "/discounts/1/tiers/1/at_least",
        "/discounts/1/tiers/3/at_least",
        "/discounts/1/tiers/2",
        "/discounts/1/tiers/3",
        "/discounts/1/tiers/4/per_unit",
    ]


def test_the_message_lists_them_all() -> None:
    with pytest.raises(CaseInvalid) as caught:
        read_case(text_of(edited({"/bids/0/price": -1, "/bids/1/bidder": "nobody"})))
    assert str(caught.value).splitlines() == [
        "the case has 2 faults:",
        "  /bids/0/price: -1 is not allowed: it must be 0 or more",
        '  /bids/1/bidder: there is no bidder "nobody"',
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "/buyers/0/population",
        "/services/0/weight",
        "/lots/0/wte",
        "/bidders/0/overhead",
        "/bids/0/price",
        "/criteria/0/weight",
        "/staff_groups/0/salary",
        "/vacancies/0/wte",
        "/bidders/0/hosting/becomes",
        "/discounts/0/tiers/0/per_unit",
        "/frameworks/0/min_competitors",
        "/joint_purchases/0/regions",
        "/horizon/years",
    ],
)
def test_what_points_to_a_row_that_cannot_be_read_does_not_point_nowhere(broken: str) -> None:
    assert pointers_of({broken: "?"}) == [broken]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("value", [7, "?", {}, [7], [{}], [{"id": 7}], [None]])
def test_what_points_to_a_table_that_cannot_be_read_does_not_point_nowhere(table: str, value: object) -> None:
    assert all(pointer.startswith(f"/{table}") for pointer in pointers_of({f"/{table}": value}))


@pytest.mark.parametrize("table", ["buyers", "services", "bidders", "bids"])
def test_a_missing_table_is_the_only_fault(table: str) -> None:
    assert pointers_of({f"/{table}": REMOVED}) == [f"/{table}"]


def test_rows_that_cannot_be_read_still_hold_their_ids() -> None:
    faults = pointers_of({"/bids/0/price": "?", "/bids/1/id": "b1", "/bids/1/transfer": 2})
    assert faults == ["/bids/0/price", "/bids/1/transfer", "/bids/1/id"]


def test_a_bid_that_cannot_be_read_still_covers_its_lot_and_no_other() -> None:
    assert pointers_of({"/bids/0/price": "?", "/bids/2": REMOVED}) == ["/bids/0/price", "/lots/2"]


def test_lots_not_listed_are_known_by_the_ids_of_rows_that_cannot_be_read() -> None:
    faults = pointers_of(
        {
            "/lots": REMOVED,
            "/services": [{"id": "hr", "name": "", "shape": "single"}],
            "/bids": [{"id": "b1", "bidder": "acme", "lots": ["south:hr"], "price": 1}],
            "/criteria": [],
            "/staff_groups": [],
            "/vacancies": [],
            "/discounts/0/bidder": "acme",
            "/frameworks": [],
            **NOTHING_OF_THE_BOARD,
            "/bidders/0/setup": {"reports": 1},
        }
    )
    assert faults == ["/services/0/name", "/bidders/0/setup/reports"]


def test_near_names_are_looked_for_a_few_times_only() -> None:
    bids = [
        {"id": f"b{n}", "bidder": f"acme{n}", "lots": ["north-hr"], "price": 1, "scores": {"method": 1, "cover": 1}}
        for n in range(30)
    ]
    with pytest.raises(CaseInvalid) as caught:
        read_case(text_of(edited({"/bids": bids})))
    nowhere = [fault for fault in caught.value.faults if "there is no bidder" in fault.message]
    assert len(nowhere) == 30
    assert [fault for fault in nowhere if "did you mean" in fault.message] == nowhere[:10]


def test_places_are_told_only_where_every_buyer_can_be_read() -> None:
    # North alone is in an area and a region, and alone has a position: without it, none of them can be said to be amiss.
    edits: dict[str, Any] = {
        "/buyers/0/population": "?",
        "/services/0/contiguity/of": "area",
        "/services/0/outposts": {"Hills": 1, "Dales": 1},
        "/joint_purchases/0": {"id": "j", "name": "J", "buyers": ["north"], "regions": ["Uplands"]},
        "/neighbours": [["Hills", "Dales"], ["north", "Uplands"]],
    }
    assert pointers_of(edits) == ["/buyers/0/population", "/services/0/contiguity/of"]


def test_a_position_is_missing_only_where_every_lot_can_be_read() -> None:
    assert pointers_of({"/lots/0/volume": -1}) == ["/lots/0/volume"]


def test_what_a_package_is_for_is_told_only_where_all_its_lots_are_known() -> None:
    # One of its lots may be of a service to which both of its scores apply.
    edits: dict[str, Any] = {"/bids/2/lots": ["north-reports", "?"], "/bids/2/scores": {"method": 60, "cover": 60}}
    assert pointers_of(edits) == ["/bids/2/lots/1"]
    edits = {"/bids/2/lots": ["north-reports", "south-hr"], "/services/0/weight": 0}
    assert pointers_of({**edits, "/bids/2/scores": {"method": 60, "cover": 60}}) == ["/services/0/weight"]


def test_what_a_discount_takes_off_is_told_only_where_the_people_of_a_bid_are_known() -> None:
    # A head at £1.25 of the people of both, of whom only the south's can be read; the tier takes £0.75 a unit off.
    edits: dict[str, Any] = {
        "/bids/0/lots": ["north-hr", "south-hr"],
        "/lots/0/volume": 300_000,
        "/lots/1/present_cost": 250_000,
        "/discounts/0/tiers/1/per_unit": "0.75",
    }
    assert pointers_of({**edits, "/buyers/0/population": "?"}) == ["/buyers/0/population"]


def test_a_joint_purchase_of_an_unknown_area_is_not_also_one_of_too_few() -> None:
    assert pointers_of({"/joint_purchases/0": {"id": "j", "name": "J", "areas": ["Dales"]}}) == [
        "/joint_purchases/0/areas/0"
    ]
