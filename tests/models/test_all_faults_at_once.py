"""One reading gives every fault there is, and none that only follows from another."""

from typing import Any

import pytest

from models import CaseInvalid, read_case
from tests.models.cases import REMOVED, edited, text_of


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
        "/criteria/1/services/0": "nothing",
        "/staff_groups/0/salary": REMOVED,
    }
    assert sorted(pointers_of(edits)) == sorted(edits)


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
        "/horizon/years",
    ],
)
def test_what_points_to_a_row_that_cannot_be_read_does_not_point_nowhere(broken: str) -> None:
    assert pointers_of({broken: "?"}) == [broken]


@pytest.mark.parametrize("table", ["buyers", "services", "lots", "bidders", "bids", "criteria", "staff_groups"])
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
