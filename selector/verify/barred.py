"""Accepted bids that the case bars."""

from collections.abc import Iterator

from selector.verify.award import Award, Won
from selector.verify.verification import Finding
from selector.verify.words import number


def barred(award: Award) -> Iterator[Finding]:
    """A finding for each reason for which an accepted bid could not be accepted; lots in case order."""
    for won in award.won:
        if won.bid.id not in award.tender.fallbacks:
            yield from _minimums(award, won)
        yield from _min_quality(award, won)
        if won.bid.id not in award.tender.fallbacks:
            yield from _choice(award, won)


def _named(award: Award, won: Won) -> str:
    service, buyer = award.tender.services[won.lot.service], award.tender.buyers[won.lot.buyer]
    return f'{service.name} for {buyer.name}: bid "{won.bid.id}" by {won.bidder.name}'


def _minimums(award: Award, won: Won) -> Iterator[Finding]:
    for criterion in award.tender.criteria[won.lot.service]:
        score = won.bid.scores[criterion.id]
        if criterion.minimum is not None and score < criterion.minimum:
            yield Finding(
                f"minimum[{criterion.id}]",
                f"{_named(award, won)} scores {number(score)} on {criterion.name};"
                f" it must score at least {number(criterion.minimum)}.",
            )


def _min_quality(award: Award, won: Won) -> Iterator[Finding]:
    least = won.lot.min_quality
    if least is None:
        least = award.tender.services[won.lot.service].min_quality
    if least is not None and won.worth.quality < least:
        yield Finding(
            f"min_quality[{won.lot.id}]",
            f"{_named(award, won)} has quality {number(won.worth.quality)}; it must have at least {number(least)}.",
        )


def _choice(award: Award, won: Won) -> Iterator[Finding]:
    buyer = award.tender.buyers[won.lot.buyer]
    if won.bidder.id in buyer.vetoes:
        yield Finding(f"veto[{buyer.id}, {won.bidder.id}]", f"{_named(award, won)} is vetoed by {buyer.name}.")
    if buyer.shortlist is not None and won.bidder.id not in buyer.shortlist:
        yield Finding(f"shortlist[{buyer.id}]", f"{_named(award, won)} is not on the shortlist of {buyer.name}.")
