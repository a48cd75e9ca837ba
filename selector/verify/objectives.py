"""The totals of an award, and the value of the objective by which the board chose it."""

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from models import EarnedDiscount, MoneyValued, ObjectiveName, Totals
from selector.verify.award import Award, mean_quality
from selector.verify.exact import figure, pennies
from selector.verify.won import Won

_NONE = Decimal("0.00")


def totals(award: Award, earned: Collection[EarnedDiscount], saving: Fraction) -> Totals:
    """The four objectives and what they are made of; Q to six decimals.

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
    )


def level_names(award: Award) -> tuple[str, ...]:
    """The objective of each level, as certificates name it."""
    objective = award.tender.case.objective
    if isinstance(objective, MoneyValued):
        return ("money_valued",)
    return tuple(level.objective for level in objective.levels)


def level_values(award: Award, found: Totals, saving: Fraction) -> tuple[Decimal, ...]:
    """The value of each level; ``found`` are the award's totals, and ``saving`` is what redeployment saves, unrounded."""
    objective = award.tender.case.objective
    if isinstance(objective, MoneyValued):
        bids = sum((_value(award, objective, won) for won in award.by_bid.values()), _NONE)
        spared = pennies(Fraction(objective.liability_weight) * saving)
        return (bids + found.charges - found.discount - spared,)
    return tuple(_of(found, level.objective) for level in objective.levels)


def _of(found: Totals, objective: ObjectiveName) -> Decimal:
    match objective:
        case "cost":
            return found.cost
        case "quality":
            return found.quality
        case "liability":
            return found.liability
        case "disruption":
            return found.disruption


def _charges(award: Award) -> Decimal:
    bidders = award.tender.bidders
    setup = (bidders[bidder].setup.get(service, _NONE) for bidder, service in award.by_provider)
    overhead = (pennies(Fraction(bidders[bidder].overhead) * award.tender.annuity) for bidder in award.by_bidder)
    outposts = (outpost.cost for outpost in award.outposts)
    return sum(setup, _NONE) + sum(overhead, _NONE) + sum(outposts, _NONE)


def _value(award: Award, objective: MoneyValued, lots: Collection[Won]) -> Decimal:
    """What a bid counts for on all its lots, in whole pence: its cost, and the rest rounded at once."""
    weight, total = award.tender.weight, award.tender.total_weight
    rest = sum(
        Fraction(objective.liability_weight * won.worth.liability)
        + Fraction(objective.disruption_value * won.worth.disruption)
        - Fraction(objective.quality_value * won.worth.quality) * weight(won.lot) / total
        for won in lots
    )
    return sum((won.worth.cost for won in lots), pennies(rest))
