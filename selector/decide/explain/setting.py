"""A case as it is laid, with the award that is known of it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Bid, Case, Evaluation
from selector.appraise import Appraisal
from selector.decide.explain.offers import PENNY, Offers
from selector.levels import levels
from selector.program import Objectives, Program, lay, objectives
from selector.program.columns import Columns
from selector.solve import Goal

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Setting:
    """A case of one level, in pence, and an award of it, be that proven the best or not."""

    case: Case
    appraisal: Appraisal
    award: Evaluation

    @cached_property
    def accepted(self) -> frozenset[str]:
        """Ids of the bids that the award accepts."""
        return frozenset(row.bid for row in self.award.awards)

    @cached_property
    def columns(self) -> Columns:
        """Which columns the program has."""
        return Columns(self.appraisal)

    @cached_property
    def program(self) -> Program:
        """The program, all bids open."""
        return lay(self.appraisal)

    @cached_property
    def parts(self) -> Objectives:
        """The objectives over its columns."""
        return objectives(self.appraisal)

    @cached_property
    def goal(self) -> Goal:
        """The one level."""
        return levels(self.case.objective, self.parts)[0].goal

    @cached_property
    def best(self) -> int:
        """Pence of the award."""
        return int(self.award.certificate.levels[0].value / PENNY)

    @cached_property
    def least(self) -> float:
        """Pence that every award comes to at least, as the certificate has it; minus infinity where it proves nothing."""
        bound = self.award.certificate.levels[0].bound
        return -math.inf if bound is None else int(bound / PENNY)

    @cached_property
    def offers(self) -> Offers:
        """The bids at other prices."""
        return Offers(self.case)

    @cached_property
    def bids(self) -> Mapping[str, Bid]:
        """Bids by id."""
        return {bid.id: bid for bid in self.case.bids}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Position of each bid among all."""
        return {name: at for at, name in enumerate(self.appraisal.bids.ids)}

    @cached_property
    def won(self) -> Ints:
        """Accept columns of the award."""
        ids = self.appraisal.bids.ids
        return np.flatnonzero([ids[bid] in self.accepted for bid in self.columns.bid])

    @cached_property
    def winner_of(self) -> Ints:
        """Accept column of the bid that won each lot."""
        winner = np.zeros(len(self.appraisal.lots), dtype=np.int64)
        pairs = np.flatnonzero(np.isin(self.columns.accept, self.won))
        winner[self.columns.lot[pairs]] = self.columns.accept[pairs]
        return winner

    def accept(self, name: str) -> int:
        """Accept column of a bid."""
        return int(self.columns.accept_of[self.place[name]])

    def pairs(self, name: str) -> slice:
        """Where the pairs of a bid stand among all."""
        at = self.place[name]
        first, end = np.searchsorted(self.appraisal.bids.pair_bid, (at, at + 1))
        return slice(int(first), int(end))

    def cost(self, name: str) -> int:
        """Pence that a bid costs."""
        return int(self.appraisal.bids.cost[self.pairs(name)].sum())

    def nearness(self, name: str) -> tuple[bool, float]:
        """By which part of its cost a bid adds more to the level than what it displaces, as far as can be seen at once.

        Where it would add so much less that the award were better than any can be, more than its lots must change: these
        come last.
        """
        accept = self.accept(name)
        displaced = np.unique(self.winner_of[self.appraisal.bids.pair_lot[self.pairs(name)]])
        more = float(self.goal.coefficients[accept] - self.goal.coefficients[displaced].sum())
        return more < self.least - self.best, more / (self.cost(name) or 1)
