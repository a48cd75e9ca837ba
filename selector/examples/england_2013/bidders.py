"""Suppliers as the bidders of a case: charges, capacities, and what they serve outside it. Synthetic.

Scale is bought together with the rest of the country. Where a case is only a part of it, each bidder for a national
service is taken to hold outside the case what the floor asks there in proportion to people: for four-fifths of England
outside, four-fifths of the floor. Likewise capacities are those of the whole country in proportion, and an NHS unit has
four-fifths of its home outside the case as buyers.
"""

from decimal import Decimal

from models import Bidder, Partner
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.delivery import CENTRAL
from selector.examples.england_2013.draw import Stream, rounded
from selector.examples.england_2013.hosting import HOSTED
from selector.examples.england_2013.mobilisation import mobilisation
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier

_HOME_KEPT = 0.8
# A unit's capacity for a service, as a multiple of the people of its home.
_ROOM = (1.4, 3.2)
_ROOM_FOR_ALL = (1.02, 1.4)
# Share of the people of its home outside the case that another bidder serves there.
_SERVED = {"private": 0.04, "partnership": 0.01, "voluntary": 0.02, "local_authority": 0.5}

# A service's set-up charge is so many heads' yearly price.
_SETUP_HEADS = {
    "nhs_csu": (12_000, 28_000),
    "private": (20_000, 50_000),
    "voluntary": (15_000, 40_000),
    "local_authority": (15_000, 40_000),
    "partnership": (20_000, 40_000),
}
_OVERHEAD = {
    "nhs_csu": (40_000, 80_000),
    "private": (30_000, 70_000),
    "voluntary": (10_000, 40_000),
    "local_authority": (15_000, 50_000),
    "partnership": (20_000, 60_000),
}

# Most work over all services, as a share of all the case's; for these three only.
_MOST_WORK = {"capita": 0.05, "optum": 0.06, "example-care-charity": 0.02}
_SELLER_ROOM = (1.4, 2.0)
_OUTPOST_COST = (36_000, 50_000)  # £ a year a WTE

# An NHS unit short of staff to grow: of what its home needs.
_SHORT_OF_STAFF, _GROWTH = 0.35, (1.02, 1.15)


def bidder(cut: Cut, supplier: Supplier, wte: dict[str, Decimal]) -> Bidder:
    """A supplier as a bidder; ``wte`` is the work that each CCG's lots take, and of staff of a unit that no CCG has alone."""
    offered = tuple(line for line in cut.lines if line.id in supplier.offers)
    if supplier.kind == "in_house":
        return Bidder(
            id=supplier.id,
            name=supplier.name,
            kind=supplier.kind,
            buyer=supplier.buyer,
            tags=supplier.tags,
            capacity=_room_of_its_own(cut, supplier, offered) if supplier.sells_to else {},
        )
    draw = Stream(cut.seed, "bidder", supplier.id)
    overhead = int(draw.uniform(*_OVERHEAD[supplier.kind]) / 1000) * 1000
    low, high = _SETUP_HEADS[supplier.kind]
    return Bidder(
        id=supplier.id,
        name=supplier.name,
        kind=supplier.kind,
        group=supplier.group,
        tags=supplier.tags,
        overhead=Decimal(overhead),
        setup={
            line.id: Decimal(
                int(line.price * Stream(cut.seed, "setup", supplier.id, line.id).uniform(low, high) / 100) * 100
            )
            for line in offered
        },
        capacity={line.id: Decimal(_capacity(cut, supplier, line)) for line in offered},
        capacity_wte=_capacity_wte(cut, supplier, wte),
        served_elsewhere=_served_elsewhere(cut, supplier),
        served_elsewhere_by_service=_floors_met_elsewhere(cut, supplier, offered),
        partners=tuple(Partner(bidder=partner, share=share) for partner, share in supplier.partners),
        partner_only=supplier.partner_only,
        outpost_cost={line.id: _outpost_cost(cut, supplier) for line in offered if line.people_per_outpost},
        hosting=HOSTED if supplier.kind == "nhs_csu" and not cut.plain else None,
        mobilisation=mobilisation(cut, supplier),
    )


