"""The members that a case has: every statement that may be one of the reasons why it has no award."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from models import Case
from selector.decide.member import Member
from selector.decide.members import (
    by_hand,
    caps,
    choice,
    frameworks,
    ground,
    joint,
    mobilisation,
    money,
    quality,
    rules,
    scale,
    standing,
)

_FAMILIES: tuple[Callable[[Case], Iterator[Member]], ...] = (
    scale.floors,
    scale.capacities,
    scale.provider_counts,
    scale.viability,
    mobilisation.mobilisation,
    money.budgets,
    money.liability_caps,
    quality.quality,
    quality.minimums,
    quality.least_qualities,
    choice.shapes,
    caps.caps,
    ground.contiguity,
    joint.joint,
    standing.partner_only,
    frameworks.frameworks,
    frameworks.competition,
    rules.rules,
    by_hand.picks,
    by_hand.exclusions,
    choice.choices,
)


def members(case: Case) -> tuple[Member, ...]:
    """Every statement of a case that can be lifted, family by family, each in case order.

    Some may bind nobody, such as the floor of a kind of bidder that does not bid.
    """
    seen: Counter[str] = Counter()
    return tuple(_told_apart(member, seen) for family in _FAMILIES for member in family(case))


def _told_apart(member: Member, seen: Counter[str]) -> Member:
    """A member whose name no other has: ids with commas and brackets can make two names alike."""
    seen[member.name] += 1
    times = seen[member.name]
    return member if times == 1 else replace(member, name=f"{member.name} ({times})")
