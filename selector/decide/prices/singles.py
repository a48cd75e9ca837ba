"""The price of each rule: bounds that prove it where they can, and searches for what they leave open."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import BestAward, Evaluation
from models.prices import ShadowPrice
from selector.decide.asked import Asked, bids_of
from selector.decide.prices.base import Base
from selector.decide.prices.bounding import Bounding
from selector.decide.prices.breach import Lifted, lifted
from selector.decide.prices.hints import hint
from selector.decide.prices.level_names import level_names
from selector.decide.prices.neighbourhood import Near, near
from selector.decide.prices.relaxed import Broken, Relaxed, bounds
from selector.decide.prices.search import Without, searched
from selector.decide.prices.statements import Statement, can_be_bounded, can_only_improve

Floats = NDArray[np.float64]

_SHARE_OF_NEAR, _SHARE_OF_BOUNDS = 0.3, 0.4
"""Of the time left above board size: for awards near the best, and then of the rest for bounds; what is left after that is
for checking what the awards are worth."""
_NEARLY_ALL = 0.9
"""What bounds may take up to board size: what the limit cuts off is lost."""
_A_CHECK = 2.0
"""How much longer a check takes than laying the case."""
_MANY_WAYS = 20


@dataclass
class Found:
    """What was found of one statement."""

    statement: Statement
    improves: bool
    lifted: Lifted | None
    """Where it is a member that bounds were asked for."""
    bound: float = -math.inf
    """Every award that breaks it comes to this at the least."""
    is_used: bool = False
    """Whether the relaxation would make use of its lifting."""
    hint: ShadowPrice | None = None
    near: Near | None = None
    search: Evaluation | None = None
    is_no_case: bool = False


@dataclass
class Singles:
    """Statements one by one."""

    asked: Asked
    statements: Sequence[Statement]
    found: list[Found] = field(default_factory=list)
    unbinding: list[Statement] = field(default_factory=list)

    @cached_property
    def base(self) -> Base:
        """What each is compared with."""
        best = self.asked.best
        return Base(self.asked.case, self.asked.appraisal, BestAward.of(best), bids_of(best))

    def run(self) -> None:
        """Find what can be found within the limits, what is likely to be dear first."""
        began = time.monotonic()
        self._sort_out()
        relaxed = self._begin()
        if not self.asked.is_large:
            self._bound(relaxed, _NEARLY_ALL)
            self._search_all()
            return
        laying = time.monotonic() - began
        self._look_near()
        self._bound(relaxed, _SHARE_OF_BOUNDS)
        self._search_some(laying)

    def is_idle(self, each: Found) -> bool:
        """Whether it is proven that all awards that break it are worse than the best."""
        return each.bound >= self.base.enough

    @property
    def open(self) -> list[Found]:
        """Those whose price bounds alone do not tell, what is likely to be dear first."""
        return sorted((each for each in self.found if not self.is_idle(each)), key=lambda each: each.bound)

    def _sort_out(self) -> None:
        """Tell those apart that no award could break."""
        laid = self.base.laid
        for each in self.statements:
            improves = can_only_improve(self.asked.case, each)
            if each.rule is not None:
                self.found.append(Found(each, improves, None))
                continue
            position = laid.by_name.get(each.name)
            member = None if position is None else lifted(laid, position)
            if member is None or member.is_idle:
                self.unbinding.append(each)
            else:
                self.found.append(Found(each, improves, member if can_be_bounded(self.asked.case, each) else None))

    @property
    def _bounded(self) -> list[Found]:
        return [each for each in self.found if each.lifted is not None]

    def _begin(self) -> Bounding | None:
        """Bounds at the prices of the relaxation as it stands; None where there is no relaxation, or no time."""
        if not self._bounded or self.asked.many.is_over:
            return None
        stop = self.asked.many.stop
        bounding = self.base.bounding(self.base.root(self.asked.many.left, stop))
        relaxed = Relaxed(bounding)
        prices = relaxed.solve(self.asked.many.left, stop)
        if prices is None:
            return None
        values, whole = relaxed.values, bounding.at(prices, np.zeros(0, dtype=np.int64))
        own = not self.base.level.priority
        for each in self._bounded:
            if each.lifted is not None:
                each.bound = bounding.at(prices, bounding.freed(each.lifted.member, each.lifted.freed))
                each.is_used = each.bound < whole
                each.hint = hint(self.base.laid, each.lifted.member, prices, values) if own else None
        return bounding

    def _chunks(self, members: Sequence[Lifted]) -> list[list[Lifted]]:
        """Dealt out to as many processes as there are, in turn: each begins with what matters most."""
        workers = self.asked.many.at_once
        return [chunk for at in range(workers) if (chunk := list(members[at::workers]))]

    def _bound(self, bounding: Bounding | None, share: float) -> None:
        """Better bounds: of what better awards were found without, then of what is likely to cost nothing."""
        wanted = [each for each in self.open if each.lifted is not None]
        if bounding is None or not wanted or self.asked.many.is_over:
            return
        # What can be broken in many ways takes as much time as many others.
        wanted.sort(key=lambda each: each.lifted is not None and len(each.lifted.breaches) > _MANY_WAYS)
        wanted.sort(key=lambda each: (-_better(each), each.is_used))
        chunks = self._chunks([each.lifted for each in wanted if each.lifted is not None])
        answers = self.asked.each("bounds", bounds, [Broken(bounding, chunk, share) for chunk in chunks])
        known = {member: value for answer in answers.values() for member, value in answer.items()}
        for each in wanted:
            if each.lifted is not None:
                each.bound = max(each.bound, known.get(each.lifted.member, -math.inf))

    def _without(self, each: Found) -> Without:
        best = self.asked.best
        case = self.asked.case.model_copy(update={"scenarios": ()})
        return Without(case, each.statement.member.lift, self.asked.options, bids_of(best), self.asked.memory)

    def _search_all(self) -> None:
        wanted = self.open
        answers = self.asked.each("rule", searched, [self._without(each) for each in wanted])
        self._take(wanted, answers)

    def _take(self, wanted: Sequence[Found], answers: dict[int, Evaluation | None]) -> None:
        for at, answer in answers.items():
            wanted[at].search, wanted[at].is_no_case = answer, answer is None

    def _look_near(self) -> None:
        """Awards near the best once a member is lifted."""
        wanted = [each for each in self.open if each.lifted is not None]
        if not wanted or self.asked.many.is_over:
            return
        chunks = self._chunks([each.lifted for each in wanted if each.lifted is not None])
        around = self.base.surroundings
        answers = self.asked.each("near", near, [(around, chunk, _SHARE_OF_NEAR) for chunk in chunks])
        known = {member: one for answer in answers.values() for member, one in answer.items()}
        for each in wanted:
            each.near = None if each.lifted is None else known.get(each.lifted.member)

    def _search_some(self, laying: float) -> None:
        """What no bounds are known of; of those found nearby the best, checked and told in full; then later objectives.

        A bound is of the first level alone: where there are more, what is no better there may be better at the next.
        Each takes longer than ``laying`` the case did: that is done without a statement, and an award of it checked.
        """
        left, workers = self.asked.many.left, self.asked.many.at_once
        most = len(self.found) if left is None else max(int(left / (_A_CHECK * laying)), 1) * workers
        rest = [each for each in self.open if each.lifted is None]
        better = sorted((each for each in self.open if each.near is not None), key=lambda each: -_better(each))
        bound = [each for each in self.open if each.lifted is not None and each.near is None]
        wanted = [*rest, *better, *(bound if len(level_names(self.asked.case)) > 1 else ())][:most]
        pieces = [
            self._without(each)
            if each.near is None
            else replace(self._without(each), among=self.base.ids(each.near.award), start=())
            for each in wanted
        ]
        self._take(wanted, self.asked.each("rule", searched, pieces))


def _better(each: Found) -> float:
    return 0.0 if each.near is None else each.near.better
