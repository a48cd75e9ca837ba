"""Accepted bids of bidders that may not win them: not by themselves, not under a framework, not without competition."""

from collections.abc import Collection, Iterator

from selector.verify.tender import Tender
from selector.verify.verification import Finding
from selector.verify.won import Won
from selector.verify.words import count


def standing(tender: Tender, won: Collection[Won]) -> Iterator[Finding]:
    """A finding for each reason that lies in the bidder of one bid, of which ``won`` are the lots."""
    first = next(iter(won))
    yield from _partner_only(tender, first)
    if not tender.at_home(first.bidder):
        yield from _framework(tender, won)
        yield from _competition(tender, won)


def _partner_only(tender: Tender, won: Won) -> Iterator[Finding]:
    named, bidder = won.named(tender), won.bidder
    if bidder.partner_only:
        yield Finding(f"partner_only[{bidder.id}]", f"{named}, which may not stand alone.")
    partners = [tender.bidders[partner.bidder] for partner in bidder.partners]
    if any(partner.is_nhs for partner in partners):
        return
    for partner in partners:
        if partner.partner_only:
            yield Finding(
                f"partner_only[{partner.id}]",
                f"{named}, whose partner {partner.name} may win only with a partner of the NHS family.",
            )


def _framework(tender: Tender, won: Collection[Won]) -> Iterator[Finding]:
    told = set()
    for one in won:
        framework = tender.frameworks.get(one.lot.service)
        if framework is None or framework.id in told or tender.accredited(one.bidder.id, one.lot.service):
            continue
        told.add(framework.id)
        yield Finding(
            f"framework[{framework.id}]", f"{one.named(tender)}, which is not accredited to {framework.name}."
        )


def _competition(tender: Tender, won: Collection[Won]) -> Iterator[Finding]:
    for one in won:
        framework = tender.frameworks.get(one.lot.service)
        if framework is not None and tender.competitors[one.lot.id] < framework.min_competitors:
            yield Finding(
                f"competition[{framework.id}]",
                f"{one.named(tender)} is called off {framework.name} without competition:"
                f" {count(tender.competitors[one.lot.id], 'accredited bidder')} bid for it,"
                f" and at least {framework.min_competitors:,} must.",
            )
