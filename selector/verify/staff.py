"""Who works on which lot."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from models import Case, Lot, StaffGroup
from selector.verify.payment import payment

Sizes = Callable[[Sequence[Lot]], Sequence[Fraction]]


@dataclass(frozen=True)
class Working:
    """The part of a staff group that works on a lot."""

    group: StaffGroup
    share: Fraction

    @cached_property
    def heads(self) -> Fraction:
        """How many people that is."""
        return Fraction(self.group.headcount) * self.share

    @cached_property
    def wte(self) -> Fraction:
        """How much they work."""
        return self.heads * Fraction(self.group.wte_per_head)


@dataclass(frozen=True)
class LotStaff:
    """All who work on a lot today."""

    groups: tuple[Working, ...] = ()
    stated: date = date.min
    """As of when their service is stated."""
    required: Decimal | None = None
    """With how many WTE the service is to be run; with all of them if None."""

    @cached_property
    def wte(self) -> Fraction:
        """Their work, not rounded."""
        return sum((working.wte for working in self.groups), Fraction(0))

    @cached_property
    def pay(self) -> Fraction:
        """Their pay: £ a year."""
        return sum((working.wte * Fraction(working.group.salary) for working in self.groups), Fraction(0))

    @cached_property
    def needed(self) -> Fraction:
        """The part of each group with which the service is to be run."""
        if self.required is None or not self.wte:
            return Fraction(1)
        return min(Fraction(1), Fraction(self.required) / self.wte)

    def redundancy(self, on: date) -> Fraction:
        """What it would cost to make them all redundant on a day: £."""
        return sum(
            (working.heads * Fraction(payment(working.group, on, self.stated)) for working in self.groups),
            Fraction(0),
        )


def staff_of(case: Case, lots: Collection[Lot], sizes: Sizes) -> Mapping[str, LotStaff]:
    """The staff of each of some lots, by the lot's id; ``sizes`` tells how large lots are beside each other."""
    found: defaultdict[str, list[Working]] = defaultdict(list)
    for group in case.staff_groups:
        if group.lots:
            for part in group.lots:
                found[part.lot].append(Working(group, Fraction(part.share)))
            continue
        provided = [lot for lot in lots if lot.incumbent == group.employer]
        by = sizes(provided)
        whole = sum(by)
        for lot, size in zip(provided, by, strict=True):
            found[lot.id].append(Working(group, size / whole))
    return {lot.id: LotStaff(tuple(found[lot.id]), case.date, lot.required_wte) for lot in lots}
