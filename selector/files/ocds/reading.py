"""From OCDS to a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models import Case
from selector.files.ocds.award_criteria import LotCriterion, of_lot
from selector.files.ocds.bids import Bids
from selector.files.ocds.criteria import add_criteria
from selector.files.ocds.draft import Draft
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.extras import add_rest
from selector.files.ocds.log import Log
from selector.files.ocds.lots import TenderLot, read_lots
from selector.files.ocds.objective import add_objective
from selector.files.ocds.package import compiled
from selector.files.ocds.parties import Parties
from selector.files.ocds.services import Services
from selector.files.ocds.standing import check_tender, is_over
from selector.files.ocds.view import View

_NOT_RESERVED = (
    "bid combines lots, and no lotGroups of the tender says that these may be combined",
    "bids combine lots, and no lotGroups of the tender says that these may be combined",
)


@dataclass(frozen=True)
class Read:
    """A case that was read from OCDS, and what an award of it needs of the release."""

    case: Case
    remarks: Sequence[str]
    release: Mapping[str, Any]
    """All releases of the contracting process, made one."""
    lots: Mapping[str, str]
    """Ids of the lots of the release, by those of the lots of the case."""
    publisher: Mapping[str, Any]
    """Who published the package, as it says."""


def case_of_package(document: Any) -> tuple[Case, list[str]]:
    """The case that an OCDS package, record or release states, and remarks about what was left aside or assumed.

    ``document`` is a parsed JSON value; several releases of one contracting process are put together.

    Raises
    ------
    CaseInvalid
        with every fault, each with a JSON pointer into the document.
    """
    read = read_package(document)
    return read.case, list(read.remarks)


def read_package(document: Any) -> Read:
    """As ``case_of_package``, with what an award needs to be written as OCDS again.

    Raises
    ------
    CaseInvalid
        with every fault, each with a JSON pointer into the document.
    """
    content, origin = compiled(document)
    log = Log(origin)
    draft = Draft(log)
    release = View(content, (), log)
    tender = release.view("tender")
    check_tender(release, tender)
    extension = release.view(KEY)
    parties = Parties(release, tender)
    add_rest(release, tender, extension, draft)
    parties.add_buyers(draft)
    services = Services(release, tender, draft)
    lots = read_lots(release, tender, parties.buyers, services, draft)
    stated = _award_criteria(lots, tender)
    criteria = add_criteria(release, lots, stated, draft)
    add_objective(release, tender, stated, draft)
    horizon = extension.value.get("horizon")
    bids = Bids(
        lots=lots,
        parties=parties,
        draft=draft,
        horizon_start=horizon.get("start") if isinstance(horizon, dict) else None,
        vat=extension.value["vat"] if isinstance(extension.value.get("vat"), dict) else {},
        criteria=criteria,
        is_over=is_over(release, tender),
    )
    bids.read(release)
    parties.add_bidders(draft, bids.bidding)
    _check_combined(tender, bids)
    _check_cap(tender, lots)
    case = draft.finished()
    publisher = document.get("publisher")
    return Read(
        case,
        log.remarks,
        content,
        {own: name for name, lot in lots.items() for own in lot.ids},
        publisher if isinstance(publisher, dict) else {},
    )


def _award_criteria(lots: Mapping[str, TenderLot], tender: View) -> dict[str, list[LotCriterion]]:
    """The award criteria of the lots that count and state any; a tender without lots has none."""
    counted = {name: lot.view for name, lot in lots.items() if lot.ids and lot.view.path != tender.path}
    return {name: criteria for name, view in counted.items() if (criteria := of_lot(view))}


def _check_combined(tender: View, bids: Bids) -> None:
    """Remark on packages of lots that the tender did not reserve the right to combine."""
    groups = [
        {lot for lot, _ in group.texts("relatedLots")}
        for group in tender.views("lotGroups")
        if group.value.get("optionToCombine") is True
    ]
    for combined, bid in bids.packages.items():
        if not any(combined <= group for group in groups):
            tender.log.tally(_NOT_RESERVED, bid)


def _check_cap(tender: View, lots: Mapping[str, TenderLot]) -> None:
    """A cap on lots of the tender cannot count lots that are several in the case."""
    details = tender.view("lotDetails")
    if details.has("maximumLotsAwardedPerSupplier") and any(len(lot.ids) > 1 for lot in lots.values()):
        details.fault(
            "counts lots, and some are of several buyers: list a lot for each buyer, with the cap that then holds",
            "maximumLotsAwardedPerSupplier",
        )
