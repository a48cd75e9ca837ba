"""The names of a case, fit to be shown."""

from collections.abc import Iterable, Mapping

from models import Bidder, Case
from selector.report.clean import clean, name_of
from selector.report.text import Quote

_FALLBACK = Quote("Buyer's own staff")


class Names:
    """Names by id. ``others`` are bidders besides, such as merged ones; an id that is unknown stands for itself."""

    def __init__(self, case: Case, others: Iterable[Bidder] = ()) -> None:
        self._buyers = {row.id: Quote(name_of(row.name, row.id)) for row in case.buyers}
        self._services = {row.id: Quote(name_of(row.name, row.id)) for row in case.services}
        self._bidders: Mapping[str, Quote] = {
            **{f"in-house:{row.id}": _FALLBACK for row in case.buyers},
            **{row.id: Quote(name_of(row.name, row.id)) for row in (*others, *case.bidders)},
        }

    def buyer(self, name: str) -> Quote:
        """Name of a buyer."""
        return self._buyers.get(name) or Quote(clean(name))

    def service(self, name: str) -> Quote:
        """Name of a service."""
        return self._services.get(name) or Quote(clean(name))

    def bidder(self, name: str) -> Quote:
        """Name of a bidder; a buyer that falls back on itself is none."""
        return self._bidders.get(name) or Quote(clean(name))
