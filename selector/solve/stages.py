"""One goal after another: find, prove, hold, go on; then settle ties.

Values are compared in whole units, exactly. A solver works within tolerances, so every award it offers is weighed
again here; one that only seems to hold an earlier goal is cut off and the search goes on.
"""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from selector.appraise.rounding import half_up
from selector.program import Program, excess_of_awards
from selector.solve.backend import Search, Watch
from selector.solve.choose import backend
from selector.solve.figures import constant, figures
from selector.solve.hands import Hands
from selector.solve.highs import Highs
from selector.solve.outcome import Found, Goal, GoalResult, Limit, Outcome, Plan, Progress, Settled, Ties
from selector.solve.pursuit import Proof
from selector.solve.strengthened import Strengthened

Listener = Callable[[Progress | Found | Settled], None]
Enough = Callable[[int | None, float], bool]
Ints = NDArray[np.int64]


def _never(_best: int | None, _bound: float) -> bool:
    return False


_MOST_CUT_OFF = 50
# How finely a goal that is rounded to its units is searched: two awards may lie on either side of where it rounds.
_OF_A_ROUNDED_UNIT = 0.001
# Of the largest coefficient of a row, what a solver may take for nothing: some times its tolerance.
_OF_THE_LARGEST = 4e-9
# Units beside that: an award that is just half a unit over is rounded to what is held, and HiGHS 1.15 left such out.
_LEAST_SPARE = 0.01
# What settling ties may take, in nodes: unlike seconds, the same on every machine.
_MOST_NODES_FOR_TIES = 20_000
# Nodes that the search among the bids of an award that is known may take.
_MOST_NODES_TO_BEGIN = 100
# How often a goal is pursued again where settling ties finds an award better than what was proven.
_MOST_REOPENED = 3
# Of so few bids nothing is gained by preparing a search.
_FEW_BIDS = 100
_DONE = ("proven", "settled")
_LIMITS: Mapping[str, Limit] = {"time": "time", "stopped": "stopped"}
_SECONDS_BETWEEN_SIGNS = 0.1
# Rounding error of a row's activity, its coefficients being about 1: far below a penny in any row of pence.
_ARITHMETIC = 1e-11


def solve_here(
    program: Program,
    plan: Plan,
    listen: Listener = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    hands: Hands | None = None,
) -> Outcome:
    """Solve in this process. The time limit is the solver's own; ``stop`` is asked as often as the solver asks.

    Parts of a program that is searched in parts are done by ``hands``, where they are given.

    Errors as of ``chosen``, where ``plan.solver`` cannot run.
    """
    return _Stages(program, plan, listen, stop, hands).outcome()


