"""The bids of a release: which count, for what, by whom and at what price."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.faults import shown
from selector.files.ocds.counting import counts
from selector.files.ocds.draft import Draft
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.lots import TenderLot
from selector.files.ocds.origin import Path
from selector.files.ocds.parties import Parties
from selector.files.ocds.scores import with_responses
from selector.files.ocds.terms import Terms
from selector.files.ocds.view import View

_LOST_LOT = (
    "bid is for a lot that stays out, and stays out with it",
    "bids are for lots that stay out, and stay out with them",
)
_WHOLE = "bid names no lot and is for the whole tender", "bids name no lot and are for the whole tender"


@dataclass
class Bids:
    """The bids, read one by one."""

    lots: Mapping[str, TenderLot]
    parties: Parties
    draft: Draft
    horizon_start: Any
    """As stated: a bid that starts then need not say so."""
    vat: Mapping[str, Any]
    criteria: frozenset[str]
    """Ids of criteria that responses may score."""
    is_over: bool
    """Whether no further bid can come."""
    bidding: dict[str, None] = field(default_factory=dict)
    """Bidders of the bids that count."""
    packages: dict[frozenset[str], str] = field(default_factory=dict)
    """Sets of several lots that some bid is for, with the first such bid."""

    def read(self, release: View) -> None:
        """Put the bids that count into the case."""
        bids = release.view("bids")
        self.draft.put("bids", [], bids.at("details"))
        details = bids.views("details")
        if not details:
            bids.fault("holds no bid: there is nothing to evaluate", "details")
            return
        first: dict[str, View] = {}
        counted = False
        for bid in details:
            name = bid.id()
            if name is None:
                bid.fault("is missing", "id")
            elif name in first:
                bid.fault(f"{shown(name)} is already the id of {bid.log.pointer(first[name].path)}", "id")
            else:
                first[name] = bid
            if counts(bid, name or "", is_over=self.is_over) and (lots := self._lots(bid, name or "")) is not None:
                counted = True
                self._add(bid, name, lots)
        if not counted:
            bids.fault("holds no bid that may be evaluated: at least one must be valid", "details")

    def _add(self, bid: View, name: str | None, lots: list[TenderLot]) -> None:
        extension = bid.view(KEY)
        for key in ("id", "lots"):
            if extension.has(key):
                extension.fault(
                    f"is not a field here: it is that of the bid ({'relatedLots' if key == 'lots' else key})", key
                )
        self._check_deadline(bid, lots)
        bidder = self._bidder(bid, extension)
        if bidder[0] is not None:
            self.bidding.setdefault(bidder[0])
        own: dict[str, tuple[Any, Path]] = {
            "id": (name, bid.at("id")),
            "bidder": bidder,
            "lots": ([each for lot in lots for each in lot.ids], bid.at("relatedLots")),
        }
        kind = None if bidder[0] is None else self.parties.kind(bidder[0])
        terms = Terms(bid.view("value"), name or "", extension, kind, self.vat)
        own |= terms.of([lot.period for lot in lots], self.horizon_start)
        rest = {key: value for key, value in extension.value.items() if key not in ("id", "lots")}
        scored, paths = with_responses(bid, rest, self.criteria)
        if not lots:
            return  # of lots that are not there; that is told
        at = self.draft.add("bids", bid.path, View(scored, extension.path, bid.log), own)
        for criterion, path in paths.items():
            self.draft.locate(("bids", at, "scores", criterion), path)
        if len(lots) > 1:
            self.packages.setdefault(frozenset(lot.view.id() or "" for lot in lots), name or "")

    def _lots(self, bid: View, name: str) -> list[TenderLot] | None:
        """The lots of a bid; None where it stays out with one of them."""
        related = bid.texts("relatedLots")
        if not related:
            if len(self.lots) > 1:
                bid.log.tally(_WHOLE, name)
            found = list(self.lots.values())
        else:
            found = []
            for lot, where in related:
                if lot in self.lots:
                    found.append(self.lots[lot])
                else:
                    bid.log.fault(where, f"there is no lot {shown(lot)}")
        if any(not lot.ids for lot in found):
            bid.log.tally(_LOST_LOT, name)
            return None
        return list({id(lot): lot for lot in found}.values())

    def _check_deadline(self, bid: View, lots: list[TenderLot]) -> None:
        came = bid.moment("date")
        closings: list[datetime] = [lot.closes for lot in lots if lot.closes is not None]
        if came is not None and closings and came > min(closings):
            bid.fault(
                f"came after the deadline, {min(closings).isoformat()}: give it the status disqualified or, if the deadline"
                " was moved, state the new one as the end of tenderPeriod",
                "date",
            )

    def _bidder(self, bid: View, extension: View) -> tuple[str | None, Path]:
        if extension.has("bidder"):
            return self._party(extension, extension.id("bidder"), "bidder")
        tenderers = bid.views("tenderers")
        if len(tenderers) == 1:
            return self._party(tenderers[0], tenderers[0].id(), "id")
        if tenderers:
            bid.fault(
                f"are {len(tenderers)}: name one party for all of them, of kind partnership, as {KEY}.bidder of the bid",
                "tenderers",
            )
        else:
            bid.fault("is missing: it says who makes the bid", "tenderers")
        return None, bid.at("tenderers")

    def _party(self, holder: View, name: str | None, key: str) -> tuple[str | None, Path]:
        if name is None:
            holder.fault("is missing", key)
        elif not self.parties.known(name):
            holder.fault(f"there is no party {shown(name)}", key)
        return name, holder.at(key)
