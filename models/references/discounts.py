"""Discounts held against the rest of the case."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

from models.bid import Bid
from models.discount import Discount
from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.lot import Lot
from models.quantities import PENNY
from models.references.misfit import Misfit, listed
from models.service import Service

# The largest price of the most people has more digits than the 28 that arithmetic keeps otherwise.
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)


def discounts(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Discounts of bidders and services that there are, in one unit, and one for each service of a bidder."""
    first: dict[tuple[str, str], int] = {}
    for position, discount in draft.discounts:
        here = ("discounts", position)
        if message := known.missing("bidders", discount.bidder):
            yield Misfit((*here, "bidder"), message)
        yield from listed(known, "services", (*here, "services"), discount.services or ())
        scope = _scope(discount, known)
        if discount.by == "volume" and len({service.unit for service in scope}) > 1:
            yield Misfit((*here, "services"), _said(discount, "counted in different units: name those of one unit"))
        for service in scope:
            before = first.setdefault((discount.bidder, service.id), position)
            if before != position:
                both = f"also those of /discounts/{before}: a bidder has one discount for each service"
                yield Misfit((*here, "services"), _said(discount, f"{both} ({shown(service.id)} is in both)"))
                break


def _scope(discount: Discount, known: Known) -> list[Service]:
    names = known.services if discount.services is None else dict.fromkeys(discount.services)
    return [known.services[name] for name in names if name in known.services]


def _said(discount: Discount, of_services: str) -> str:
    """What is said of the services of a discount, which stand for all where it names none."""
    return f"is missing, and all services are {of_services}" if discount.services is None else f"are {of_services}"


def unit_discounts(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Discounts in pounds a unit that, with all others of their bidder, take no more off any bid than it asks for."""
    of_bidder: dict[str, list[Discount]] = {}
    for _, discount in draft.discounts:
        of_bidder.setdefault(discount.bidder, []).append(discount)
    by_unit = {name for name, given in of_bidder.items() if any(tier.per_unit for each in given for tier in each.tiers)}
    bids = _bids_by_service(draft, known) if by_unit else {}
    for position, discount in draft.discounts:
        if discount.bidder not in by_unit or discount.tiers[0].per_unit is None:
            continue
        scope = [(discount.bidder, service.id) for service in _scope(discount, known)]
        for bid in {bid.id: bid for key in scope for bid in bids.get(key, ())}.values():
            asked = _asked(bid, known, 1 if draft.horizon is None else draft.horizon.years)
            off = sum((_most_off(each, bid, asked, known) for each in of_bidder[discount.bidder]), Decimal(0))
            if _EXACT.quantize(off, PENNY) > asked:
                together = "" if len(of_bidder[discount.bidder]) == 1 else ", with the bidder's other discounts,"
                yield Misfit(
                    ("discounts", position, "tiers"),
                    f"take{together} up to {_pounds(off)} a year off bid {shown(bid.id)}, which asks for {_pounds(asked)}",
                )
                break


def incremental(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Incremental discounts on bids that run alike: their tiers are parts of one yearly price."""
    if all(discount.kind != "incremental" for _, discount in draft.discounts):
        return
    of_bidder: dict[str, list[Bid]] = {}
    for _, bid in draft.bids:
        of_bidder.setdefault(bid.bidder, []).append(bid)
    for position, discount in draft.discounts:
        if discount.kind != "incremental":
            continue
        within = [
            bid
            for bid in of_bidder.get(discount.bidder, ())
            if discount.services is None
            or any(name in known.lots and known.lots[name].service in discount.services for name in bid.lots)
        ]
        for bid in within:
            if bid.prices or bid.extension_price is not None:
                said = f"bid {shown(bid.id)} has prices of its own for some years"
            elif _course(bid, draft) != _course(within[0], draft):
                said = f"bids {shown(within[0].id)} and {shown(bid.id)} start on different days, or are indexed differently"
            else:
                continue
            yield Misfit(
                ("discounts", position, "kind"),
                f"incremental needs bids that run alike, as its tiers are parts of one yearly price: {said}",
            )
            break


def _course(bid: Bid, draft: Draft) -> tuple[object, ...]:
    """When a bid starts, and how its price rises."""
    first = None if draft.horizon is None else draft.horizon.start
    return (first if bid.start is None else bid.start, bid.indexation)


def _most_off(discount: Discount, bid: Bid, asked: Decimal, known: Known) -> Decimal:
    """The most that a discount may take off a bid in a year."""
    lots = [known.lots[name] for name in bid.lots]
    if not any(discount.services is None or lot.service in discount.services for lot in lots):
        return Decimal(0)
    rate = max(tier.rate or Decimal(0) for tier in discount.tiers)
    each = max(tier.per_unit or Decimal(0) for tier in discount.tiers)
    return _EXACT.add(_EXACT.multiply(rate, asked), _EXACT.multiply(each, _units(discount, bid, known)))


def _bids_by_service(draft: Draft, known: Known) -> dict[tuple[str, str], list[Bid]]:
    """By bidder and service: the bids for lots of it."""
    found: dict[tuple[str, str], list[Bid]] = {}
    for _, bid in draft.bids:
        lots = [known.lots.get(name) for name in bid.lots]
        # Where a lot or its buyer cannot be read, what the bid asks for cannot be told.
        if all(lot is not None and lot.buyer in known.buyers for lot in lots):
            for service in {lot.service for lot in lots if lot is not None}:
                found.setdefault((bid.bidder, service), []).append(bid)
    return found


def _units(discount: Discount, bid: Bid, known: Known) -> Decimal:
    """What a bid counts towards a discount by volume or lots."""
    lots = [known.lots[name] for name in bid.lots]
    within = [lot for lot in lots if discount.services is None or lot.service in discount.services]
    if discount.by == "lots":
        return Decimal(len(within))
    return sum((_volume(lot, known) for lot in within), Decimal(0))


def _volume(lot: Lot, known: Known) -> Decimal:
    return Decimal(known.buyers[lot.buyer].population) if lot.volume is None else lot.volume


def _asked(bid: Bid, known: Known, years: int) -> Decimal:
    """What a bid asks for in the year in which it asks for least, to a penny."""
    people = sum(known.buyers[name].population for name in {known.lots[name].buyer for name in bid.lots})
    least = min(price for price in (bid.price, bid.extension_price, *bid.prices.values()) if price is not None)
    price = _EXACT.multiply(least, Decimal(people)) if bid.price_basis == "head" else least
    # Where the price falls from year to year, the last year is the one that takes the least.
    falls = bid.indexation < 0 and years > 1
    fallen = _EXACT.power(1 + bid.indexation, years - 1) if falls else Decimal(1)
    return _EXACT.quantize(_EXACT.multiply(price, fallen), PENNY)


def _pounds(value: Decimal) -> str:
    to_penny = _EXACT.quantize(value, PENNY)
    return f"£{to_penny if value == to_penny else value:,f}"
