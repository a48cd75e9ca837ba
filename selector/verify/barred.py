"""Accepted bids that the case bars."""

from collections.abc import Collection, Iterator

from selector.verify.award import Award
from selector.verify.standing import standing
from selector.verify.verification import Finding
from selector.verify.won import Won
from selector.verify.words import number


def barred(award: Award) -> Iterator[Finding]:
    """A finding for each reason for which an accepted bid could not be accepted; bids by their first lot."""
    for won in award.by_bid.values():
        listed = won[0].bid.id not in award.tender.fallbacks
        if listed:
            yield from _minimums(award, won)
        for one in won:
            yield from _min_quality(award, one)
            if listed:
                yield from _choice(award, one)
        yield from standing(award.tender, won)


def _minimums(award: Award, won: Collection[Won]) -> Iterator[Finding]:
    """Scores of a bid; of a package the first lot that a criterion applies to stands for all."""
    told = set()
    for one in won:
        for criterion in award.tender.criteria[one.lot.service]:
            score = one.bid.scores[criterion.id]
            if criterion.minimum is not None and score < criterion.minimum and criterion.id not in told:
                told.add(criterion.id)
                yield Finding(
                    f"minimum[{criterion.id}]",
                    f"{one.named(award.tender)} scores {number(score)} on {criterion.name};"
                    f" it must score at least {number(criterion.minimum)}.",
                )


def _min_quality(award: Award, won: Won) -> Iterator[Finding]:
    least = won.lot.min_quality
    if least is None:
        least = award.tender.services[won.lot.service].min_quality
    if least is not None and won.worth.quality < least:
        yield Finding(
            f"min_quality[{won.lot.id}]",
            f"{won.named(award.tender)} has quality {number(won.worth.quality)};"
            f" it must have at least {number(least)}.",
        )


def _choice(award: Award, won: Won) -> Iterator[Finding]:
    buyer, named = award.tender.buyers[won.lot.buyer], won.named(award.tender)
    if won.bidder.id in buyer.vetoes:
        yield Finding(f"veto[{buyer.id}, {won.bidder.id}]", f"{named} is vetoed by {buyer.name}.")
    if buyer.shortlist is not None and won.bidder.id not in buyer.shortlist:
        yield Finding(f"shortlist[{buyer.id}]", f"{named} is not on the shortlist of {buyer.name}.")
