"""Areas, regions and neighbours held against the rest of the case."""

from collections.abc import Collection, Iterator, Mapping

from models.buyer import Buyer
from models.contiguity import Contiguity
from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.references.misfit import Misfit
from models.service import Service


def neighbours(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Neighbours that there are: each pair two buyers, two areas or two regions."""
    if not draft.is_complete("buyers"):
        return
    buyers = known.buyers.values()
    places: dict[str, set[str | None]] = {
        "buyer": set(known.buyers),
        "area": {buyer.area for buyer in buyers},
        "region": {buyer.region for buyer in buyers},
    }
    for position, pair in draft.neighbours:
        sorts = [{sort for sort, names in places.items() if name in names} for name in pair]
        for at, name in enumerate(pair):
            if not sorts[at]:
                yield Misfit(("neighbours", position, at), f"there is no buyer, area or region {shown(name)}")
        if pair[0] == pair[1]:
            yield Misfit(("neighbours", position), f"{shown(pair[0])} is a neighbour of itself")
        elif all(sorts) and not sorts[0] & sorts[1]:
            one, other = (f"the {min(sort)} {shown(name)}" for sort, name in zip(sorts, pair, strict=True))
            yield Misfit(
                ("neighbours", position),
                f"pairs {one} with {other}: buyers, areas and regions each border on their like",
            )


def services(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Outposts in areas that there are; contiguity of places that buyers are in."""
    complete = draft.is_complete("buyers")
    areas = {buyer.area for buyer in known.buyers.values()}
    buyers = _buyers_by_service(known)
    for position, service in draft.services:
        here = ("services", position)
        for area in service.outposts:
            if complete and area not in areas:
                yield Misfit((*here, "outposts", area), f"there is no buyer in the area {shown(area)}")
        for field, message in _contiguity(
            service, buyers.get(service.id, {}), known.buyers.values(), complete and draft.is_complete("lots")
        ):
            yield Misfit((*here, "contiguity", field), message)


def _contiguity(
    service: Service, buyers: Mapping[str, Buyer], every: Collection[Buyer], all_known: bool
) -> Iterator[tuple[str, str]]:
    """The fields of a service's contiguity that its buyers leave without meaning, and why."""
    contiguity = service.contiguity
    if contiguity is None:
        return
    if contiguity.of != "buyer":
        nowhere = [name for name, buyer in buyers.items() if getattr(buyer, contiguity.of) is None]
        if nowhere:
            yield "of", f"needs the {contiguity.of} of every buyer: {shown(nowhere[0])} has none"
    # Who buys nothing of the service still says where its area or region is.
    places = {_place(buyer, contiguity) for buyer in buyers.values()}
    placed = any(
        buyer.lon is not None and buyer.lat is not None for buyer in every if _place(buyer, contiguity) in places
    )
    if contiguity.within_km is not None and buyers and all_known and not placed:
        yield "within_km", "needs the longitude and latitude of buyers: none has both"


def _place(buyer: Buyer, contiguity: Contiguity) -> str | None:
    return {"buyer": buyer.id, "area": buyer.area, "region": buyer.region}[contiguity.of]


def _buyers_by_service(known: Known) -> dict[str, dict[str, Buyer]]:
    """The buyers of the lots of each service, each once."""
    found: dict[str, dict[str, Buyer]] = {}
    for lot in known.tendered:
        if lot.buyer in known.buyers:
            found.setdefault(lot.service, {})[lot.buyer] = known.buyers[lot.buyer]
    return found
