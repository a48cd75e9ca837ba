"""Several releases of one process made one, as OCDS merges them, and the way back to each."""

from typing import Any

from selector.files.ocds.package import compiled
from tests.files.ocds.packages import faults, package


def _compiled(*releases: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    document = {"releases": [{"ocid": "x", "date": f"2014-01-0{at}"} | each for at, each in enumerate(releases, 1)]}
    return compiled(document)


def test_later_values_replace_and_null_takes_away() -> None:
    result, origin = _compiled(
        {"tender": {"id": "1", "title": "Old", "status": "active", "tenderPeriod": {"startDate": "a", "endDate": "b"}}},
        {"tender": {"title": "New", "status": None, "tenderPeriod": {"endDate": "c"}}},
    )
    assert result["tender"] == {"id": "1", "title": "New", "tenderPeriod": {"startDate": "a", "endDate": "c"}}
    assert origin.of(("tender", "id")) == ("releases", 0, "tender", "id")
    assert origin.of(("tender", "title")) == ("releases", 1, "tender", "title")
    assert origin.of(("tender", "status")) == ("releases", 1, "tender", "status")
    assert origin.of(("tender", "tenderPeriod", "startDate")) == ("releases", 0, "tender", "tenderPeriod", "startDate")
    assert origin.of(("tender", "tenderPeriod", "endDate")) == ("releases", 1, "tender", "tenderPeriod", "endDate")
    assert origin.of(("bids", "details")) == ("releases", 1, "bids", "details")  # where it would be added


def test_lists_are_merged_by_id() -> None:
    result, origin = _compiled(
        {"bids": {"details": [{"id": "a", "status": "pending", "value": {"amount": 1}}, {"id": 2, "status": "valid"}]}},
        {"bids": {"details": [{"id": "c"}, {"id": "a", "status": "valid"}, {"id": "2", "status": "withdrawn"}]}},
    )
    assert result["bids"]["details"] == [
        {"id": "a", "status": "valid", "value": {"amount": 1}},
        {"id": "2", "status": "withdrawn"},
        {"id": "c"},
    ]
    details = ("bids", "details")
    assert origin.of((*details, 0, "status")) == ("releases", 1, *details, 1, "status")
    assert origin.of((*details, 0, "value", "amount")) == ("releases", 0, *details, 0, "value", "amount")
    assert origin.of((*details, 2)) == ("releases", 1, *details, 0)


def test_a_bid_that_one_release_lists_twice_is_never_the_one_of_the_two_that_counts() -> None:
    document = package()
    *_, last = document["releases"]
    withdrawn = next(each for each in last["bids"]["details"] if each["status"] == "withdrawn")
    later = {"ocid": last["ocid"], "id": "later", "date": "2014-01-14T00:00:00Z"}
    twice = [withdrawn, {"id": withdrawn["id"], "status": "valid"}]
    document["releases"].append(later | {"bids": {"details": twice}})
    found = faults(document)

    assert any("is already the id of" in message for message in found.values()), found


def test_what_is_replaced_forgets_where_its_parts_were() -> None:
    result, origin = _compiled(
        {"tender": {"lots": [{"id": "1", "awardCriteria": {"criteria": [{"name": "a"}, {"name": "b"}]}}]}},
        {"tender": {"lots": [{"id": "1", "awardCriteria": {"criteria": [{"name": "c"}]}}]}},
        {"tender": {"lots": [{"id": "1", "awardCriteria": {"weightingDescription": "as before"}}]}},
    )
    assert result["tender"]["lots"][0]["awardCriteria"] == {
        "criteria": [{"name": "c"}],
        "weightingDescription": "as before",
    }
    here = ("tender", "lots", 0, "awardCriteria", "criteria", 0, "name")
    assert origin.of(here) == ("releases", 1, *here)


def test_lists_of_the_extension_are_replaced_whole() -> None:
    result, _ = _compiled(
        {"supplierSelection": {"lots": [{"id": "1"}], "services": [{"id": "s"}], "vat": {"private": "0.2"}}},
        {"supplierSelection": {"lots": [{"id": "2"}], "services": [], "vat": {"voluntary": "0.1"}}},
    )
    assert result["supplierSelection"] == {
        "lots": [{"id": "2"}],
        "services": [],
        "vat": {"private": "0.2", "voluntary": "0.1"},
    }


def test_an_id_that_one_release_states_twice_stays_there_twice() -> None:
    result, _ = _compiled({"parties": [{"id": "a"}, {"id": "b"}]}, {"parties": [{"id": "c"}, {"id": "c"}]})
    assert [each["id"] for each in result["parties"]] == ["a", "b", "c", "c"]


def test_releases_stay_as_they_were() -> None:
    first = {"ocid": "x", "date": "2014-01-01", "tender": {"id": "1", "lots": [{"id": "1", "status": "active"}]}}
    second = {"ocid": "x", "date": "2014-01-02", "tender": {"lots": [{"id": "1", "status": "cancelled"}]}}
    compiled({"releases": [first, second]})
    assert first["tender"] == {"id": "1", "lots": [{"id": "1", "status": "active"}]}