class _Stages:
    def __init__(
        self, program: Program, plan: Plan, listen: Listener, stop: Callable[[], bool], hands: Hands | None
    ) -> None:
        self.program = program
        self.plan = plan
        self.listen = listen
        self.stop = stop
        self.started = time.monotonic()
        self.columns: Ints | None = None
        self.results: list[GoalResult] = []
        self.held: list[tuple[Goal, int]] = []
        self.bound = -math.inf
        self.misproven = False
        """Whether a solver took for the best what is not, and has not found the best since."""
        self.beginning = False
        """Whether the search is still for an award to begin with, among few bids."""
        self._savings: dict[bytes, Fraction] = {}
        self._violations: dict[bytes, tuple[Fraction, ...]] = {}
        self.solver = backend(program, plan, hands)
        self.strengthened: Strengthened | None = None
        if plan.gap == 0 and isinstance(self.solver, Highs) and program.accepts > _FEW_BIDS:
            self.strengthened = Strengthened(program, self.solver)
        self.last: Search | None = None
        """The search that settled the last goal."""
        for accepted in plan.forbidden:
            self._forbid(accepted)

    def outcome(self) -> Outcome:
        if self.program.accepts == 0:
            return self._outcome(infeasible=True)  # there are lots, and no bid for them is open
        self._begin()
        for position, goal in enumerate(self.plan.goals):
            if position:
                earlier = self.plan.goals[position - 1]
                self._hold(earlier, self.results[-1].value + earlier.tolerance)
            search = self.last = self._pursue(position, goal)
            if position == 0:
                search = self.last = self._no_lower(search, goal)
                self.bound = search.bound * goal.units
            if search.ending == "infeasible" and position == 0:
                return self._outcome(infeasible=True)
            if self.columns is not None:
                self.results.append(_result(goal, self._value(goal, self.columns), search))
            if search.ending not in _DONE or self.columns is None:
                return self._outcome(limit=_LIMITS.get(search.ending, "failure"))
            self.listen(Settled(tuple(self.results), self._accepted(self.columns)))
        ties = self._settle_ties()
        return self._outcome(ties=ties, limit="failure" if self.misproven else None)

    def _begin(self) -> None:
        """Begin with the award that is known, where it keeps every row."""
        if not self.plan.start:
            return
        row = np.zeros(self.program.matrix.shape[1])
        row[list(self.plan.start)] = -1
        with self.solver.only_for_now():
            self.solver.add_row(row, -float(len(self.plan.start)))
            self.beginning = True  # what is proven of these bids alone is no bound
            self._pursue(0, self.plan.goals[0], _MOST_NODES_TO_BEGIN)
            self.beginning = False

    def _is_enough(self, goal: Goal) -> bool:
        """Whether the award that is known is all that was asked, by what is proven of the first goal already."""
        if self.columns is None or (self.strengthened is not None and self._seeks_rivals(0)):
            return False  # a search that also looks for others as good tells more
        value, based = self._value(goal, self.columns), self.plan.gap_base if self.plan.gap_base_at == 0 else None
        missing = value - self.plan.bound
        return missing < goal.resolution or missing <= self.plan.gap * abs(
            value if based is None else int(based @ self.columns)
        )

    def _no_lower(self, search: Search, goal: Goal) -> Search:
        """A search for the first goal with a bound no lower than what is proven already."""
        return replace(search, bound=max(search.bound, self.plan.bound / goal.units))

    def _seconds_left(self) -> float | None:
        limit = self.plan.time_limit
        return None if limit is None else max(limit - (time.monotonic() - self.started), 0.0)

    def _outcome(self, *, infeasible: bool = False, limit: Limit | None = None, ties: Ties = "not_examined") -> Outcome:
        return Outcome(
            accepted=None if self.columns is None else self._accepted(self.columns),
            goals=tuple(self.results),
            infeasible=infeasible,
            limit=limit,
            ties=ties,
            bound=self.bound,
            method=self.solver.method,
            memory=self.plan.memory,
        )

    def _pursue(self, position: int, goal: Goal, nodes: int | None = None, enough: Enough = _never) -> Search:
        """Search for the least of a goal, taking only solutions that keep every limit exactly.

        ``enough``, given the best value so far and the bound in units, may end the search early.
        """
        if position == 0 and not self.beginning and self._is_enough(goal):
            return Search("proven", self.columns, self.plan.bound / goal.units)
        for _ in range(_MOST_CUT_OFF):
            search, best = self._search(position, goal, nodes, enough)
            if search.columns is not None:
                settled = self.program.settled(search.columns)
                worth = self._value(goal, settled) <= self._value(goal, search.columns)
                if worth and self._holds(settled):
                    # A solver ranks within its tolerance: an award on the way may be better, exactly.
                    # Within a gap one on the way that hangs on time is left: the same case is to give the same award.
                    shown = best if self.plan.gap == 0 or not search.is_taken else None
                    if shown is not None and self._value(goal, shown) < self._value(goal, settled):
                        settled = shown
                        search = Search(search.ending, shown, search.bound)  # what was proven of rivals was of another
                    self.columns = settled
                    return replace(search, columns=settled)
            if search.columns is None or search.ending not in _DONE:
                self.columns = self.columns if best is None else best
                return search
            if self._is_settled(search.columns):
                self._forbid(self._accepted(settled))
            else:
                self._forbid_tiers(search.columns)
        self.columns = self.columns if best is None else best
        return replace(search, ending="failed")

    def _search(self, position: int, goal: Goal, nodes: int | None, also_enough: Enough) -> tuple[Search, Ints | None]:
        """Search once. Beside what the solver says, the best award on the way that keeps every limit exactly."""
        gap = self.plan.gap if position < len(self.plan.goals) else 0.0
        based = self.plan.gap_base if position == self.plan.gap_base_at else None
        best: tuple[int, int] | None = None  # value of the best award so far, and what its gap is relative to
        found: Ints | None = None
        signed = -math.inf

        constant = self._constant(goal) / goal.units
        proven = self.plan.bound if position == 0 and not self.beginning else -math.inf

        def improved(offered: Ints) -> None:
            nonlocal best, found
            columns = self.program.settled(offered)
            value = self._value(goal, columns)
            if self._holds(columns) and (best is None or value < best[0]):
                best = value, abs(value if based is None else int(based @ columns))
                found = columns
                if position < len(self.plan.goals):  # what is tried in settling ties may be worse than what is proven
                    self.listen(Found(position, self._accepted(columns), value))

        def progress(bound: float) -> None:
            nonlocal signed
            now = time.monotonic()
            if now - signed >= _SECONDS_BETWEEN_SIGNS:
                signed = now
                least = max((bound + constant) * goal.units, proven)
                known = least if math.isfinite(least) and not self.beginning else None
                name = goal.name if position < len(self.plan.goals) else "ties"
                self.listen(Progress(name, now - self.started, None if best is None else best[0], known))

        def enough(bound: float) -> bool:
            known = max((bound + constant) * goal.units, proven)
            if best is not None and gap > 0 and best[0] - known <= gap * best[1]:
                return True
            return also_enough(None if best is None else best[0], known)

        figures, watch = self._figures(goal) / goal.units, Watch(improved, progress, enough, self.stop)
        absolute = goal.resolution * (0.5 if self._is_exact(goal) else _OF_A_ROUNDED_UNIT)

        def search(*, presolve: bool) -> Search:
            if self.strengthened is not None and self._is_exact(goal) and nodes is None and presolve:
                return self.strengthened.minimise(
                    figures,
                    watch,
                    absolute_gap=absolute / goal.units,
                    seconds=self._seconds_left(),
                    start=self._start(),
                    rivals=self._seeks_rivals(position),
                )
            said = self.solver.minimise(
                figures,
                watch,
                absolute_gap=max(absolute, 0.0 if based is None else gap * self.plan.gap_base_least) / goal.units,
                relative_gap=gap if based is None else 0.0,
                seconds=self._seconds_left(),
                nodes=nodes,
                start=self._start(),
                presolve=presolve,
            )
            return replace(said, bound=said.bound + constant)

        def believable(search: Search) -> bool:
            if search.ending == "infeasible" or search.columns is None:
                return search.ending != "infeasible"
            value = self._value(goal, search.columns)
            missing = value - search.bound * goal.units
            allowed = max(goal.resolution, gap * abs(value if based is None else int(based @ search.columns)))
            return search.ending != "proven" or missing <= allowed

        first = search(presolve=True)
        if believable(first):
            return first, found
        # Presolve works within tolerances, and once in a long while rounds a case away: ask again without.
        second = search(presolve=False)
        if second.ending == "infeasible" or believable(second):
            return second, found
        return replace(second, ending="failed"), found

    def _seeks_rivals(self, position: int) -> bool:
        """Whether awards as good as the best for a goal are sought."""
        last = len(self.plan.goals) - 1
        return position == last and self.plan.goals[last].tolerance == 0 and bool(self.plan.tie_breakers)

    def _is_exact(self, goal: Goal) -> bool:
        """Whether a goal's figures alone tell what an award is worth."""
        return not goal.soft and (not goal.saving or self.program.moves is None)

    def _value(self, goal: Goal, columns: Ints) -> int:
        """Units of a goal, exactly: what redeployment saves and rules give way by is settled by the accepted bids."""
        # Moves, who is left and slacks have no coefficients of their own.
        beside = Fraction(0)
        if goal.soft:
            violations = self._violated(columns)
            beside += sum((each * violations[row] for row, each in goal.soft), Fraction(0))
        if goal.saving:
            beside -= goal.saving * self._saved(columns)
        # Rounded once, and not each by itself: what is best before rounding is then best after it.
        return int(goal.coefficients @ columns) + half_up(beside)

    def _saved(self, columns: Ints) -> Fraction:
        """What redeployment saves, worked out once for each award, which is asked for by every goal and check."""
        if self.program.moves is None:
            return Fraction(0)
        award = self._award(columns)
        if award not in self._savings:
            self._savings[award] = self.program.moves.saved(columns)
        return self._savings[award]

    def _violated(self, columns: Ints) -> tuple[Fraction, ...]:
        """How far soft rules are broken, worked out once for each award."""
        if self.program.soft is None:
            return ()
        award = self._award(columns)
        if award not in self._violations:
            self._violations[award] = self.program.soft.violations(columns)
        return self._violations[award]

    def _same(self, one: Ints | None, other: Ints) -> bool:
        return one is not None and self._award(one) == self._award(other)

    def _award(self, columns: Ints) -> bytes:
        return np.packbits(columns[: self.program.accepts] > 0).tobytes()

    def _figures(self, goal: Goal) -> NDArray[np.float64]:
        """A goal as a solver sees it, in units."""
        return figures(self.program, goal)

    def _constant(self, goal: Goal) -> float:
        """Units that a goal has in any award, which its figures leave out."""
        return constant(self.program, goal)

    def _start(self) -> NDArray[np.float64] | None:
        return None if self.columns is None else self.program.filled(self.columns)

    def _is_settled(self, columns: Ints) -> bool:
        """Whether columns are as their accepted bids settle them, apart from those that need not be whole."""
        return np.array_equal(self.program.settled(columns), self.program.whole(columns))

    def _accepted(self, columns: Ints) -> tuple[int, ...]:
        return tuple(np.flatnonzero(columns[: self.program.accepts]).tolist())

    def _hold(self, goal: Goal, most: int) -> None:
        self.held.append((goal, most))
        self.solver.add_row(*self._at_most(goal, most))

    def _at_most(self, goal: Goal, most: int) -> tuple[NDArray[np.float64], float]:
        """The row that holds a goal: its excess over the least for each lot, in the coarsest units that express it."""
        if goal.settled:
            # What redundancy costs is large, and a row of it tells half a unit apart only within a solver's tolerance.
            # What it lets by too much is told exactly of the awards found.
            figures, lowest = excess_of_awards(self.program, self._figures(goal))
            spare = 0.5 + max(_LEAST_SPARE, _OF_THE_LARGEST * float(np.abs(figures).max(initial=0.0)))
            return figures, float(most - lowest.sum() - self._constant(goal)) + spare
        coefficients, least = excess_of_awards(self.program, goal.coefficients)
        common = int(np.gcd.reduce(coefficients)) or 1
        return (coefficients // common).astype(np.float64), float((most - int(least.sum())) // common)

    def _holds(self, columns: Ints) -> bool:
        """Whether an award keeps every row, and every goal held, without any tolerance but that of the arithmetic."""
        # Tiers, moves and soft rules are settled to the unit, which may be finer than the arithmetic of these rows.
        broken = np.setdiff1d(self.program.broken(columns, _ARITHMETIC), self.program.settled_rows)
        return not len(broken) and all(self._value(goal, columns) <= most for goal, most in self.held)

    def _forbid(self, accepted: tuple[int, ...]) -> None:
        """Cut off one award: each covers every lot exactly, so another one lacks some bid of this."""
        row = np.zeros(self.program.matrix.shape[1])
        row[list(accepted)] = 1
        self.solver.add_row(row, len(accepted) - 1)

    def _forbid_tiers(self, columns: Ints) -> None:
        """Cut off one award in tiers that it does not reach; in those that it does it stays."""
        row = np.zeros(self.program.matrix.shape[1])
        row[list(self._accepted(columns))] = 1
        for each in self.program.tiers:
            row[each.tier] = columns[each.tier]
        self.solver.add_row(row, row.sum() - 1)

    def _settle_ties(self) -> Ties:
        """Tell whether other awards are as good; if so, have the tie-breakers choose among them."""
        chosen = self.columns
        if self.plan.gap > 0 or not self.plan.tie_breakers or chosen is None:
            return "not_examined"
        last = self.plan.goals[-1]
        for _ in range(_MOST_REOPENED):
            most = self.results[-1].value + last.tolerance
            rival, other = self._rival(chosen, last, most)
            if other is None or self._value(last, other) >= self.results[-1].value:
                break
            # A solver proves within its tolerance: what it took for the best was not, and it is to look again.
            self.columns = other
            search = self.last = self._pursue(len(self.plan.goals) - 1, last)
            chosen = self.columns
            self.results[-1] = _result(last, self._value(last, chosen), search)
            self.misproven = search.ending not in _DONE
        else:
            self.misproven = True
        if self.misproven:
            return "not_examined"
        if rival != "found":
            return rival
        self._hold(last, most)
        for goal in self.plan.tie_breakers:
            search = self._pursue(len(self.plan.goals), goal, _MOST_NODES_FOR_TIES)
            if search.ending not in _DONE or self.columns is None:
                self.columns = chosen
                return "not_examined"
            self._hold(goal, self._value(goal, self.columns) + goal.tolerance)
        return "found"

    def _rival(self, chosen: Ints, last: Goal, most: int) -> tuple[Ties, Ints | None]:
        """Look for another award with at most ``most`` units of the last goal; with it, where there is one."""
        if isinstance(self.last, Proof) and self._same(self.last.columns, chosen):
            if self.last.alone:
                return "proven_none", None
            rival = None if self.last.rival is None else self.program.settled(self.last.rival)
            if rival is not None and self._holds(rival) and self._value(last, rival) <= most:
                return "found", rival
        with self.solver.only_for_now():
            # Not as a row that holds ``most``: pruned by its objective alone, the search is three times faster.
            self._forbid(self._accepted(chosen))
            self.columns = None
            search = self._pursue(
                len(self.plan.goals),
                last,
                _MOST_NODES_FOR_TIES,
                lambda best, bound: bound > most + last.resolution / 2 or (best is not None and best <= most),
            )
            other, self.columns = self.columns, chosen
        if other is not None and self._value(last, other) <= most:
            return "found", other
        return "proven_none" if search.ending in ("infeasible", *_DONE) else "not_examined", None


def _result(goal: Goal, value: int, search: Search) -> GoalResult:
    proven = search.ending in _DONE
    bound = min(search.bound * goal.units, float(value))
    if proven and value - bound < goal.resolution:
        bound = float(value)  # values are whole units: nothing lies between
    return GoalResult(value, bound, proven)
