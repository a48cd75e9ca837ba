"""Joint purchases held against the rest of the case."""

from collections.abc import Iterator

from models.draft import Draft
from models.faults import shown
from models.joint_purchase import JointPurchase
from models.known import Known
from models.references.misfit import Misfit, Path, listed


def joint_purchases(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Joint purchases of buyers, areas and regions that there are, at least two buyers together."""
    # Where a buyer cannot be read, neither can its area be told.
    complete = draft.is_complete("buyers")
    buyers_in: dict[tuple[str, str], set[str]] = {}
    for buyer in known.buyers.values():
        for noun, name in (("area", buyer.area), ("region", buyer.region)):
            if name is not None:
                buyers_in.setdefault((noun, name), set()).add(buyer.id)
    for position, purchase in draft.joint_purchases:
        here = ("joint_purchases", position)
        yield from listed(known, "buyers", (*here, "buyers"), purchase.buyers)
        yield from listed(known, "services", (*here, "services"), purchase.services or ())
        buyers = set(purchase.buyers)
        nowhere = False
        for path, noun, name in _places(purchase):
            found = buyers_in.get((noun, name), set())
            buyers |= found
            if complete and not found:
                nowhere = True
                yield Misfit((*here, *path), f"there is no buyer in the {noun} {shown(name)}")
        if complete and not nowhere and len(buyers) < 2:
            yield Misfit(here, "has fewer than two buyers: alone nobody buys jointly")


def _places(purchase: JointPurchase) -> Iterator[tuple[Path, str, str]]:
    """Where each area and region is listed, what it is, and its name."""
    for field, noun, names in (("areas", "area", purchase.areas), ("regions", "region", purchase.regions)):
        for at, name in enumerate(names):
            yield (field, at), noun, name
