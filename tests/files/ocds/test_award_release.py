"""An award as OCDS: valid, and with the figures of award.json."""

import copy
import json
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from models import AwardInvalid, Case, Evaluation
from selector import evaluate, read_case, synthetic
from selector.files.ocds import Read, case_of_package, read_package, release_package
from tests.files.ocds.packages import EXAMPLE, KEY, bid, package, party, release
from tests.files.ocds.standard import codes, validate_package

DATE = datetime(2014, 2, 3, 12, tzinfo=UTC)
TWO_BOARDS = EXAMPLE.with_name("two-boards.json")


@cache
def _example() -> tuple[Read, Evaluation]:
    source = read_package(package())
    return source, evaluate(source.case)


def _written(source: Read | None = None, evaluation: Evaluation | None = None) -> Any:
    source = source or _example()[0]
    result = release_package(source.case, evaluation or _example()[1], date=DATE, source=source)
    return json.loads(json.dumps(result))  # it is JSON, and nothing but JSON


@cache
def _two_boards() -> tuple[Case, Evaluation]:
    case = read_case(TWO_BOARDS.read_bytes())
    return case, evaluate(case)


def test_the_example_itself_is_valid() -> None:
    validate_package(json.loads(EXAMPLE.read_text(encoding="utf-8")))


def test_package_to_case_to_award_to_package_is_valid() -> None:
    document = _written()
    validate_package(document)
    written = document["releases"][0]
    assert set(written["tag"]) <= codes("releaseTag.csv")
    assert {role for each in written["parties"] for role in each["roles"]} <= codes("partyRole.csv")
    assert {each["status"] for each in written["awards"]} <= codes("awardStatus.csv")
    assert {each["status"] for each in written["tender"]["lots"]} <= codes("tenderStatus.csv")


def test_a_case_that_never_was_ocds_is_valid() -> None:
    case, evaluation = _two_boards()
    document = json.loads(json.dumps(release_package(case, evaluation, date=DATE, ocid="ocds-zzzzzz-1")))
    validate_package(document)
    written = document["releases"][0]
    assert [each["id"] for each in written["tender"]["lots"]] == [lot.id for lot in case.tendered]
    by_bid = {each.id: each for each in case.bids}
    for award in written["awards"]:
        assert award["value"]["amount"] == by_bid[award["relatedBids"][0]].price  # one year, without VAT
        assert award["suppliers"] == [
            {"id": supplier.id, "name": supplier.name}
            for supplier in case.bidders
            if supplier.id == by_bid[award["relatedBids"][0]].bidder
        ]


def test_figures_are_those_of_award_json() -> None:
    source, evaluation = _example()
    told = json.loads(evaluation.to_json())
    written = _written()["releases"][0]
    rows = [row for award in written["awards"] for row in award[KEY]["awarded"]]
    assert sorted(rows, key=lambda row: row["lot"]) == sorted(told["awards"], key=lambda row: row["lot"])
    stated = written[KEY]["evaluation"]
    assert stated["totals"] == told["totals"]
    assert stated["status"] == told["status"]
    assert stated["provenance"]["case_sha256"] == source.case.sha256
    assert stated["certificate"] == {key: value for key, value in told["certificate"].items() if value is not None}
    cost = sum(Decimal(row["cost"]) for row in rows)
    assert f"£{cost:,.2f}" in written["awards"][0]["description"]
    assert told["certificate"]["bound"] in written["awards"][0]["description"]


def test_the_source_is_kept() -> None:
    written = _written()["releases"][0]
    assert written["ocid"] == "ocds-zzzzzz-two-lots"
    assert written["tender"]["id"] == "two-lots"
    (award,) = written["awards"]
    assert award["relatedBids"] == ["B-06"]
    assert award["relatedLots"] == ["LOT-1", "LOT-2"]
    assert award["value"] == {"amount": 876_000, "amountNet": 876_000, "currency": "GBP"}
    assert award["suppliers"] == [{"id": "GB-COH-99999992", "name": "Example Analytics Ltd"}]
    assert award["status"] == "pending"
    assert [each["status"] for each in written["tender"]["lots"]] == ["complete", "complete"]
    supplier = next(each for each in written["parties"] if each["id"] == "GB-COH-99999992")
    assert supplier["roles"] == ["tenderer", "supplier"]
    assert supplier["identifier"] == {
        "scheme": "GB-COH",
        "id": "99999992",
        "legalName": "Example Analytics Ltd",
    }
    assert _written()["publisher"] == {"name": "Example Commissioning Board"}


def test_what_losers_said_is_not_published() -> None:
    text = json.dumps(_written())
    for name in ("GB-CHC-9999991", "Example Care Charity", "B-03", "GB-COH-99999993", "viability_floor", "population"):
        assert name not in text


def test_the_same_award_is_written_alike() -> None:
    assert _written() == _written()
    later = release_package(*_example_parts(), date=DATE.replace(day=4), source=_example()[0])
    assert later["releases"][0]["id"] != _written()["releases"][0]["id"]


def _example_parts() -> tuple[Case, Evaluation]:
    return _example()[0].case, _example()[1]


