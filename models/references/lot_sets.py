"""Sets of lots held against the rest of the case."""

from collections.abc import Iterator

from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.lot import Lot
from models.lot_set import LotSet
from models.references.misfit import Misfit, Path, listed, repeated


def lot_set(draft: Draft, known: Known, here: Path, lots: LotSet) -> Iterator[Misfit]:
    """Services, buyers, areas and regions that there are, with a lot among them."""
    amiss = [
        *listed(known, "services", (*here, "services"), lots.services),
        *listed(known, "buyers", (*here, "buyers"), lots.buyers),
        *_places(draft, known, here, lots),
    ]
    yield from amiss
    if not amiss and every_lot(draft) and next(held(known, lots), None) is None:
        yield Misfit(here, "holds no lot of this case: nobody there buys any of these services")


def _places(draft: Draft, known: Known, here: Path, lots: LotSet) -> Iterator[Misfit]:
    buyers = known.buyers.values()
    for noun, names in (("area", lots.areas), ("region", lots.regions)):
        yield from repeated((*here, f"{noun}s"), names)
        if not names or not draft.is_complete("buyers"):
            continue
        there = {getattr(buyer, noun) for buyer in buyers} - {None}
        for at, name in enumerate(names):
            if name not in there:
                said = f"there is no buyer in the {noun} {shown(name)}{known.near(noun, name, there)}"
                yield Misfit((*here, f"{noun}s", at), said)


def every_lot(draft: Draft) -> bool:
    """Whether every lot can be read, with its buyer and service."""
    listed = draft.lots is None or draft.is_complete("lots")
    return listed and draft.is_complete("buyers") and draft.is_complete("services")


def held(known: Known, lots: LotSet) -> Iterator[Lot]:
    """The lots of a set."""
    everywhere = not (lots.buyers or lots.areas or lots.regions)
    services, buyers, areas, regions = map(frozenset, (lots.services, lots.buyers, lots.areas, lots.regions))
    for lot in known.tendered:
        if services and lot.service not in services:
            continue
        buyer = known.buyers.get(lot.buyer)
        if (
            everywhere
            or lot.buyer in buyers
            or (buyer is not None and (buyer.area in areas or buyer.region in regions))
        ):
            yield lot
