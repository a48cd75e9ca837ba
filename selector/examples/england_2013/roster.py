"""Who bids in a case: everybody of England, or a balanced choice of a stated number near a place."""

from collections.abc import Iterator
from itertools import cycle

from models import BidderKind
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.councils import councils
from selector.examples.england_2013.csus import by_distance, csus
from selector.examples.england_2013.firms import firms
from selector.examples.england_2013.in_house import bids_itself, own_staff, selling_staff
from selector.examples.england_2013.partnerships import partners_only, partnership, partnerships
from selector.examples.england_2013.supplier import Supplier
from selector.examples.england_2013.voluntary import voluntary_bodies

Roster = tuple[Supplier, ...]

# The mix in which a choice of bidders is dealt: of twelve, five NHS units, three firms and one of every other kind.
_DEAL: tuple[BidderKind, ...] = (
    "nhs_csu",
    "private",
    "nhs_csu",
    "partnership",
    "private",
    "nhs_csu",
    "voluntary",
    "nhs_csu",
    "local_authority",
    "private",
    "nhs_csu",
    "in_house",
)


def everybody(group: tuple[Ccg, ...], seed: int) -> Roster:
    """All who may bid to a group of CCGs."""
    own = tuple(selling_staff(ccg) for ccg in group if bids_itself(ccg, seed))
    lesser = partners_only()
    together = partnerships(csus(), (*firms(), *lesser))
    return (*csus(), *firms(), *together, *voluntary_bodies(), *councils(), *own, *lesser)


def chosen(group: tuple[Ccg, ...], number: int) -> Roster:
    """Exactly ``number`` suppliers, of all kinds in turn; the first is an NHS unit.

    ``group`` starts at its centre and has the nearest to it first, as the suppliers then have.

    Raises
    ------
    ValueError
        if there are not so many.
    """
    units = by_distance(csus(), group[0].place)
    of_area = {area: council for council in councils() for area in council.home}
    local = [of_area[area] for area in dict.fromkeys(ccg.area for ccg in group)]
    regions = {ccg.region for ccg in group}
    queues: dict[BidderKind, Iterator[Supplier]] = {
        "nhs_csu": iter(units),
        "private": iter(firms()),
        # Each pairs a unit and a firm that have been dealt before it.
        "partnership": (partnership(unit, firm) for unit, firm in zip(units, firms(), strict=False)),
        "voluntary": iter([body for body in voluntary_bodies() if not body.home or body.home & regions]),
        "local_authority": iter(local),
        "in_house": iter([own_staff(ccg) for ccg in group]),
    }
    dealt: list[Supplier] = []
    empty: set[BidderKind] = set()
    kinds = cycle(_DEAL)
    while len(dealt) < number:
        kind = next(kinds)
        supplier = next(queues[kind], None)
        if supplier is not None:
            dealt.append(supplier)
        else:
            empty.add(kind)
        if len(empty) == len(queues):
            raise ValueError(f"there are only {len(dealt)} bidders for {len(group)} buyers; {number} were asked for")
    return tuple(dealt)