def test_the_award_can_join_the_package_and_is_read_with_it() -> None:
    source, _ = _example()
    joined = package()
    joined["releases"].append(_written()["releases"][0])
    case, _ = case_of_package(joined)
    assert [each.id for each in case.bids] == [each.id for each in source.case.bids]
    assert case.model_copy(update={"notes": ""}) == source.case.model_copy(update={"notes": ""})


def test_a_lot_that_nobody_wins_is_unsuccessful() -> None:
    document = release()
    document["tender"]["lots"][1].setdefault(KEY, {}).update(
        {"required": False, "in_house": {"cost": "1.00", "quality": "100"}}
    )
    document["bids"]["details"].remove(bid(document, "B-06"))
    source = read_package(document)
    written = _written(source, evaluate(source.case))
    validate_package(written)
    lots = written["releases"][0]["tender"]["lots"]
    assert [(lot["id"], lot["status"]) for lot in lots] == [("LOT-1", "complete"), ("LOT-2", "unsuccessful")]
    assert all(award["relatedLots"] == ["LOT-1"] for award in written["releases"][0]["awards"])


def test_lots_of_several_buyers_are_one_lot_again() -> None:
    document = release()
    del document["tender"]["lots"][1:], document["tender"]["lots"][0]["buyer"], document["tender"]["lotDetails"]
    document["bids"]["details"] = [bid(document, "B-01"), bid(document, "B-03")]
    source = read_package(document)
    written = _written(source, evaluate(source.case))
    validate_package(written)
    (award,) = written["releases"][0]["awards"]
    assert award["relatedLots"] == ["LOT-1"]
    assert len(award[KEY]["awarded"]) == 2


def test_a_tender_without_lots_has_none_when_awarded() -> None:
    document = release()
    tender = document["tender"]
    tender["contractPeriod"] = tender.pop("lots")[0]["contractPeriod"]
    del tender["lotGroups"], tender["lotDetails"]
    for item in tender["items"]:
        del item["relatedLot"]
    document["parties"].remove(party(document, "GB-NHS-99X2"))
    document[KEY]["objective"] = {"mode": "money_valued"}
    offer = bid(document, "B-03")
    del offer["relatedLots"], offer[KEY]
    document["bids"]["details"] = [offer]
    source = read_package(document)
    written = _written(source, evaluate(source.case))
    validate_package(written)
    assert "lots" not in written["releases"][0]["tender"]
    assert "relatedLots" not in written["releases"][0]["awards"][0]
    assert written["releases"][0]["tender"]["status"] == "complete"


def test_all_tenderers_of_a_bid_are_suppliers() -> None:
    document = release()
    offer = bid(document, "B-06")
    offer["tenderers"].append({"id": "GB-CHC-9999991"})
    offer[KEY]["bidder"] = "both"
    partners = [{"bidder": "GB-COH-99999992", "share": "0.5"}, {"bidder": "GB-CHC-9999991", "share": "0.5"}]
    document["parties"].append(
        {"id": "both", "name": "Both", KEY: {"bidder": {"kind": "partnership", "partners": partners}}}
    )
    source = read_package(document)
    written = _written(source, evaluate(source.case))
    validate_package(written)
    (award,) = written["releases"][0]["awards"]
    assert [each["id"] for each in award["suppliers"]] == ["GB-COH-99999992", "GB-CHC-9999991"]


def test_ids_that_are_null_are_none() -> None:
    document = release()
    document["tender"]["id"] = None
    offer = bid(document, "B-06")
    offer["tenderers"].append({"id": None})
    offer[KEY]["bidder"] = "GB-COH-99999992"
    source = read_package(document)
    written = _written(source, evaluate(source.case))
    validate_package(written)
    (award,) = written["releases"][0]["awards"]
    assert [each["id"] for each in award["suppliers"]] == ["GB-COH-99999992"]
    assert written["releases"][0]["tender"]["id"] == document["ocid"]


def test_a_synthetic_market_is_valid() -> None:
    case = synthetic(12, 6, 12, seed=3)
    evaluation = evaluate(case)
    document = json.loads(json.dumps(release_package(case, evaluation, date=DATE, ocid="ocds-zzzzzz-2")))
    validate_package(document)
    written = document["releases"][0]
    assert sum(len(award[KEY]["awarded"]) for award in written["awards"]) == len(case.tendered)


def test_nothing_is_written_of_what_is_no_award() -> None:
    case, evaluation = _two_boards()
    with pytest.raises(AwardInvalid, match="another case"):
        release_package(_example()[0].case, evaluation, date=DATE, ocid="x")
    empty = evaluation.model_copy(update={"status": "infeasible", "totals": None, "awards": ()})
    with pytest.raises(AwardInvalid, match="there is no award"):
        release_package(case, empty, date=DATE, ocid="x")
    with pytest.raises(ValueError, match="an ocid is needed"):
        release_package(case, evaluation, date=DATE)
    with pytest.raises(ValueError, match="time zone"):
        release_package(case, evaluation, date=DATE.replace(tzinfo=None), ocid="x")


def test_the_source_is_not_changed() -> None:
    document = package()
    before = copy.deepcopy(document)
    source = read_package(document)
    _written(source, evaluate(source.case))
    assert document == before
