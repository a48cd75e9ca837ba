"""What is bought: the services that the extension lists, and those that classifications of items name."""

from selector.files.ocds.draft import Draft
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.origin import Path
from selector.files.ocds.view import View


class Services:
    """The services of the case, as lots come to name them."""

    def __init__(self, release: View, tender: View, draft: Draft) -> None:
        self._draft = draft
        self._tender = tender
        self._known: set[str] = set()
        extension = release.view(KEY)
        # Where there are none, it is because no lot could be read.
        draft.put("services", [], tender.at("lots" if tender.has("lots") else "id"))
        for row in extension.views("services"):
            draft.add("services", row.path, row, {})
            if (name := row.id()) is not None:
                self._known.add(name)
        self._items: dict[str | None, list[View]] = {}
        for item in tender.views("items"):
            self._items.setdefault(item.id("relatedLot"), []).append(item)

    def of(self, lot: View, extension: View, name: str) -> tuple[str, Path]:
        """The service of a lot: as the extension says, as its items are classified, else the lot itself."""
        if (stated := extension.id("service")) is not None:
            return stated, extension.at("service")
        # Items of a tender without lots name none.
        items = self._items.get(None if lot.path == self._tender.path else name, [])
        found: dict[str, View] = {}
        for item in items:
            classification = item.view("classification")
            code = classification.id()
            if code is not None:
                scheme = classification.text("scheme")
                found.setdefault(f"{scheme}-{code}" if scheme else code, classification)
        if len(found) == 1:
            service, classification = next(iter(found.items()))
            self._add(service, classification, classification.line("description"))
            return service, classification.at("id")
        if len(found) > 1:
            listed = ", ".join(found)
            lot.fault(f"is missing: the items of the lot are of several classes ({listed})", KEY, "service")
            return name, lot.at(KEY, "service")
        lot.log.tally(
            ("lot names no service and is a service of its own", "lots name no service and are services of their own"),
            name,
        )
        self._add(name, lot, lot.line("title"))
        return name, lot.at(KEY, "service")

    def _add(self, service: str, owner: View, name: str | None) -> None:
        if service not in self._known:
            self._known.add(service)
            nothing = View({}, (KEY, "services"), owner.log)
            self._draft.add(
                "services",
                owner.path,
                nothing,
                {"id": (service, owner.at("id")), "name": (name or service, owner.path)},
            )
