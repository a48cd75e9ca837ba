"""The totals of an award, and the value of the objective by which the board chose it."""

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from models import EarnedDiscount, Lexicographic, MoneyValued, Ratio, Totals
from selector.verify.award import Award, mean_quality
from selector.verify.board import penalties, priorities
from selector.verify.exact import figure, pennies
from selector.verify.levels import levels
from selector.verify.price_score import score
from selector.verify.won import Won

_NONE = Decimal("0.00")


def totals(award: Award, earned: Collection[EarnedDiscount], saving: Fraction) -> Totals:
    """The four objectives, what they are made of, and the penalty; Q to six decimals.

    ``earned`` are the award's discounts, and ``saving`` is what redeployment saves, unrounded.
    """
    charges = _charges(award)
    redeployed = pennies(saving)
    discount = sum((row.amount for row in earned), _NONE)
    return Totals(
        cost=sum((won.worth.cost for won in award.won), charges) - discount,
        quality=figure(mean_quality(award.won, award.tender.weight)),
        liability=sum((won.worth.liability for won in award.won), -redeployed),
        disruption=sum((won.worth.disruption for won in award.won), Decimal(0)),
        charges=charges,
        discount=discount,
        liability_buyers=sum((won.worth.liability_buyers for won in award.won), _NONE),
        redeployed=redeployed,
        penalty=pennies(penalties(award)),
    )


def level_values(award: Award, found: Totals, saving: Fraction) -> tuple[Decimal, ...]:
    """The value of each of ``levels``, in their order.

    ``found`` are the award's totals, and ``saving`` is what redeployment saves, unrounded.
    """
    broken = priorities(award)
    return tuple(
        _value(award, found, saving, level.name)
        if level.priority is None
        else figure(broken.get(level.priority, Fraction(0)))
        for level in levels(award.tender.case)
    )


def _value(award: Award, found: Totals, saving: Fraction, name: str) -> Decimal:
    objective = award.tender.case.objective
    match objective:
        case MoneyValued():
            return _money(award, objective, found, saving)
        case Ratio() if name == "score":
            return _score(award, objective)
        case Ratio():
            return found.charges - found.discount + found.penalty
        case Lexicographic():
            named = {
                "cost": found.cost,
                "quality": found.quality,
                "liability": found.liability,
                "disruption": found.disruption,
                "penalty": found.penalty,
            }
            return named[name]


def _score(award: Award, objective: Ratio) -> Decimal:
    """The mean score of the bids accepted, weighted as Q is: points, to six decimals."""
    tender = award.tender
    points = sum(
        (tender.weight(won.lot) * Fraction(score(tender, objective, won.lot, won.bid)) for won in award.won),
        Fraction(0),
    )
    return figure(points / tender.total_weight)


def _money(award: Award, objective: MoneyValued, found: Totals, saving: Fraction) -> Decimal:
    bids = sum((_bid(award, objective, won) for won in award.by_bid.values()), _NONE)
    # Rounded at once: neither is a part of any bid.
    beside = pennies(penalties(award) - Fraction(objective.liability_weight) * saving)
    return bids + found.charges - found.discount + beside


def _charges(award: Award) -> Decimal:
    bidders = award.tender.bidders
    setup = (bidders[bidder].setup.get(service, _NONE) for bidder, service in award.by_provider)
    overhead = (pennies(Fraction(bidders[bidder].overhead) * award.tender.annuity) for bidder in award.by_bidder)
    outposts = (outpost.cost for outpost in award.outposts)
    return sum(setup, _NONE) + sum(overhead, _NONE) + sum(outposts, _NONE)


def _bid(award: Award, objective: MoneyValued, lots: Collection[Won]) -> Decimal:
    """What a bid counts for on all its lots, in whole pence: its cost, and the rest rounded at once."""
    weight, total = award.tender.weight, award.tender.total_weight
    rest = sum(
        Fraction(objective.liability_weight * won.worth.liability)
        + Fraction(objective.disruption_value * won.worth.disruption)
        - Fraction(objective.quality_value * won.worth.quality) * weight(won.lot) / total
        for won in lots
    )
    return sum((won.worth.cost for won in lots), pennies(rest))
