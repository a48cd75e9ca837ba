"""What a case says beside its buyers, lots, bidders and bids: its name and what the extension states of the release."""

from decimal import Decimal

from models.faults import shown
from selector.files.ocds.draft import Draft
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.view import View

_ELSEWHERE = {
    "format": "the extension has no version of its own",
    "buyers": "buyers are the parties with the role buyer",
    "lots": "lots are tender.lots",
    "bidders": "bidders are the parties that make bids",
    "bids": "bids are bids.details",
}
EVALUATION = "evaluation"
"""Written with an award, for those who read it; it says nothing of the case."""
_READ_ELSEWHERE = ("services", "criteria", "objective", EVALUATION)


def add_rest(release: View, tender: View, extension: View, draft: Draft) -> None:
    """Put into the case its name, its notes, the published cap on lots and every other field of the extension."""
    title = tender.line("title") or release.text("ocid") or ""
    draft.put("name", title, tender.at("title"))
    draft.put("notes", _notes(release, tender), tender.at("description"))
    for key, value in extension.value.items():
        if key in _ELSEWHERE:
            extension.fault(f"is not a field here: {_ELSEWHERE[key]}", key)
        elif key not in _READ_ELSEWHERE:
            draft.put(key, value, extension.at(key))
    _add_cap(tender, extension, draft)


def _notes(release: View, tender: View) -> str:
    read = f"Read from OCDS: {release.text('ocid')}, release {release.id() or '(no id)'} of {release.text('date')}."
    description = tender.text("description")
    return f"{description}\n\n{read}" if description else read


def _add_cap(tender: View, extension: View, draft: Draft) -> None:
    details = tender.view("lotDetails")
    most = details.whole("maximumLotsAwardedPerSupplier")
    if most is None:
        return
    if not extension.has("max_lots_per_bidder"):
        draft.put("max_lots_per_bidder", most, details.at("maximumLotsAwardedPerSupplier"))
    elif extension.value["max_lots_per_bidder"] != most and not isinstance(
        extension.value["max_lots_per_bidder"], Decimal
    ):
        extension.fault(
            f"{shown(extension.value['max_lots_per_bidder'])} is not the cap that was published,"
            f" {most} ({KEY} need not repeat it)",
            "max_lots_per_bidder",
        )
