"""Discounts held against the rest of the case."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.lot import Lot
from models.references.misfit import Misfit, listed


def discounts(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Discounts of bidders and services that there are, in one unit, and one for each service of a bidder."""
    first: dict[tuple[str, str], int] = {}
    for position, discount in draft.discounts:
        here = ("discounts", position)
        if message := known.missing("bidders", discount.bidder):
            yield Misfit((*here, "bidder"), message)
        yield from listed(known, "services", (*here, "services"), discount.services or ())
        scope = [known.services[name] for name in discount.services or known.services if name in known.services]
        if discount.by == "volume" and len({service.unit for service in scope}) > 1:
            yield Misfit((*here, "services"), "are counted in different units, which have no volume in common")
        for service in dict.fromkeys(service.id for service in scope):
            before = first.setdefault((discount.bidder, service), position)
            if before != position:
                yield Misfit(
                    (*here, "services"),
                    f"overlap with those of /discounts/{before}: one discount of a bidder for each service"
                    f" ({shown(service)} is in both)",
                )
                break


def unit_discounts(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Discounts in pounds a unit that take no more off any bid than it asks for."""
    for position, discount in draft.discounts:
        most = max(tier.per_unit or Decimal(0) for tier in discount.tiers)
        for _, bid in draft.bids:
            if not most or bid.bidder != discount.bidder:
                continue
            lots = [known.lots[name] for name in bid.lots if name in known.lots]
            people = {lot.buyer: known.buyers[lot.buyer].population for lot in lots if lot.buyer in known.buyers}
            asked = bid.price * sum(people.values()) if bid.price_basis == "head" else bid.price
            units = sum(
                Decimal(1) if discount.by == "lots" else _volume(lot, people)
                for lot in lots
                if discount.services is None or lot.service in discount.services
            )
            if most * units > asked:
                yield Misfit(
                    ("discounts", position, "tiers"),
                    f"take more off bid {shown(bid.id)} than it asks for: {most} a unit",
                )
                break


def _volume(lot: Lot, people: Mapping[str, int]) -> Decimal:
    return Decimal(people.get(lot.buyer, 0)) if lot.volume is None else lot.volume
