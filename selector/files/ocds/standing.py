"""Whether the tender has come to where its bids may be evaluated."""

from datetime import datetime

from models.faults import shown
from selector.files.ocds.net import check_currency
from selector.files.ocds.view import View

_PLANNED = ("planning", "planned")
_ENDED = ("cancelled", "unsuccessful", "withdrawn")
STATUSES = (*_PLANNED, "active", "complete", *_ENDED)
_NOT_YET = "bids are not yet opened"


def check_tender(release: View, tender: View) -> None:
    """Record as faults what keeps the bids of a tender from being evaluated, as of the date of the release."""
    now = release.moment("date")
    if now is None and not release.has("date"):
        release.fault("is missing: it tells whether the deadline for bids had passed", "date")
    if not tender.value:
        tender.fault("is missing: without a tender there is nothing to evaluate")
        return
    status = status_of(tender)
    if "tenderCancellation" in (tag for tag, _ in release.texts("tag")):
        release.fault("the tender is cancelled: there is nothing to evaluate", "tag")
    opening = tender.view("bidOpening")
    opened = opening.moment("date")
    if opened is not None and now is not None and now < opened:
        opening.fault(f"{_NOT_YET}: they are opened after the date of the release, {now.isoformat()}", "date")
    closes = deadline(tender)
    if status in ("active", None) and not tender.view("tenderPeriod").has("endDate"):
        tender.fault(
            "is missing: unless tender.status is complete it must tell that the time for bids is over",
            "tenderPeriod",
            "endDate",
        )
    check_deadline(tender, closes, now)
    for key in ("value", "minValue", "maximumValue"):
        check_currency(tender.view(key))


def check_deadline(holder: View, closes: datetime | None, now: datetime | None) -> None:
    """Record as a fault that the deadline of a tender, or a lot, is still to come."""
    if closes is not None and now is not None and now < closes:
        holder.fault(
            f"{_NOT_YET}: the time for bids ends after the date of the release, {now.isoformat()}",
            "tenderPeriod",
            "endDate",
        )


def deadline(holder: View) -> datetime | None:
    """When the time for bids of a tender, or a lot, ends."""
    return holder.view("tenderPeriod").moment("endDate")


def is_over(release: View, tender: View) -> bool:
    """Whether no further bid can come."""
    now, closes = release.moment("date"), deadline(tender)
    return tender.value.get("status") == "complete" or (now is not None and closes is not None and closes <= now)


def status_of(tender: View) -> str | None:
    """The status of the tender; a fault where its bids may not be evaluated."""
    stated = None
    for key in ("finalStatus", "status"):
        status = tender.text(key)
        if status in _PLANNED:
            tender.fault(f"{_NOT_YET}: the tender is {shown(status)}", key)
        elif status in _ENDED:
            tender.fault(f"the tender is {shown(status)}: there is nothing to evaluate", key)
        elif status is not None and status not in STATUSES:
            tender.fault(f"{shown(status)} is not a status of a tender: {', '.join(STATUSES)}", key)
        stated = stated or status
    return stated


def is_left_out(lot: View) -> bool:
    """Whether a lot is cancelled or has failed; a fault where bids for it may not yet be evaluated."""
    status = lot.text("status")
    if status in _PLANNED:
        lot.fault(f"{_NOT_YET}: the lot is {shown(status)}", "status")
    elif status is not None and status not in STATUSES:
        lot.fault(f"{shown(status)} is not a status of a lot: {', '.join(STATUSES)}", "status")
    if status not in _ENDED:
        return False
    lot.log.tally((f"lot is {status} and stays out", f"lots are {status} and stay out"), lot.id() or "")
    return True
