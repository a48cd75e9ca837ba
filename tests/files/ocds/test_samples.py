"""The public samples: each is read, or refused for the reasons that a reader of it would name."""

from collections.abc import Iterator
from typing import Any

import pytest

from models import CaseInvalid
from models.json_text import parse
from selector.files.ocds import case_of_package, is_ocds
from tests.files.ocds.standard import ocds

Reasons = dict[str, str]

_NO_DATE: Reasons = {"/date": "is missing"}
_NO_BUYER: Reasons = {"/parties": "must have at least one party with the role buyer"}
_NO_TENDER: Reasons = {"/tender": "is missing: without a tender there is nothing to evaluate"}
_NO_BIDS: Reasons = {"/bids/details": "holds no bid"}
_DOLLARS: Reasons = {"/bids/details/{}/value/currency": '"USD" is not allowed: all values must be in GBP'}
_NO_VALUE: Reasons = {"/bids/details/{}/value": "is missing"}
_OPEN: Reasons = {"/bids/details/{}/status": "is not yet opened"}
_CANCELLED: Reasons = {"/tender/status": 'the tender is "cancelled"'}

# What is wrong with every line of a file, and with the bids of it that count or have not been opened.
_LINES: dict[str, Reasons] = {
    "R003": _NO_DATE | _NO_BUYER | _NO_BIDS,
    "R028": _NO_DATE | _NO_BUYER | _DOLLARS,
    "R030": _NO_DATE | _NO_BUYER | _NO_VALUE,
    "R035": _NO_DATE | _NO_BUYER | _NO_VALUE,
    "R036": _NO_DATE | _NO_BUYER | _DOLLARS,
    "R038-tenderer": _NO_DATE | _NO_BUYER | _NO_TENDER | _NO_VALUE,
    "R048-minimum_contracting_processes-1": _NO_DATE | _NO_BUYER | _NO_BIDS,
    "R058": _NO_DATE | _NO_BUYER | _DOLLARS,
}

_PACKAGES: dict[str, Reasons] = {
    "ocds-213czf-000-00001-01-planning": {
        "/releases/0/tender/status": 'not yet opened: the tender is "planned"',
        "/releases/0/bids/details": "holds no bid",
    },
    "ocds-213czf-000-00001-02-tender": {"/releases/0/tender/tenderPeriod/endDate": "not yet opened: the time for bids"},
    "ocds-213czf-000-00001-03-tenderAmendment": {
        "/releases/0/tender/tenderPeriod/endDate": "not yet opened: the time for bids ends after"
    },
    "ocds-213czf-000-00001-04-award": {"/releases/0/bids/details": "holds no bid"},
    "ocds-213czf-000-00001-05-contract": {"/releases/0/tender": "is missing"},
    "ocds-213czf-000-00001-06-implementation": {"/releases/0/tender": "is missing"},
    "ocds-213czf-000-00001": {
        "/releases/5/bids/details": "holds no bid",
        "/releases/0/parties/0/supplierSelection/buyer/population": "is missing: OCDS has no place for it",
    },
    "planning": {"/releases/0/tender": "is missing"},
    "related_process": {
        "/releases/0/bids/details": "holds no bid",
        "/releases/0/tender/value/currency": '"PYG" is not allowed',
    },
    "tender": {
        "/releases/0/tender/finalStatus": 'the tender is "unsuccessful"',
        "/releases/0/tender/lots": "every lot is cancelled or has failed",
    },
}


def _refused(document: Any) -> dict[str, str]:
    assert is_ocds(document)
    with pytest.raises(CaseInvalid) as refused:
        case_of_package(document)
    return {fault.pointer: fault.message for fault in refused.value.faults}


def _assert_told(found: dict[str, str], expected: Reasons) -> None:
    for place, words in expected.items():
        assert words in found.get(place, ""), (place, found)


@pytest.mark.parametrize("name", _LINES)
def test_lines(name: str) -> None:
    lines = (ocds() / "samples" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        document = parse(line)
        _assert_told(_refused(document), dict(_expected(name, document)))


def _expected(name: str, document: Any) -> Iterator[tuple[str, str]]:
    """The reasons for a line: those of its file, at each bid that they are of, and those of its own state."""
    details = document.get("bids", {}).get("details", [])
    statuses = [each["status"] for each in details]
    for place, words in _LINES[name].items():
        if "{}" not in place:
            yield place, words
            continue
        for at, each in enumerate(details):
            if each["status"] in ("valid", "pending") and (place.endswith("value") or "currency" in each["value"]):
                yield place.format(at), words
    for at, status in enumerate(statuses):
        if status in ("pending", "invited"):
            yield f"/bids/details/{at}/status", "is not yet opened"
        yield f"/bids/details/{at}/id" if status != "invited" else f"/bids/details/{at}/status", "is "
    tender = document.get("tender")
    if tender is None:
        yield from _NO_TENDER.items()
    elif tender.get("status") == "cancelled":
        yield from _CANCELLED.items()
    elif "endDate" not in tender.get("tenderPeriod", {}):
        yield "/tender/tenderPeriod/endDate", "is missing: unless tender.status is complete"
    elif tender["tenderPeriod"]["endDate"] == "invalid":
        yield "/tender/tenderPeriod/endDate", '"invalid" is not a date and time'


@pytest.mark.parametrize("name", _PACKAGES)
def test_packages(name: str) -> None:
    document = parse((ocds() / "samples" / f"{name}.json").read_bytes())
    found = _refused(document)
    _assert_told(found, _PACKAGES[name])
    assert "/releases/0/ocid" not in found


def test_every_sample_is_looked_at() -> None:
    samples = {path.stem for path in (ocds() / "samples").iterdir() if path.suffix in (".json", ".jsonl")}
    assert samples == _LINES.keys() | _PACKAGES.keys()


def test_a_sample_with_what_it_lacks_is_a_case() -> None:
    document = parse((ocds() / "samples" / "ocds-213czf-000-00001.json").read_bytes())
    first, last = document["releases"][0], document["releases"][-1]
    first["parties"][0]["supplierSelection"] = {"buyer": {"population": 350_000}}
    last["tender"] = {"contractPeriod": {"startDate": "2011-04-01T00:00:00Z", "endDate": "2012-03-31T23:59:59Z"}}
    last["bids"] = {
        "details": [
            {
                "id": supplier["id"],
                "status": "valid",
                "tenderers": [{"id": supplier["id"]}],
                "value": {"amount": amount, "amountNet": amount, "currency": "GBP"},
            }
            for supplier, amount in (({"id": "GB-COH-11111111"}, 11_000_000), ({"id": "GB-COH-22222222"}, 12_500_000))
        ]
    }
    last["supplierSelection"] = {
        "date": "2011-04-01",
        "horizon": {"start": "2011-04-01", "years": 1},
        "objective": {"mode": "lexicographic", "levels": [{"objective": "cost"}]},
    }
    for release in document["releases"]:
        for party in release["parties"]:
            if party["id"].startswith("GB-COH"):
                party["supplierSelection"] = {"bidder": {"kind": "private"}}
    case, remarks = case_of_package(document)
    assert {bid.id: int(bid.price) for bid in case.bids} == {
        "GB-COH-11111111": 11_000_000,
        "GB-COH-22222222": 12_500_000,
    }
    assert [lot.service for lot in case.tendered] == ["CPV-45233130.0"]
    assert remarks == []
