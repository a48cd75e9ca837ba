"""The bids of merged bidders, as bids of one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from models import Bid
from models.faults import shown
from selector.scenarios.mergers.joined import Joined
from selector.scenarios.mergers.mean_bid import mean_bid

MILLIONTH = Decimal("0.000001")
"""To which prices are told."""


def merged_bids(joined: Joined) -> tuple[tuple[Bid, ...], Mapping[str, str]]:
    """All bids after a merger; and by the id of each that gave way, that of the bid that stands in its place."""
    groups = _groups(joined)
    stands, gave_way = _standing(joined)
    found = []
    for bid in joined.case.bids:
        if bid.id in gave_way:
            continue
        if bid.bidder not in joined.merger.bidders:
            found.append(bid)
            continue
        group = groups.get((bid.bidder, bid.exclusive_group or ""), bid.exclusive_group)
        found.append(_changed(joined, stands.get(bid.id, bid), group))
    return tuple(found), gave_way


def _changed(joined: Joined, bid: Bid, group: str | None) -> Bid:
    factor = 1 + joined.merger.price_change

    def price(before: Decimal) -> Decimal:
        return (before * factor).quantize(MILLIONTH, ROUND_HALF_UP)

    return bid.model_copy(
        update={
            "bidder": joined.id,
            "exclusive_group": group,
            "price": price(bid.price),
            "prices": {year: price(each) for year, each in bid.prices.items()},
            "extension_price": None if bid.extension_price is None else price(bid.extension_price),
        }
    )


def _groups(joined: Joined) -> Mapping[tuple[str, str], str]:
    """New names for exclusive groups of which several of them have one of the same name: they stay apart."""
    own = dict.fromkeys(
        (bid.bidder, bid.exclusive_group)
        for bid in joined.case.bids
        if bid.bidder in joined.merger.bidders and bid.exclusive_group is not None
    )
    taken = Counter(group for _, group in own)
    renamed = {}
    for bidder, group in own:
        if taken[group] > 1:
            name = f"{group} ({bidder})"
            while name in taken:
                name += "'"
            taken[name] = 1
            renamed[bidder, group] = name
    return renamed


def _standing(joined: Joined) -> tuple[Mapping[str, Bid], Mapping[str, str]]:
    """What stands for the same lots: the bids that change, by id; and which stands for each that gave way."""
    stands: dict[str, Bid] = {}
    gave_way: dict[str, str] = {}
    if joined.merger.prices == "own":
        return stands, gave_way
    for bids in _for_the_same_lots(joined):
        _check(joined, bids)
        if joined.merger.prices == "mean":
            chosen = mean_bid(joined, bids)
        else:
            pick = min if joined.merger.prices == "lowest" else max
            chosen = pick(bids, key=lambda bid: _list_price(joined, bid))
        stands[chosen.id] = chosen
        gave_way |= {bid.id: chosen.id for bid in bids if bid.id != chosen.id}
    return stands, gave_way


def _for_the_same_lots(joined: Joined) -> Sequence[Sequence[Bid]]:
    """The bids of several of them for the same set of lots, those of the lead first."""
    order = {name: position for position, name in enumerate(joined.merger.bidders)}
    by_lots: dict[frozenset[str], list[Bid]] = {}
    for bid in joined.case.bids:
        if bid.bidder in order:
            by_lots.setdefault(frozenset(bid.lots), []).append(bid)
    return [
        sorted(bids, key=lambda bid: order[bid.bidder])
        for bids in by_lots.values()
        if len({bid.bidder for bid in bids}) > 1
    ]


def _check(joined: Joined, bids: Sequence[Bid]) -> None:
    names = {bid.id for bid in bids}
    for exclusion in joined.case.exclusions:
        if exclusion.bid in names:
            raise joined.refusal(
                f"exclusion {shown(exclusion.id)} leaves out bid {shown(exclusion.bid)}, of which and others only one is to"
                " stand: remove the bid, or the exclusion, in the patch"
            )


def _list_price(joined: Joined, bid: Bid) -> Decimal:
    """Pounds a year."""
    if bid.price_basis == "year":
        return bid.price
    return bid.price * sum(people for _, people in {joined.people[lot] for lot in bid.lots})
