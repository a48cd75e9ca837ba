"""The staff of merged bidders: they work where they worked."""

from collections.abc import Mapping
from decimal import Decimal

from models import Lot, LotShare, StaffGroup
from selector.scenarios.mergers.joined import Joined

_WHOLE = 10**6  # shares are told to a millionth


def merged_staff(joined: Joined) -> tuple[StaffGroup, ...]:
    """All staff groups after a merger.

    A group that works on all lots of its employer would work on those of the others too: it says instead which lots
    are its own, and its share of each.
    """
    lots: dict[str, list[Lot]] = {name: [] for name in joined.merger.bidders}
    for lot in joined.case.tendered:
        if lot.incumbent in lots:
            lots[lot.incumbent].append(lot)
    several = sum(map(bool, lots.values())) > 1
    return tuple(
        _group(joined, group, lots[group.employer], several) if group.employer in lots else group
        for group in joined.case.staff_groups
    )


def _group(joined: Joined, group: StaffGroup, own: list[Lot], several: bool) -> StaffGroup:
    shares = _shares(joined, own) if several and not group.lots else {}
    listed = tuple(LotShare(lot=name, share=Decimal(share) / _WHOLE) for name, share in shares.items() if share)
    return group.model_copy(update={"employer": joined.id, "lots": listed or group.lots})


def _shares(joined: Joined, lots: list[Lot]) -> Mapping[str, int]:
    """Of each lot its part of the size of all, in millionths that come to one whole."""
    units = {service.id: service.unit for service in joined.case.services}
    people = {buyer.id: Decimal(buyer.population) for buyer in joined.case.buyers}
    alike = len({units[lot.service] for lot in lots}) == 1
    sizes = {lot.id: lot.volume if alike and lot.volume is not None else people[lot.buyer] for lot in lots}
    total = sum(sizes.values(), Decimal(0))
    shares = {name: int(size * _WHOLE // total) for name, size in sizes.items()}
    left = sorted(sizes, key=lambda name: -(sizes[name] * _WHOLE % total))
    for name in left[: _WHOLE - sum(shares.values())]:
        shares[name] += 1
    return shares
