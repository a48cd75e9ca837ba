"""Bids of a case that is too large, or too little proven, to solve for each: intervals that hold, the nearest first.

A relaxation says how little awards with a bid come to at least, awards that are quickly found how much at most. What is
proven of the best award stands between the two.
"""

import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

import numpy as np

from models import Case, Evaluation, MoneyValued
from selector.decide.explain.budgets import Budgets
from selector.decide.explain.piece import Piece, Told
from selector.decide.explain.relaxed import Relaxed
from selector.decide.explain.setting import Setting
from selector.decide.explain.spans import Spans
from selector.decide.explain.swaps import Swapped, Swaps

_A_SWAP, _WIDE = 2.0, 4.0
"""Seconds that one quick search may take at the most, and one that is wider."""
_CHEAP = 0.75
"""Share of the time for searches in which every bid has one, quickly; the rest is for those nearest to winning."""
_BETWEEN = 4
"""Bids that have lost, to one that has won."""
_OWN = 0.94
"""Share of the time in which to be done: what was found has to be sent back in time, too."""


def has_bounds(case: Case, award: Evaluation) -> bool:
    """Whether bounds are known to hold: where several levels follow one another, or rules hold spend, none is."""
    spend = any(rule.active and rule.metric in ("spend", "share_of_spend") for rule in case.rules)
    return isinstance(case.objective, MoneyValued) and len(award.certificate.levels) == 1 and not spend


def proven(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> dict[str, Told]:
    """What the relaxation proves of each bid. Work as ``Many`` takes it."""
    return _bounded(piece, seconds, stop).proven()


def searched(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> dict[str, Told]:
    """What searches find of each bid within the seconds, beside what was proven. Work as ``Many`` takes it."""
    return _bounded(piece, seconds, stop).searched(piece.least or {})


def _bounded(piece: Piece, seconds: float | None, stop: Callable[[], bool]) -> "_Bounded":
    until = piece.until(seconds, _OWN)
    setting = Setting(piece.case, piece.appraisal, piece.best)
    return _Bounded(setting, piece.bids, math.inf if until is None else until, stop)


@dataclass
class _Known:
    """What is known of awards with a bid that has lost, or without one that has won."""

    least: float
    """Pence that they come to at least."""
    found: Swapped | None = None


@dataclass
class _Bounded:
    setting: Setting
    names: tuple[str, ...]
    until: float
    stop: Callable[[], bool]
    known: dict[str, _Known] = field(default_factory=dict)
    found: dict[str, Told] = field(default_factory=dict)

    def proven(self) -> dict[str, Told]:
        """Every bid by the relaxation."""
        for name in self._order():
            if self._is_over:
                break
            self.known[name] = _Known(self._proven(name))
            self._tell(name)
        return self.found

    def searched(self, least: Mapping[str, float]) -> dict[str, Told]:
        """Every bid by a quick search, then those nearest to winning or losing again, wider."""
        began = time.monotonic()
        first = began + _CHEAP * (self.until - began)
        for name in self._order():
            if self._is_over or time.monotonic() >= first:
                break
            self.known[name] = _Known(least.get(name, -math.inf))
            self._search(name, _A_SWAP)
            self._tell(name)
        for name in sorted(self.known, key=self._distance):
            if self._is_over or math.isinf(self._distance(name)):
                break
            self._search(name, _WIDE, wide=True)
            self.known[name].least = max(self.known[name].least, self._proven(name, self._left(_A_SWAP)))
            self._tell(name)
        return self.found

    @property
    def _is_over(self) -> bool:
        return self.stop() or time.monotonic() >= self.until

    def _left(self, most: float) -> float:
        return max(min(most, self.until - time.monotonic()), 0.01)

    def _order(self) -> Iterator[str]:
        """Those that have lost, the nearest to winning first by what can be seen at once, and between them the winners."""
        accepted = self.setting.accepted
        won = iter([name for name in self.names if name in accepted])
        lost = [name for name in self.names if name not in accepted]
        for at, name in enumerate(sorted(lost, key=lambda name: (*self.setting.nearness(name), name))):
            if at % _BETWEEN == 0:
                yield from islice(won, 1)
            yield name
        yield from won

    def _proven(self, name: str, again: float = 0.0) -> float:
        accept = self.setting.accept(name)
        if name in self.setting.accepted:
            return self._relaxed.without_bid(accept, again=again)
        return self._relaxed.with_bid(accept, self._spans.budgets.prices_count(name), again=again)

    def _search(self, name: str, seconds: float, *, wide: bool = False) -> None:
        """Look for an award with a bid that has lost, or without one that has won."""
        swaps, known = self._swaps, self.known[name]
        if swaps is None:
            return
        search = swaps.without_bid if name in self.setting.accepted else swaps.with_bid
        found = search(self.setting.accept(name), self._left(seconds), wide=wide)
        if found is not None and (known.found is None or found.units < known.found.units):
            known.found = found

    def _tell(self, name: str) -> None:
        known, spans = self.known[name], self._spans
        apart = spans.apart(known.least, known.found)
        if name in self.setting.accepted:
            price = spans.wins_up_to(name, known.least, known.found)
            self.found[name] = Told(apart, price, least=known.least)
        else:
            price = spans.wins_at(name, known.least, known.found)
            self.found[name] = Told(apart, price, spans.points(name, known.found), least=known.least)

    def _distance(self, name: str) -> float:
        """By which part of its cost the award that was found is behind; infinite where none was."""
        found = self.known[name].found
        return math.inf if found is None else (found.units - self.setting.best) / (self.setting.cost(name) or 1)

    @cached_property
    def _swaps(self) -> Swaps | None:
        setting = self.setting
        return Swaps.of(setting.columns, setting.program, setting.goal, setting.won, self._left(math.inf), self.stop)

    @cached_property
    def _relaxed(self) -> Relaxed:
        setting = self.setting
        return Relaxed(setting.columns, setting.program, setting.goal, self._left(math.inf), self.stop)

    @cached_property
    def _spans(self) -> Spans:
        award = np.zeros(len(self.setting.columns)) if self._swaps is None else self._swaps.award
        settled = self.setting.program.settled(np.rint(award).astype(np.int64))
        return Spans(self.setting, Budgets(self.setting), settled)
