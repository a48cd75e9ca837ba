"""What a draft knows by name, and the words for a name it does not know."""

from collections.abc import Collection

from models.draft import Draft
from models.faults import MOST_SUGGESTIONS, shown, suggestion
from models.tender import lot_id, tendered

_NOUNS = {
    "buyers": "buyer",
    "services": "service",
    "lots": "lot",
    "bidders": "bidder",
    "bids": "bid",
    "criteria": "criterion",
    "evaluators": "evaluator",
}


class Known:
    """The rows of a draft by id, and the ids of those that cannot be read."""

    def __init__(self, draft: Draft) -> None:
        self.buyers = {row.id: row for _, row in draft.buyers}
        self.services = {row.id: row for _, row in draft.services}
        self.bidders = {row.id: row for _, row in draft.bidders}
        self.bids = {row.id: row for _, row in draft.bids}
        self.criteria = {row.id: row for _, row in draft.criteria}
        self.evaluators = {row.id: row for _, row in draft.evaluators}
        if draft.lots is None:
            self.tendered = tendered(None, self.buyers.values(), self.services.values())
        else:
            self.tendered = tuple(row for _, row in draft.lots)
        self.lots = {row.id: row for row in self.tendered}

        self._complete = draft.named
        self._names: dict[str, Collection[str]] = {
            table: getattr(self, table).keys() | set(draft.unread.get(table, {}).values()) for table in _NOUNS
        }
        if draft.lots is None:
            buyers, services = self._names["buyers"], self._names["services"]
            self._names["lots"] = {lot_id(buyer, service) for buyer in buyers for service in services}
            if not {"buyers", "services"} <= draft.named:
                self._complete -= {"lots"}
        self._suggestions: dict[tuple[str, str], str] = {}

    def missing(self, table: str, name: str) -> str | None:
        """What to say of ``name`` if the table has no such id; None if it has, or may have."""
        if name in self._names[table] or table not in self._complete:
            return None
        return f"there is no {_NOUNS[table]} {shown(name)}{self.near(table, name, self._names[table])}"

    def near(self, sort: str, name: str, known: Collection[str]) -> str:
        """`` (did you mean "…"?)`` where one of those known is close to ``name``, else nothing; a few times only."""
        if len(self._suggestions) < MOST_SUGGESTIONS and (sort, name) not in self._suggestions:
            self._suggestions[sort, name] = suggestion(name, known)
        return self._suggestions.get((sort, name), "")
