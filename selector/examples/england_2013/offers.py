"""Who bids for which lot."""

from collections.abc import Container, Iterator

from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.csus import by_distance
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.delivery import CENTRAL
from selector.examples.england_2013.draw import Stream
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier

# NHS units bid near home; for services bought at scale they go further afield.
_UNITS_NEAR = {"local": 6, "national": 8}
_PARTNERSHIP_REACH_KM = 110.0

# How likely one that could bid for a lot does. An incumbent always does, and so does whoever offers its own work.
_LIKELY = {
    "nhs_csu": 0.88,
    "private": 0.92,
    "voluntary": 0.85,
    "local_authority": 0.85,
    "in_house": 1.0,
    "partnership": 0.95,
}


def bidders_for(cut: Cut, ccg: Ccg, line: Line) -> Iterator[Supplier]:
    """The suppliers that bid for one lot; the incumbent, if there is one, is always among them."""
    incumbent = cut.incumbents.get(ccg.ods)
    near = {unit.id for unit in by_distance(cut.units, ccg.place)[: _UNITS_NEAR[line.scale]]}
    for supplier in cut.roster:
        if line.id not in supplier.offers:
            continue
        if supplier == incumbent:
            yield supplier
        elif line.shape == "single":
            # Only who can take on all of it has something to offer.
            if supplier.id in CENTRAL:
                yield supplier
        elif in_reach(supplier, ccg, near):
            draw = Stream(cut.seed, "bids", supplier.id, ccg.ods, line.id)
            if draw.chance(_LIKELY[supplier.kind]):
                yield supplier


def in_reach(supplier: Supplier, ccg: Ccg, near: Container[str]) -> bool:
    """Whether a supplier could work for a buyer, ``near`` being the NHS units that are near enough."""
    if supplier.kind == "nhs_csu":
        return supplier.id in near
    if supplier.kind == "in_house":
        return supplier.buyer == ccg.ods or ccg.ods in supplier.sells_to
    if supplier.seat is not None:
        return supplier.seat.km_to(ccg.place) <= _PARTNERSHIP_REACH_KM
    return not supplier.home or bool({ccg.area, ccg.region} & supplier.home)
