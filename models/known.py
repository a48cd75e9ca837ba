"""What a draft knows by name, and the words for a name it does not know."""

from collections.abc import Collection

from models.draft import Draft
from models.faults import MOST_SUGGESTIONS, shown, suggestion
from models.tender import lot_id, tendered

_NOUNS = {"buyers": "buyer", "services": "service", "lots": "lot", "bidders": "bidder", "criteria": "criterion"}


class Known:
    """The rows of a draft by id, and the ids of those that cannot be read."""

    def __init__(self, draft: Draft) -> None:
        self.buyers = {row.id: row for _, row in draft.buyers}
        self.services = {row.id: row for _, row in draft.services}
        self.bidders = {row.id: row for _, row in draft.bidders}
        self.criteria = {row.id: row for _, row in draft.criteria}
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
        return f"there is no {_NOUNS[table]} {shown(name)}{self._suggestion(table, name)}"

    def _suggestion(self, table: str, name: str) -> str:
        if len(self._suggestions) < MOST_SUGGESTIONS and (table, name) not in self._suggestions:
            self._suggestions[table, name] = suggestion(name, self._names[table])
        return self._suggestions.get((table, name), "")
