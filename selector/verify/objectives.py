"""The totals of an award, and the value of the objective by which the board chose it."""

from decimal import Decimal
from fractions import Fraction

from models import MoneyValued, ObjectiveName, Totals
from selector.verify.award import Award, Won, mean_quality
from selector.verify.exact import figure, pennies

_NONE = Decimal("0.00")


def totals(award: Award) -> Totals:
    """The four objectives and what they are made of; Q to six decimals."""
    charges = _charges(award)
    return Totals(
        cost=sum((won.worth.cost for won in award.won), charges),
        quality=figure(mean_quality(award.won, award.tender.weight)),
        liability=sum((won.worth.liability for won in award.won), _NONE),
        disruption=sum((won.worth.disruption for won in award.won), Decimal(0)),
        charges=charges,
        discount=_NONE,
        liability_buyers=sum((won.worth.liability_buyers for won in award.won), _NONE),
    )


def level_names(award: Award) -> tuple[str, ...]:
    """The objective of each level, as certificates name it."""
    objective = award.tender.case.objective
    if isinstance(objective, MoneyValued):
        return ("money_valued",)
    return tuple(level.objective for level in objective.levels)


def level_values(award: Award, found: Totals) -> tuple[Decimal, ...]:
    """The value of each level; ``found`` are the award's totals."""
    objective = award.tender.case.objective
    if isinstance(objective, MoneyValued):
        return (sum((_value(award, objective, won) for won in award.won), found.charges),)
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
    return sum(setup, _NONE) + sum(overhead, _NONE)


def _value(award: Award, objective: MoneyValued, won: Won) -> Decimal:
    """What a bid counts for, in whole pence: its cost, and the rest rounded at once."""
    tender, figures = award.tender, won.worth
    part = tender.weight(won.lot) / tender.total_weight
    rest = (
        Fraction(objective.liability_weight * figures.liability)
        + Fraction(objective.disruption_value * figures.disruption)
        - Fraction(objective.quality_value * figures.quality) * part
    )
    return figures.cost + pennies(rest)
