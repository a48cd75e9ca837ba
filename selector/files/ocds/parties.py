"""The organisations of a release: who buys, and who bids."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.faults import shown
from selector.files.ocds.draft import Draft
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.origin import Path
from selector.files.ocds.view import View

_BIDS = ("tenderer", "supplier")


class Parties:
    """The parties by id, and what each is."""

    def __init__(self, release: View, tender: View) -> None:
        self._release = release
        self._views: dict[str, View] = {}
        self._roles: dict[str, set[str]] = {}
        for party in release.views("parties"):
            name = party.id()
            if name is None:
                party.fault("is missing", "id")
            elif name in self._views:
                party.fault(f"{shown(name)} is already the id of {release.log.pointer(self._views[name].path)}", "id")
            else:
                self._views[name] = party
                self._roles[name] = {role for role, _ in party.texts("roles")}
        self._referred(release, "buyer", "buyer")
        for lot in tender.views("lots"):
            self._referred(lot, "buyer", "buyer")
        if not self._of("buyer"):
            self._referred(tender, "procuringEntity", "procuringEntity")
        for party in self._views.values():
            party.view(KEY)  # a block that is no object is told, whoever it belongs to

    def _referred(self, holder: View, key: str, role: str) -> None:
        name = holder.view(key).id()
        if name is None:
            return
        if name in self._views:
            self._roles[name].add(role)
        else:
            holder.fault(f"there is no party {shown(name)}", key, "id")

    def _of(self, *roles: str) -> list[str]:
        return [name for name in self._views if not self._roles[name].isdisjoint(roles)]

    @property
    def buyers(self) -> list[str]:
        """Ids of those who buy: with the role buyer or, where nobody has it, the procuring entity."""
        return self._of("buyer") or self._of("procuringEntity")

    def known(self, name: str) -> bool:
        """Whether there is such a party."""
        return name in self._views

    def kind(self, name: str) -> Any:
        """What sort of body a bidder is, as stated."""
        return self._views[name].view(KEY).view("bidder").value.get("kind") if name in self._views else None

    def add_buyers(self, draft: Draft) -> None:
        """Put the buyers into the case."""
        draft.put("buyers", [], self._release.at("parties"))
        for name in self.buyers:
            self._add(draft, "buyers", name, "buyer")
        if not self.buyers:
            self._release.fault("must have at least one party with the role buyer", "parties")

    def add_bidders(self, draft: Draft, bidding: Iterable[str]) -> None:
        """Put into the case those who bid, and those of whom the extension says something as bidders."""
        draft.put("bidders", [], self._release.at("parties"))
        wanted = set(bidding)
        for name, party in self._views.items():
            if name in wanted or party.view(KEY).has("bidder"):
                self._add(draft, "bidders", name, "bidder")
            elif not self._roles[name].isdisjoint(_BIDS):
                party.log.tally(
                    ("party has no bid that counts and stays out", "parties have no bid that counts and stay out"), name
                )

    def _add(self, draft: Draft, table: str, name: str, role: str) -> None:
        party = self._views[name]
        extension = party.view(KEY).view(role)
        for key in ("id", "name"):
            if extension.has(key):
                extension.fault(f"is not a field here: the {key} is that of the party", key)
        rest = {key: value for key, value in extension.value.items() if key not in ("id", "name")}
        title = party.line("name") or party.view("identifier").line("legalName")
        own: Mapping[str, tuple[Any, Path]] = {"id": (name, party.at("id")), "name": (title, party.at("name"))}
        draft.add(table, party.path, View(rest, extension.path, party.log), own)
