"""Why no award keeps one member, whatever else is given up."""

from decimal import Decimal

from selector.decide.market import Market
from selector.decide.member import Member
from selector.decide.members.rules import RULE
from selector.decide.reasons.competition import too_few as too_few_compete
from selector.decide.reasons.joint import nobody_bids_for_all
from selector.decide.reasons.lots import too_few as too_few_lots
from selector.decide.words import amount
from selector.verify.words import count

_FEWER = ("providers", "lots", "lots a month", "bidders", "buyers", "people")

# Where a rule holds for each of these, what an award has is what the least of them has.
_EACH = {
    "floor": "provider",
    "floor_by_kind": "such provider",
    "minimum": "accepted bid",
    "min_quality": "accepted bid",
}


def alone(market: Market, member: Member, reach: Decimal | None) -> str:
    """The sentence; ``reach`` is what its limit would have to be."""
    return f"{member.sentence.removesuffix('.')}; {_why(market, member, reach)}."


def _why(market: Market, member: Member, reach: Decimal | None) -> str:
    special = _special(market, member, reach)
    if special is not None:
        return special
    if reach is None:
        return "no award can keep this"
    if member.family == "viability":
        return f"it can come to {amount(reach, member.unit)} at the most"
    if member.family == "max_lots":
        return f"in each award some bidder wins {reach:,} or more"
    each = _holds_for_each(market, member)
    if each is not None:
        or_less = " or less" if reach else ""
        beyond = or_less if member.sense == "at least" else " or more"
        return f"in each award some {each} has {amount(reach, member.unit)}{beyond}"
    if member.sense == "at least":
        return f"no award has more than {amount(reach, member.unit)}"
    less = "fewer" if member.unit in _FEWER else "less"
    return f"no award needs {less} than {amount(reach, member.unit)}"


def _holds_for_each(market: Market, member: Member) -> str | None:
    """What a rule holds for one by one; None where it holds for an award as a whole."""
    if member.family == "quality_standard":
        return "provider" if market.service(member).shape == "plural" else None
    if member.family == RULE:
        return " and ".join(market.ledger.case.rules[int(member.path[1])].per) or None
    return _EACH.get(member.family)


def _special(market: Market, member: Member, reach: Decimal | None) -> str | None:
    """What the family of the member allows to say, if that is so."""
    match member.family:
        case "shape":
            return _no_shape(market, member)
        case "floor" | "floor_by_kind":
            return _too_high(market, member)
        case "joint":
            return nobody_bids_for_all(market, member)
        case "contiguity":
            return "in each award the ground of some provider falls into pieces"
        case "partner_only" | "framework":
            return _nobody_else(market, member)
        case "rule" if member.limit is None:
            return "every award breaks it"
        case "pick":
            return "no award accepts it"
        case "exclusion":
            return _nobody_else(market, member)
        case "competition":
            return too_few_compete(market, member, reach)
        case "max_lots":
            sentence = too_few_lots(market, [member])
            return None if sentence is None else f"{sentence[0].lower()}{sentence[1:]}".removesuffix(".")
    return None


def _too_high(market: Market, member: Member) -> str | None:
    service = market.service(member)
    total = market.volume(service)
    if member.limit is None or total >= member.limit or market.some_serve_elsewhere(service):
        return None
    return f"the buyers in this case have {amount(total, member.unit)}"


def _nobody_else(market: Market, member: Member) -> str | None:
    """A lot that is left without a bid."""
    left = market.bidding_without([member.name])
    lot = next((lot for lot, bidders in left.items() if not bidders), None)
    return None if lot is None else f"nobody else bids for {market.name(lot)}"


def _no_shape(market: Market, member: Member) -> str:
    """Why no award can have a shape, whatever else is given up."""
    service = market.service(member)
    lots = market.of(service.id)
    of_bidder: dict[str, int] = {}
    for lot in lots:
        for bidder in market.bidding[lot]:
            of_bidder[bidder] = of_bidder.get(bidder, 0) + 1
    if service.shape == "plural" and min(len(lots), len(of_bidder)) < 2:
        return f"it has {count(len(lots), 'lot')} and {count(len(of_bidder), 'bidder')}"
    if service.shape == "single" and max(of_bidder.values()) < len(lots):
        return f"of its {count(len(lots), 'lot')} no bidder bids for more than {max(of_bidder.values()):,}"
    if service.shape == "network" and not _group_bids_for_all(market, lots):
        return "no group bids for all of it"
    return "no award can keep this"


def _group_bids_for_all(market: Market, lots: list[str]) -> bool:
    bidders = market.tender.bidders
    groups = [
        {("group", bidders[name].group) if bidders[name].group else ("bidder", name) for name in market.bidding[lot]}
        for lot in lots
    ]
    return bool(set.intersection(*groups))
