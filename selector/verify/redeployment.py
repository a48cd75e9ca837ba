"""Which of the displaced staff of an award could fill which vacancies, and what each of them would save."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import floor

from models import Vacancy
from selector.verify.award import Award
from selector.verify.payment import payment
from selector.verify.places import within

MILLION = 10**6
"""Staff who move are counted in whole millionths of a WTE."""


class Redeployment:
    """What redeployment an award allows."""

    def __init__(self, award: Award) -> None:
        self.award = award
        self.case = award.tender.case
        self.groups = {group.id: group for group in self.case.staff_groups}
        self.vacancies = {vacancy.id: vacancy for vacancy in self.case.vacancies}
        self.room = {name: floor(vacancy.wte * MILLION) for name, vacancy in self.vacancies.items()}
        """Posts of each vacancy, in millionths of a WTE."""
        self.saving: Mapping[str, Fraction] = {
            name: Fraction(payment(group, self.case.date, self.case.date)) / Fraction(group.wte_per_head)
            for name, group in self.groups.items()
        }
        """What each WTE of a group saves: £."""

    @cached_property
    def displaced(self) -> Mapping[str, int]:
        """How much of each group is displaced, lot by lot rounded down to millionths of a WTE."""
        found = dict.fromkeys(self.groups, 0)
        for won in self.award.won:
            share = won.worth.displaced.share
            for working in self.award.tender.staff[won.lot.id].groups if share else ():
                found[working.group.id] += floor(working.wte * share * MILLION)
        return found

    def active(self, vacancy: Vacancy) -> bool:
        """Whether the bidder that has a vacancy wins anything."""
        return vacancy.bidder in self.award.by_bidder

    def same_function(self, group: str, vacancy: Vacancy) -> bool:
        """Whether a vacancy is of the function of a group."""
        return self.groups[group].function == vacancy.function

    def near(self, group: str, vacancy: Vacancy) -> bool:
        """Whether a vacancy is not farther from a group than its members move."""
        most = self.case.redeploy_within_km
        if most is None:
            return True
        here, there = self.groups[group].place, vacancy.place
        if here is None or there is None:
            return False
        buyers = self.award.tender.buyers
        return within(float(most), buyers[here], buyers[there])

    def open_to(self, group: str) -> Sequence[str]:
        """The vacancies to which a group may move, in case order."""
        function = self.groups[group].function
        offered = () if function is None else self._by_function[function]
        return [each.id for each in offered if self.near(group, each)]

    @cached_property
    def _by_function(self) -> Mapping[str, list[Vacancy]]:
        """The vacancies of active bidders."""
        found: defaultdict[str, list[Vacancy]] = defaultdict(list)
        for vacancy in self.vacancies.values():
            if self.active(vacancy):
                found[vacancy.function].append(vacancy)
        return found
