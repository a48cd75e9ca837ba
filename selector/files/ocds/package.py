"""What a document holds: the releases of one contracting process, made one."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models import CaseInvalid, Fault
from models.faults import pointer, shown
from selector.files.ocds.merging import merged
from selector.files.ocds.moments import moment
from selector.files.ocds.origin import Origin, Path

_MOST_NAMED = 10
_OF_A_RELEASE = frozenset({"tag", "tender", "parties", "bids", "awards", "contracts", "planning", "initiationType"})

Release = tuple[dict[str, Any], Path]


@dataclass
class _Found:
    releases: list[Release] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: Path, message: str) -> None:
        self.faults.append(Fault(pointer(path), message))


def is_ocds(document: Any) -> bool:
    """Whether a JSON value is meant as OCDS: a release package, a record package, a record or a release."""
    if not isinstance(document, dict) or "buyers" in document:
        return False
    packaged = "releases" in document or "records" in document or "compiledRelease" in document
    return packaged or ("ocid" in document and not _OF_A_RELEASE.isdisjoint(document))


def compiled(document: Any) -> tuple[dict[str, Any], Origin]:
    """The one release that a document comes to, and where in the document each part of it stands.

    Raises
    ------
    CaseInvalid
        if the document holds no release, releases of several contracting processes, or releases in no order.
    """
    found = _Found()
    if not isinstance(document, dict):
        found.fault((), f"{shown(document)} is not an OCDS package, record or release: it must be an object")
    elif "records" in document:
        for record, path in _listed(found, document, "records", ()):
            _of_record(found, record, path)
    elif "releases" in document or "compiledRelease" in document:
        _of_record(found, document, ())
    else:
        found.releases.append((document, ()))
    if not found.releases and not found.faults:
        found.fault((), "holds no release")
    _check_one_process(found)
    ordered = _by_date(found)
    if found.faults:
        raise CaseInvalid(found.faults)
    return merged(ordered)


def _of_record(found: _Found, record: dict[str, Any], path: Path) -> None:
    whole = record.get("compiledRelease")
    if whole is None:
        releases = _listed(found, record, "releases", path)
        if linked := [where for release, where in releases if "url" in release and "ocid" not in release]:
            found.fault(linked[0], "is a link: this program opens none, so put the release itself in its place")
        found.releases += [(release, where) for release, where in releases if where not in linked]
    elif isinstance(whole, dict):
        found.releases.append((whole, (*path, "compiledRelease")))
    else:
        found.fault((*path, "compiledRelease"), f"{shown(whole)} is not an object")


def _listed(found: _Found, holder: dict[str, Any], key: str, above: Path) -> list[Release]:
    entries = holder.get(key)
    if not isinstance(entries, list) or not entries:
        wrong = "must have at least one entry" if entries == [] else f"{shown(entries)} is not a list"
        found.fault((*above, key), "is missing" if entries is None else wrong)
        return []
    for at, entry in enumerate(entries):
        if not isinstance(entry, dict):
            found.fault((*above, key, at), f"{shown(entry)} is not an object")
    return [(entry, (*above, key, at)) for at, entry in enumerate(entries) if isinstance(entry, dict)]


def _check_one_process(found: _Found) -> None:
    ocids: dict[str, Path] = {}
    for release, path in found.releases:
        ocid = release.get("ocid")
        if isinstance(ocid, str) and ocid:
            ocids.setdefault(ocid, (*path, "ocid"))
        else:
            wrong = "is missing" if ocid in (None, "") else f"{shown(ocid)} is not text"
            found.fault((*path, "ocid"), wrong)
    if len(ocids) > 1:
        named = ", ".join(shown(ocid) for ocid in list(ocids)[:_MOST_NAMED])
        more = f" and {len(ocids) - _MOST_NAMED:,} more" if len(ocids) > _MOST_NAMED else ""
        found.fault(
            list(ocids.values())[1],
            f"belongs to another contracting process than the first release: this holds {named}{more}; put each in a"
            " file of its own",
        )


def _by_date(found: _Found) -> list[Release]:
    """The releases in the order of their dates; those of one date as they stand."""
    dated: list[tuple[datetime, Release]] = []
    for release, path in found.releases:
        text = release.get("date")
        day = moment(text) if isinstance(text, str) else None
        if day is not None:
            dated.append((day, (release, path)))
        elif len(found.releases) > 1:
            wrong = "is missing" if text is None else f"{shown(text)} is not a date and time"
            found.fault((*path, "date"), f"{wrong}: several releases are put together in the order of their dates")
    if len(found.releases) == 1:
        return found.releases
    return [release for _, release in sorted(dated, key=lambda each: each[0])]
