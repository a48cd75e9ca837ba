"""Frameworks and joint purchases held against the rest of the case."""

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


def joint_purchases(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Joint purchases of buyers, areas and regions that there are, at least two buyers together."""
    # Where a buyer cannot be read, neither can its area be told.
    complete = "buyers" in draft.named and not draft.unread.get("buyers")
    for position, purchase in draft.joint_purchases:
        here = ("joint_purchases", position)
        yield from listed(known, "buyers", (*here, "buyers"), purchase.buyers)
        yield from listed(known, "services", (*here, "services"), purchase.services or ())
        buyers = set(purchase.buyers)
        for field, noun, names in (("areas", "area", purchase.areas), ("regions", "region", purchase.regions)):
            for at, name in enumerate(names):
                found = {buyer.id for buyer in known.buyers.values() if getattr(buyer, noun) == name}
                buyers |= found
                if complete and not found:
                    yield Misfit((*here, field, at), f"there is no buyer in the {noun} {shown(name)}")
        if complete and len(buyers) < 2:
            yield Misfit(here, "has fewer than two buyers: alone nobody buys jointly")
