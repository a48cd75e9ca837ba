"""Frameworks held against the rest of the case."""

from collections.abc import Iterator

from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.references.misfit import Misfit, listed


def frameworks(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Frameworks for services and of bidders that there are, one for each service."""
    first: dict[str, int] = {}
    for position, framework in draft.frameworks:
        here = ("frameworks", position)
        yield from listed(known, "services", (*here, "services"), framework.services)
        yield from listed(known, "bidders", (*here, "accredited"), framework.accredited or ())
        for at, service in enumerate(framework.services):
            before = first.setdefault(service, position)
            if before != position:
                yield Misfit(
                    (*here, "services", at), f"{shown(service)} is already called off under /frameworks/{before}"
                )
