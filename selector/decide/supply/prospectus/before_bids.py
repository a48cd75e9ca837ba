"""A tender that has no bids yet."""

from typing import Any

from models import Case, CaseInvalid, Criterion
from models.json_text import NotJsonError, parse
from models.read import case_of
from selector.decide.supply.prospectus.without_bids import without_bids

_STAND_IN = "stand-in"


def before_bids(text: bytes) -> Case | None:
    """The tender that a JSON text holds where it has no bids; None where it has some, or is no tender at all.

    A case needs a bid for every lot. Here stand-ins are put in their place while it is read, and taken out again.

    Raises
    ------
    CaseInvalid
        with every fault that it has besides.
    """
    try:
        document = parse(text)
    except NotJsonError:
        return None
    if not isinstance(document, dict) or document.get("bids"):
        return None
    lots, bidders = _lots(document), document.get("bidders") or []
    if not lots or not isinstance(bidders, list):
        return None
    nobody = {"id": _STAND_IN, "name": _STAND_IN, "kind": "private"}
    bids = [{"id": f"{_STAND_IN} {at}", "bidder": _STAND_IN, "lots": [lot], "price": 0} for at, lot in enumerate(lots)]
    read = document | {"bidders": [*bidders, nobody], "bids": bids}
    _check(read)
    # Without criteria nobody asks for the scores of stand-ins.
    tender = without_bids(case_of(read | {"criteria": []}))
    changes = {
        "bidders": tuple(bidder for bidder in tender.bidders if bidder.id != _STAND_IN),
        "criteria": tuple(map(Criterion.model_validate, document.get("criteria", ()))),
    }
    return Case.model_construct(**{name: getattr(tender, name) for name in Case.model_fields} | changes)


def _check(document: dict[str, Any]) -> None:
    """Do nothing, unless a document has faults that are not of its bids."""
    try:
        case_of(document)
    except CaseInvalid as error:
        faults = [fault for fault in error.faults if not fault.pointer.startswith("/bids/")]
        if faults:
            raise CaseInvalid(faults) from None


def _lots(document: dict[str, Any]) -> list[str]:
    """Ids of the lots, as far as they can be told."""
    if document.get("lots") is not None:
        return _ids(document["lots"])
    buyers, services = (_ids(document.get(table)) for table in ("buyers", "services"))
    return [f"{buyer}:{service}" for buyer in buyers for service in services]


def _ids(rows: Any) -> list[str]:
    if not isinstance(rows, list):
        return []
    return [row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)]
