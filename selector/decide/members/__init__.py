"""The members that a case has: every statement that may be one of the reasons why it has no award."""

from collections.abc import Callable, Iterator

from models import Case
from selector.decide.member import Member
from selector.decide.members import choice, money, quality, scale

_FAMILIES: tuple[Callable[[Case], Iterator[Member]], ...] = (
    scale.floors,
    scale.capacities,
    scale.provider_counts,
    scale.viability,
    money.budgets,
    money.liability_caps,
    quality.quality,
    quality.minimums,
    quality.least_qualities,
    choice.shapes,
    choice.choices,
)


def members(case: Case) -> tuple[Member, ...]:
    """Every statement of a case that can be lifted, family by family, each in case order.

    Some may bind nobody, such as the floor of a kind of bidder that does not bid.
    """
    return tuple(member for family in _FAMILIES for member in family(case))
