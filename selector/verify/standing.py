"""Bids of bidders that may not win them: not by themselves, not under a framework, not without competition."""

from collections.abc import Iterator

from models import Bid, Reason
from selector.verify.tender import Tender
from selector.verify.won import named
from selector.verify.words import count


def standing(tender: Tender, bid: Bid) -> Iterator[Reason]:
    """Every reason against a bid that lies in its bidder."""
    yield from _partner_only(tender, bid)
    if not tender.at_home(tender.bidders[bid.bidder]):
        yield from _framework(tender, bid)
        yield from _competition(tender, bid)


def _partner_only(tender: Tender, bid: Bid) -> Iterator[Reason]:
    bidder = tender.bidders[bid.bidder]
    if not bidder.partner_only and not bidder.partners:
        return
    spoken = named(tender, tender.lots[bid.lots[0]], bid)
    if bidder.partner_only:
        yield Reason(rule=f"partner_only[{bidder.id}]", sentence=f"{spoken}, which may not stand alone.")
    partners = [tender.bidders[partner.bidder] for partner in bidder.partners]
    if any(partner.is_nhs for partner in partners):
        return
    for partner in partners:
        if partner.partner_only:
            yield Reason(
                rule=f"partner_only[{partner.id}]",
                sentence=f"{spoken}, whose partner {partner.name} may win only with a partner of the NHS family.",
            )


def _framework(tender: Tender, bid: Bid) -> Iterator[Reason]:
    for lot in map(tender.lots.__getitem__, bid.lots):
        framework = tender.frameworks.get(lot.service)
        if framework is not None and not tender.accredited(bid.bidder, lot.service):
            yield Reason(
                rule=f"framework[{framework.id}]",
                sentence=f"{named(tender, lot, bid)}, which is not accredited to {framework.name}.",
            )


def _competition(tender: Tender, bid: Bid) -> Iterator[Reason]:
    for lot in map(tender.lots.__getitem__, bid.lots):
        framework = tender.frameworks.get(lot.service)
        if framework is not None and tender.competitors[lot.id] < framework.min_competitors:
            yield Reason(
                rule=f"competition[{framework.id}]",
                sentence=f"{named(tender, lot, bid)} is called off {framework.name} without competition:"
                f" {count(tender.competitors[lot.id], 'accredited bidder')} bid for it,"
                f" and at least {framework.min_competitors:,} must.",
            )
