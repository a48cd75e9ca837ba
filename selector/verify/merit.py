"""Bids that are not good enough to be accepted."""

from collections.abc import Iterator
from fractions import Fraction

from models import Bid, Reason
from selector.verify.exact import figure
from selector.verify.tender import Tender
from selector.verify.won import named
from selector.verify.words import number
from selector.verify.worth import quality


def minimums(tender: Tender, bid: Bid) -> Iterator[Reason]:
    """What a listed bid comes to on criteria that ask for more."""
    lots = [tender.lots[name] for name in bid.lots]
    for lot in {lot.service: lot for lot in reversed(lots)}.values():
        asking = tender.tree.asking[lot.service]
        found = tender.tree.on(bid, lot.service, asking) if asking else {}
        for criterion in asking:
            name = criterion.id
            if found[name] < Fraction(criterion.minimum or 0):
                yield Reason(
                    rule=f"minimum[{name}]",
                    sentence=f"{named(tender, lot, bid)} scores {number(figure(found[name]))} on {criterion.name};"
                    f" it must score at least {number(criterion.minimum or 0)}.",
                )


def min_quality(tender: Tender, bid: Bid) -> Iterator[Reason]:
    """Quality that is less than a lot asks for, or its service."""
    for lot in map(tender.lots.__getitem__, bid.lots):
        least = tender.services[lot.service].min_quality if lot.min_quality is None else lot.min_quality
        if least is not None and (found := quality(tender, lot, bid)) < least:
            yield Reason(
                rule=f"min_quality[{lot.id}]",
                sentence=f"{named(tender, lot, bid)} has quality {number(found)};"
                f" it must have at least {number(least)}.",
            )
