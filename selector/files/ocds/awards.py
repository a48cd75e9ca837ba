"""The awards of an evaluation as OCDS states them, with the lots and the bids that they are of."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from models import Accepted, Case, Evaluation
from models.tender import FALLBACK_PREFIX
from selector.files.ocds.award_parties import reference
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.json_value import copied, number
from selector.files.ocds.list_value import list_value
from selector.files.ocds.net import CURRENCY
from selector.files.ocds.rationale import rationale

_MOST_NAMED = 5
_OF_A_VALUE = ("amount", "amountNet", "amountGross", "currency")


class Awards:
    """One award for each bid that is accepted; lots that fall back on the buyer itself have none."""

    def __init__(self, case: Case, evaluation: Evaluation, source: Mapping[str, Any], lots: Mapping[str, str]) -> None:
        self._case = case
        self._evaluation = evaluation
        self._bids = {bid.id: bid for bid in case.bids}
        self._won: dict[str, list[Accepted]] = {}
        for row in evaluation.awards:
            if not row.bid.startswith(FALLBACK_PREFIX):
                self._won.setdefault(row.bid, []).append(row)
        self._lot_of = {lot.id: lots.get(lot.id, lot.id) for lot in case.tendered}
        self._tender = _dict(source.get("tender"))
        self._source_bids = _by_id(_dict(source.get("bids")).get("details"))
        self._source_lots = _by_id(self._tender.get("lots"))
        self._has_lots = bool(self._source_lots) or not self._tender
        self._items_of: dict[str | None, list[Any]] = {}
        for item in self._tender.get("items") or ():
            if isinstance(item, dict):
                lot = item.get("relatedLot")
                self._items_of.setdefault(None if lot is None else str(lot), []).append(item)
        self._services = {service.id: service.name for service in case.services}
        self._buyers = {buyer.id: buyer for buyer in case.buyers}
        self._bidders = {bidder.id: bidder.name for bidder in case.bidders}

    @property
    def suppliers(self) -> list[str]:
        """Ids of the parties that are to supply, each once."""
        return list(dict.fromkeys(name for bid in self._won for name in self._suppliers(bid)))

    def _suppliers(self, bid: str) -> list[str]:
        """Who made a bid: all its tenderers where the source names them, else its bidder."""
        tenderers = _by_id(self._source_bids.get(bid, {}).get("tenderers"))
        return list(tenderers) or [self._bids[bid].bidder]

    def tender(self, name: str) -> dict[str, Any]:
        """The tender with what has become of its lots."""
        won = {self._lot_of[row.lot] for rows in self._won.values() for row in rows}
        stated = self._tender.get("id")
        found: dict[str, Any] = {"id": name if stated is None else stated}
        found["title"] = self._tender.get("title") or self._case.name
        found["status"] = "complete" if won else "unsuccessful"
        if self._has_lots:
            found["lots"] = [
                {"id": lot}
                | _titled(self._source_lots.get(lot, {}))
                | {"status": "complete" if lot in won else "unsuccessful"}
                for lot in dict.fromkeys(self._lot_of.values())
            ]
        return found

    def bids(self, parties: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The bids that are accepted; what others bid is not published with an award."""
        return [
            {"id": bid, "status": "valid"}
            | ({"date": self._source_bids[bid]["date"]} if self._source_bids.get(bid, {}).get("date") else {})
            | {"tenderers": [reference(name, parties) for name in self._suppliers(bid)], "value": self._value(bid)}
            | self._related_lots(rows)
            for bid, rows in self._won.items()
        ]

    def awards(self, parties: Sequence[Mapping[str, Any]], stamp: str) -> list[dict[str, Any]]:
        """The awards, in the order in which award.json first names their bids."""
        return [self._award(bid, rows, parties, stamp) for bid, rows in self._won.items()]

    def _award(
        self, bid: str, rows: Sequence[Accepted], parties: Sequence[Mapping[str, Any]], stamp: str
    ) -> dict[str, Any]:
        bought = _listed([self._services[row.service] for row in rows])
        whose = _listed([self._buyers[row.buyer].name for row in rows])
        bidder = self._bidders[self._bids[bid].bidder]
        award: dict[str, Any] = {
            "id": f"award-{bid}",
            "title": f"{bought} for {whose}: {bidder}",
            "description": rationale(self._evaluation, rows, bought, whose, bidder),
            # Recommended, and nobody has decided: the one status of OCDS that is not final.
            "status": "pending",
            "date": stamp,
            "value": self._value(bid),
            "suppliers": [reference(name, parties) for name in self._suppliers(bid)],
            "relatedBids": [bid],
        }
        award |= self._related_lots(rows)
        if items := self._items(rows):
            award["items"] = items
        if period := self._period(rows):
            award["contractPeriod"] = period
        award[KEY] = {"awarded": [row.model_dump(mode="json") for row in rows]}
        return award

    def _related_lots(self, rows: Sequence[Accepted]) -> dict[str, Any]:
        lots = list(dict.fromkeys(self._lot_of[row.lot] for row in rows))
        return {"relatedLots": lots} if self._has_lots else {}

    def _value(self, bid: str) -> dict[str, Any]:
        """What the bid asks: as the source states it, else its list prices over its term."""
        stated = _dict(self._source_bids.get(bid, {}).get("value"))
        if isinstance(stated.get("amount"), int | float | Decimal):
            found: dict[str, Any] = copied({key: stated.get(key) for key in _OF_A_VALUE})
            return found
        buyers = {row.buyer for row in self._won[bid]}
        people = sum(self._buyers[name].population for name in buyers)
        amount = number(list_value(self._case.horizon, self._bids[bid], people))
        return {"amount": amount, "amountNet": amount, "currency": CURRENCY}

    def _items(self, rows: Sequence[Accepted]) -> list[Any]:
        lots = dict.fromkeys(self._lot_of[row.lot] for row in rows) if self._has_lots else (None,)
        return [copied(item) for lot in lots for item in self._items_of.get(lot, ())]

    def _period(self, rows: Sequence[Accepted]) -> dict[str, Any]:
        """The period of the contract, where the source states one for all the lots."""
        whole = _dict(self._tender.get("contractPeriod"))
        own = [_dict(self._source_lots.get(self._lot_of[row.lot], {}).get("contractPeriod")) or whole for row in rows]
        found: dict[str, Any] = copied(own[0]) if all(each == own[0] for each in own) else {}
        return found


def _dict(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _by_id(entries: Any) -> dict[str, Mapping[str, Any]]:
    return {str(each["id"]): each for each in entries or () if isinstance(each, dict) and each.get("id") is not None}


def _titled(lot: Mapping[str, Any]) -> dict[str, Any]:
    return {"title": lot["title"]} if lot.get("title") else {}


def _listed(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    more = len(unique) - _MOST_NAMED
    return ", ".join(unique[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
