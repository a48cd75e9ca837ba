"""Areas, regions and neighbours held against the rest of the case."""

from collections.abc import Iterator

from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.references.misfit import Misfit


def neighbours(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Neighbours that there are, each pair of two."""
    if "buyers" not in draft.named or draft.unread.get("buyers"):
        return
    buyers = known.buyers.values()
    places = set(known.buyers) | {buyer.area for buyer in buyers} | {buyer.region for buyer in buyers}
    for position, pair in draft.neighbours:
        for at, name in enumerate(pair):
            if name not in places:
                yield Misfit(("neighbours", position, at), f"there is no buyer, area or region {shown(name)}")
        if pair[0] == pair[1]:
            yield Misfit(("neighbours", position), f"{shown(pair[0])} is a neighbour of itself")


def services(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Outposts in areas that there are; contiguity of places that buyers are in."""
    complete = "buyers" in draft.named and not draft.unread.get("buyers")
    areas = {buyer.area for buyer in known.buyers.values()}
    buyers_of: dict[str, list[str]] = {}
    for lot in known.tendered:
        buyers_of.setdefault(lot.service, []).append(lot.buyer)
    for position, service in draft.services:
        here = ("services", position)
        for area in service.outposts:
            if complete and area not in areas:
                yield Misfit((*here, "outposts", area), f"there is no buyer in the area {shown(area)}")
        contiguity = service.contiguity
        if contiguity is None:
            continue
        own = [known.buyers[name] for name in dict.fromkeys(buyers_of.get(service.id, ())) if name in known.buyers]
        if contiguity.of != "buyer":
            nowhere = [buyer.id for buyer in own if getattr(buyer, contiguity.of) is None]
            if nowhere:
                yield Misfit(
                    (*here, "contiguity", "of"),
                    f"needs the {contiguity.of} of every buyer: {shown(nowhere[0])} has none",
                )
        if contiguity.within_km is not None and own and all(buyer.lon is None or buyer.lat is None for buyer in own):
            yield Misfit(
                (*here, "contiguity", "within_km"), "needs the longitude and latitude of buyers: none has both"
            )
