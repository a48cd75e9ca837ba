"""Everything else in a case that names merged bidders."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from models import Bidder, Partner
from selector.scenarios.mergers.bidder import merged_bidder
from selector.scenarios.mergers.joined import Joined


def merged_bidders(joined: Joined) -> tuple[Bidder, ...]:
    """All bidders after a merger: what they become stands where the lead stood."""
    gone = frozenset(joined.merger.bidders) - {joined.lead.id}
    return tuple(
        merged_bidder(joined) if bidder.id == joined.lead.id else _with_partners(joined, bidder)
        for bidder in joined.case.bidders
        if bidder.id not in gone
    )


def _with_partners(joined: Joined, bidder: Bidder) -> Bidder:
    """A partnership of several of them has one partner with the shares of all."""
    if not any(partner.bidder in joined.merger.bidders for partner in bidder.partners):
        return bidder
    shares: dict[str, Decimal] = {}
    for partner in bidder.partners:
        name = joined.now(partner.bidder)
        shares[name] = shares.get(name, Decimal(0)) + partner.share
    partners = tuple(Partner.model_construct(bidder=name, share=share) for name, share in shares.items())
    return bidder.model_copy(update={"partners": partners})


def renamed(joined: Joined, gave_way: Mapping[str, str]) -> dict[str, Any]:
    """Tables that name bidders, or bids that gave way, with what has become of them."""
    case, now = joined.case, joined.now
    return {
        "buyers": tuple(
            buyer.model_copy(
                update={
                    "shortlist": None if buyer.shortlist is None else joined.each(buyer.shortlist),
                    "vetoes": joined.each(buyer.vetoes),
                }
            )
            for buyer in case.buyers
        ),
        "lots": case.lots
        and tuple(
            lot if lot.incumbent is None else lot.model_copy(update={"incumbent": now(lot.incumbent)})
            for lot in case.lots
        ),
        "vacancies": tuple(each.model_copy(update={"bidder": now(each.bidder)}) for each in case.vacancies),
        "frameworks": tuple(
            each.model_copy(update={"accredited": None if each.accredited is None else joined.each(each.accredited)})
            for each in case.frameworks
        ),
        "rules": tuple(
            rule.model_copy(update={"bidders": rule.bidders.model_copy(update={"ids": joined.each(rule.bidders.ids)})})
            for rule in case.rules
        ),
        "picks": tuple(each.model_copy(update={"bid": gave_way.get(each.bid, each.bid)}) for each in case.picks),
        "exclusions": tuple(
            each if each.bidder is None else each.model_copy(update={"bidder": now(each.bidder)})
            for each in case.exclusions
        ),
    }
