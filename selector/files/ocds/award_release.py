"""From an award to OCDS: a release package with what the board is recommended to accept."""

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from models import AwardInvalid, Case, Evaluation, Fault
from selector.files.ocds.award_parties import parties, reference
from selector.files.ocds.awards import Awards
from selector.files.ocds.extension_key import BID_EXTENSION, KEY, LOCAL_EXTENSION, LOTS_EXTENSION
from selector.files.ocds.json_value import copied
from selector.files.ocds.reading import Read

_NOTHING: Mapping[str, Any] = {}
_STATED = ("status", "certificate", "totals", "provenance")


def release_package(
    case: Case,
    evaluation: Evaluation,
    *,
    date: datetime,
    ocid: str | None = None,
    source: Read | None = None,
    language: str = "en",
    extension: str = LOCAL_EXTENSION,
) -> dict[str, Any]:
    """An OCDS 1.1 release package with one release, tagged ``award``, as a value for JSON.

    Parameters
    ----------
    case
        The case, under the scenario that the evaluation names.
    evaluation
        Its evaluation.
    date
        Date of the release and of its awards, with a time zone.
    ocid
        Id of the contracting process; that of ``source`` if left out.
    source
        The OCDS release that the case came from: parties, lots and values are as it states them.
    language
        Language of the release where ``source`` states none.
    extension
        URL of the local extension where it is published.

    Raises
    ------
    AwardInvalid
        if the evaluation holds no award, or is of another case.
    ValueError
        if ``date`` has no time zone, or there is no ocid.
    """
    _check(case, evaluation)
    content = _NOTHING if source is None else source.release
    ocid = ocid or content.get("ocid")
    if not ocid:
        raise ValueError("an ocid is needed: the case comes from no OCDS package that has one")
    if date.tzinfo is None:
        raise ValueError("the date of a release needs a time zone")
    stamp = date.isoformat(timespec="seconds")
    awards = Awards(case, evaluation, content, {} if source is None else source.lots)
    listed = parties(case, content, awards.suppliers)
    name = _release_id(ocid, evaluation, stamp)
    release: dict[str, Any] = {
        "ocid": ocid,
        "id": name,
        "date": stamp,
        "language": stated_language if isinstance(stated_language := content.get("language"), str) else language,
        "tag": ["award"],
        "initiationType": "tender",
        "parties": listed,
    }
    if (buyer := _buyer(case, content)) is not None:
        release["buyer"] = reference(buyer, listed)
    release["tender"] = awards.tender(str(ocid))
    release["bids"] = {"details": awards.bids(listed)}
    release["awards"] = awards.awards(listed, stamp)
    stated = evaluation.model_dump(mode="json", include=set(_STATED), exclude_none=True)
    release[KEY] = {"evaluation": stated}
    return {
        "uri": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{ocid}/{name}')}",
        "version": "1.1",
        "extensions": [LOTS_EXTENSION, BID_EXTENSION, extension],
        "publishedDate": stamp,
        "publisher": _publisher(listed, {} if source is None else source.publisher),
        "releases": [release],
    }


def _check(case: Case, evaluation: Evaluation) -> None:
    if evaluation.provenance.case_sha256 != case.sha256:
        raise AwardInvalid([Fault("/provenance/case_sha256", "is the SHA-256 of another case")])
    if evaluation.totals is None or not evaluation.awards:
        raise AwardInvalid([Fault("/awards", f"is empty: the status is {evaluation.status}, and there is no award")])


def _release_id(ocid: str, evaluation: Evaluation, stamp: str) -> str:
    """An id that no other award, and no later release of this one, has."""
    accepted = sorted((row.lot, row.bid) for row in evaluation.awards)
    told = repr((evaluation.provenance.case_sha256, evaluation.provenance.scenario, accepted, stamp))
    return f"{ocid}-award-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def _buyer(case: Case, source: Mapping[str, Any]) -> str | None:
    stated = source.get("buyer")
    if isinstance(stated, dict) and "id" in stated:
        return str(stated["id"])
    return case.buyers[0].id if len(case.buyers) == 1 else None


def _publisher(listed: Sequence[Mapping[str, Any]], stated: Mapping[str, Any]) -> dict[str, Any]:
    """Who publishes: the publisher of the source, else the first buyer."""
    if isinstance(stated.get("name"), str):
        found: dict[str, Any] = copied({key: stated.get(key) for key in ("name", "scheme", "uid", "uri")})
        return found
    return {"name": listed[0].get("name", str(listed[0]["id"]))}