def _room_of_its_own(cut: Cut, supplier: Supplier, offered: tuple[Line, ...]) -> dict[str, Decimal]:
    """Who sells its own staff's work has room for its own people and some of its neighbours'."""
    own = next(ccg.people for ccg in cut.group if ccg.ods == supplier.buyer)
    draws = {line.id: Stream(cut.seed, "capacity", supplier.id, line.id) for line in offered}
    return {name: Decimal(_thousands(own * draw.uniform(*_SELLER_ROOM))) for name, draw in draws.items()}


def _outpost_cost(cut: Cut, supplier: Supplier) -> Decimal:
    """What a person on the spot costs, with office and travel."""
    return Decimal(int(Stream(cut.seed, "outpost", supplier.id).uniform(*_OUTPOST_COST) / 100) * 100)


def _capacity(cut: Cut, supplier: Supplier, line: Line) -> int:
    """People a bidder can serve in the case in one service, to the thousand."""
    draw = Stream(cut.seed, "capacity", supplier.id, line.id)
    if line.shape == "single" and supplier.id in CENTRAL:
        return _thousands(cut.people * draw.uniform(*_ROOM_FOR_ALL))
    if supplier.kind == "nhs_csu":
        inside, outside = cut.people_inside(supplier), cut.people_outside(supplier)
        most = (inside + outside) * draw.uniform(*_ROOM) - _HOME_KEPT * outside
        if line.scale == "national":
            most = max(most, 1.5 * inside, draw.uniform(6e6, 9e6) * cut.share)
        # A unit can always keep its own, and take some more.
        return _thousands(max(most, 1.1 * inside))
    millions = {
        "private": (8.0, 13.0) if line.scale == "national" else (9.0, 18.0),
        "partnership": (6.0, 8.0) if line.scale == "national" else (3.0, 6.0),
        "voluntary": (5.0, 10.0),
        "local_authority": (4.0, 8.0),
    }[supplier.kind]
    # However small the case, it is worth their while to be able to take on any one CCG.
    largest = max(ccg.people for ccg in cut.group)
    return _thousands(max(draw.uniform(*millions) * 1e6 * cut.share, 1.2 * largest))


def _thousands(people: float) -> int:
    return -int(-people // 1000) * 1000


def _capacity_wte(cut: Cut, supplier: Supplier, wte: dict[str, Decimal]) -> Decimal | None:
    if supplier.id in _MOST_WORK:
        return rounded(float(sum(wte.values(), Decimal(0))) * _MOST_WORK[supplier.id], 0)
    own = sum((wte[ccg.ods] for ccg in cut.group if cut.incumbents[ccg.ods] == supplier), Decimal(0))
    own += wte.get(supplier.id, Decimal(0))
    draw = Stream(cut.seed, "work", supplier.id)
    if supplier.kind == "nhs_csu" and own and draw.chance(_SHORT_OF_STAFF):
        return rounded(float(own) * draw.uniform(*_GROWTH), 0)
    return None


def _served_elsewhere(cut: Cut, supplier: Supplier) -> int:
    outside = cut.people_outside(supplier)
    return int(outside * (_HOME_KEPT if supplier.kind == "nhs_csu" else _SERVED[supplier.kind]))


def _floors_met_elsewhere(cut: Cut, supplier: Supplier, offered: tuple[Line, ...]) -> dict[str, Decimal]:
    if cut.national:
        return {}
    floors = {line.id: _floor(line, supplier) for line in offered if line.scale == "national"}
    return {service: rounded(floor * (1 - cut.share), 0) for service, floor in floors.items() if floor}


def _floor(line: Line, supplier: Supplier) -> int:
    if supplier.kind == "voluntary" and line.voluntary_floor is not None:
        return line.voluntary_floor
    return line.floor
