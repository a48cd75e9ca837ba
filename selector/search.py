"""The best award of a case: appraise, lay, solve, weigh, verify."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Case, Certificate, Evaluation, MoneyValued, Options, Provenance, SolverFailed
from models import Level as LevelState
from selector.appraise import Appraisal, appraise
from selector.appraise.rounding import half_up
from selector.award import Weighing
from selector.board import BOARD_SIZE
from selector.levels import Level, levels, quality_goal
from selector.program import Objectives, lay, least_cost, objectives, tie_breaker
from selector.program.program import Program
from selector.solve import (
    About,
    Found,
    Goal,
    GoalResult,
    Outcome,
    Plan,
    Progress,
    Settled,
    about,
    chosen,
    solve_here,
    solve_in_child,
)
from selector.solve.ahead import Ahead
from selector.solve.hands import Hands
from selector.solve.memory import Memory
from selector.verify import Verification, verify
from selector.verify.by_hand import by_hand
from selector.verify.tender import Tender
from selector.version import __version__

_LARGE_GAP = 0.0001
_MOST_REJECTED = 20
# Of all lots, those that may be open in an award to begin with: they are filled as is best, which is then soon done.
_MOST_OPEN = 0.1
EXACT = Context(prec=50)
"""For all decimal arithmetic: not the caller's, which may trap or round."""
_SAME_QUALITY = Decimal("0.001")
# The solver's tolerance is of rows scaled to about 1: what breaks a limit by less than this share of it broke it by tolerance.
_BY_TOLERANCE = Decimal("1e-5")

Ints = NDArray[np.int64]

_ARITHMETIC = About(solver="none", method="arithmetic, before any search", feasibility=0.0, integrality=0.0)


@dataclass(frozen=True)
class Sign:
    """A sign of life: how long the search has run, the best award so far and what is proven of it.

    ``incumbent`` and ``bound`` are values of ``objective`` in pounds, points or lots. While ties are settled
    ``objective`` is ``ties``, and ``conflict`` while it is looked for why there is no award; both have no values.
    """

    objective: str
    seconds: float
    incumbent: Decimal | None
    bound: Decimal | None
    gap: float | None


def search(
    case: Case,
    options: Options | None = None,
    *,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
    appraisal: Appraisal | None = None,
    started: float | None = None,
    start: Iterable[str] = (),
    memory: Memory | None = None,
    apart: Iterable[Iterable[str]] = (),
    hands: Hands | None = None,
    ahead: Ahead | None = None,
) -> Evaluation:
    """Find the best award of a case, with proof, and verify it.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given.
    on_progress
        Called with signs of life, some ten a second, from this thread.
    stop
        Asked some twenty times a second; once it answers True the search ends and the best award so far is returned.
    isolated
        Whether to solve in a process of its own, which holds the time limit whatever the solver does. Without, the
        solve starts a third of a second sooner, less so where the process was started ``ahead``, and the limits are the
        solver's to keep.
    appraisal
        That of the case, where it is known already.
    started
        When the run began, on the monotonic clock, if that was before; its limit and its seconds count from then.
    start
        Ids of the bids of an award that may be a good one to begin with, such as that of a case much like this. Where
        some are no bids of this case, their lots are filled as is best; of no consequence where much is missing.
    memory
        What earlier searches of cases like this came to, which this one reads and adds to: parts that are the same are
        not searched again, and what is proven of a case that allows all that this one does holds for this one too.
    apart
        Awards that are not to come out, each as the ids of its bids: the best of all others is sought.
    hands
        Who does the parts of a program that is searched in parts; the threads of its process if left out. The award is
        the same either way.
    ahead
        A process that was started before, to solve in where the solve is to be isolated.

    Returns
    -------
    Evaluation
        with an award that the solver-free check accepts, unless its status is ``infeasible`` or ``unknown``.

    Raises
    ------
    CaseInvalid
        if its figures are too large to be exact to the penny.
    UnknownName
        if there is no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or its award does not survive the check.
    """
    with localcontext(EXACT):
        return _Run(
            case,
            merged(case.options, options),
            on_progress,
            stop,
            isolated,
            appraisal,
            started or time.monotonic(),
            frozenset(start),
            memory,
            tuple(map(frozenset, apart)),
            hands,
            ahead,
        ).evaluation()


def impossible(case: Case, options: Options | None, seconds: float, appraisal: Appraisal) -> Evaluation:
    """The evaluation of a case that is known to have no award before any search, after so many seconds.

    Raises
    ------
    CaseInvalid
        if its figures are too large to be exact to the penny.
    """
    with localcontext(EXACT):
        run = _Run(case, merged(case.options, options), lambda _: None, lambda: False, False, appraisal, 0.0)
        none = Outcome(accepted=None, goals=(), infeasible=True, limit=None, ties="not_examined")
        return run.without_search(none, seconds)


def merged(options: Options, over: Options | None) -> Options:
    """Options of a case, replaced by those given."""
    return options if over is None else options.model_copy(update=over.model_dump(exclude_none=True))


@dataclass(frozen=True)
class _Run:
    case: Case
    options: Options
    on_progress: Callable[[Sign], None]
    stop: Callable[[], bool]
    isolated: bool
    known: Appraisal | None
    started: float
    start: frozenset[str] = frozenset()
    memory: Memory | None = None
    apart: tuple[frozenset[str], ...] = ()
    hands: Hands | None = None
    ahead: Ahead | None = None

    @cached_property
    def solver(self) -> str:
        return chosen(self.options.solver)

    @cached_property
    def appraisal(self) -> Appraisal:
        return appraise(self.case) if self.known is None else self.known

    @cached_property
    def program(self) -> Program:
        return lay(self.appraisal)

    @cached_property
    def parts(self) -> Objectives:
        return objectives(self.appraisal)

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        return levels(self.case.objective, self.parts)

    @cached_property
    def gap(self) -> float:
        if self.options.gap is not None:
            return self.options.gap
        return 0.0 if np.count_nonzero(self.appraisal.bids.open) <= BOARD_SIZE else _LARGE_GAP

    def evaluation(self) -> Evaluation:
        began = self.started
        solver = about(self.solver)  # at once: one that cannot run is better told of before the work
        forbidden = [columns for columns in map(self._all_columns_of, self.apart) if columns]
        rejected = len(forbidden) + _MOST_REJECTED
        while True:
            outcome = self._solve(tuple(forbidden))
            evaluation = self._evaluation(outcome, solver, time.monotonic() - began)
            verification = verify(self.case, evaluation)
            if verification.valid:
                return evaluation.model_copy(update={"rules": verification.rules})
            if outcome.accepted is None or not _by_tolerance(verification) or len(forbidden) == rejected:
                findings = "; ".join(finding.message for finding in verification.findings[:5])
                raise SolverFailed(f"the solver's award did not survive the check: {findings}")
            forbidden.append(outcome.accepted)

    def without_search(self, outcome: Outcome, seconds: float) -> Evaluation:
        return self._evaluation(outcome, _ARITHMETIC, seconds)

    def _solve(self, forbidden: tuple[tuple[int, ...], ...]) -> Outcome:
        limit = self.options.time_limit
        first = self.levels[0].goal
        plan = Plan(
            goals=tuple(level.goal for level in self.levels),
            tie_breakers=self._tie_breakers() if self.gap == 0 else (),
            gap=self.gap,
            gap_base=self.parts.cost if self._gap_of_cost else None,
            gap_base_at=self._first,
            gap_base_least=least_cost(self.appraisal),
            time_limit=None if limit is None else max(limit - (time.monotonic() - self.started), 0.01),
            forbidden=forbidden,
            start=self._start(),
            bound=-np.inf if self.memory is None else self.memory.least(self.program, first),
            solver=self.solver,
            method=self.options.method or "auto",
            memory=None if self.memory is None else self.memory.of_parts(),
        )
        ask = self.program, plan, self._tell, self.stop, self.hands
        outcome = solve_in_child(*ask, ahead=self.ahead) if self.isolated else solve_here(*ask)
        if self.memory is not None:
            if outcome.memory is not None:
                self.memory.add(outcome.memory)
            if not outcome.infeasible and not forbidden:  # without awards that were cut off, all may be dearer
                self.memory.keep_whole(self.program, first, _least(outcome), self._ids(outcome.accepted or ()))
        return outcome

    def _ids(self, accepted: tuple[int, ...]) -> tuple[str, ...]:
        """Ids of the bids of accepted columns."""
        ids = self.appraisal.bids.ids
        return tuple(ids[bid] for bid in np.flatnonzero(self.appraisal.bids.open)[list(accepted)])

    def _start(self) -> tuple[int, ...]:
        """The award to begin with, as columns: that which leaves the fewest lots open; none where too many are."""
        known = [self.start, *(self.memory.awards() if self.memory is not None else ())]
        usable = [columns for columns in map(self._columns_of, known) if len(columns)]
        if not usable:
            return ()
        goal = self.levels[0].goal.coefficients
        return tuple(min(usable, key=lambda each: (self._lots_open(each), int(goal[each].sum()))).tolist())

    def _all_columns_of(self, award: frozenset[str]) -> tuple[int, ...]:
        """An award as columns; none where some of its bids may not be accepted, and it cannot come out."""
        bids = self.appraisal.bids
        known = np.array([name in award for name in bids.ids], dtype=np.bool_) & bids.open
        return tuple(np.flatnonzero(known[bids.open]).tolist()) if np.count_nonzero(known) == len(award) else ()

    def _columns_of(self, award: Iterable[str]) -> Ints:
        """What is left of an award, as columns; none where it is too little."""
        bids, names = self.appraisal.bids, frozenset(award)
        known = np.array([name in names for name in bids.ids], dtype=np.bool_) & bids.open
        lots = np.bincount(bids.pair_lot[known[bids.pair_bid]], minlength=len(self.appraisal.lots))
        columns = np.flatnonzero(known[bids.open])
        too_little = np.count_nonzero(lots == 0) > _MOST_OPEN * len(lots)
        return columns[:0] if too_little or (lots > 1).any() else columns

    def _lots_open(self, columns: Ints) -> int:
        """How many lots accepted columns leave open."""
        bids = self.appraisal.bids
        taken = np.isin(bids.pair_bid, np.flatnonzero(bids.open)[columns])
        return len(self.appraisal.lots) - int(np.count_nonzero(taken))

    def _tie_breakers(self) -> tuple[Goal, ...]:
        parts = self.parts
        return (
            quality_goal(parts, _SAME_QUALITY),
            Goal("providers", parts.providers, 1),
            Goal("bids", tie_breaker(self.appraisal), 2**20),
        )

    @property
    def _first(self) -> int:
        """Position of the first level of the board's own objective, after the priorities of rules."""
        return sum(level.priority for level in self.levels)

    @property
    def _is_decided_by_hand(self) -> bool:
        return bool(self.case.picks or self.case.exclusions)

    @property
    def _gap_of_cost(self) -> bool:
        """Whether the objective can come near 0, so that its gap is told as a share of cost."""
        objective = self.case.objective
        return isinstance(objective, MoneyValued) and objective.quality_value > 0

    def _tell(self, message: Progress | Found | Settled) -> None:
        if not isinstance(message, Progress):
            return
        level = next((level for level in self.levels if level.goal.name == message.goal), None)
        if level is None:
            self.on_progress(Sign("ties", message.seconds, None, None, None))
            return
        incumbent, bound = message.incumbent, message.bound
        gap = None
        if incumbent and bound is not None:
            gap = max(incumbent - bound, 0.0) / abs(incumbent)
        self.on_progress(
            Sign(
                level.goal.name,
                message.seconds,
                None if incumbent is None else level.amount(incumbent),
                None if bound is None else level.bound(bound),
                gap,
            )
        )

    def _evaluation(self, outcome: Outcome, solver: About, seconds: float) -> Evaluation:
        weighing = None
        if outcome.accepted is not None:
            bids = np.flatnonzero(self.appraisal.bids.open)[list(outcome.accepted)]
            weighing = Weighing(self.case, self.appraisal, bids)
        return Evaluation(
            status=outcome.status,
            name=self.case.name,
            certificate=self._certificate(outcome, weighing, solver, seconds),
            totals=weighing.totals() if weighing else None,
            awards=weighing.awards() if weighing else (),
            providers=weighing.providers() if weighing else (),
            discounts=weighing.discounts() if weighing else (),
            outposts=weighing.outposts() if weighing else (),
            moves=weighing.moves() if weighing else (),
            staff=weighing.staff() if weighing else None,
            buyers=weighing.buyers() if weighing else (),
            disqualified=weighing.disqualified() if weighing else (),
            abnormally_low=weighing.abnormally_low() if weighing else (),
            # Looking a case up takes as long as all the rest here.
            by_hand=by_hand(Tender(self.case)) if weighing and self._is_decided_by_hand else (),
            provenance=Provenance(
                case_sha256=self.case.sha256,
                version=__version__,
                options={"gap": self.gap, "time_limit": self.options.time_limit, "solver": self.solver},
            ),
        )

    def _certificate(self, outcome: Outcome, weighing: Weighing | None, solver: About, seconds: float) -> Certificate:
        states = tuple(
            self._level(level, result, outcome, weighing)
            for level, result in zip(self.levels, outcome.goals, strict=False)
            if weighing is not None
        )
        own = self.levels[self._first]
        value = None if weighing is None else own.amount(units(own, outcome, weighing))
        bound = None
        if len(states) > self._first:
            bound = states[self._first].bound
        elif not self._first and not outcome.infeasible:
            bound = own.bound(outcome.bound)
        missing = None if value is None or bound is None else abs(value - bound)
        return Certificate(
            objective=value,
            bound=bound,
            gap=None if value is None else _gap(value, bound, self._gap_base(own, value, weighing)),
            gap_pounds=missing if own.pounds else None,
            seconds=round(seconds, 3),
            solver=solver.solver,
            method=outcome.method or solver.method,
            limit=outcome.limit,
            levels=states,
            ties=outcome.ties,
            feasibility_tolerance=solver.feasibility,
            integrality_tolerance=solver.integrality,
        )

    def _level(self, level: Level, result: GoalResult, outcome: Outcome, weighing: Weighing) -> LevelState:
        best, bound = level.amount(result.value), level.bound(result.bound)
        if bound is not None:
            bound = min(bound, best) if level.sign > 0 else max(bound, best)
        return LevelState(
            objective=level.goal.name,
            value=level.amount(units(level, outcome, weighing)),
            best=best,
            bound=bound,
            gap=_gap(best, bound, self._gap_base(level, best, weighing)),
        )

    def _gap_base(self, level: Level, value: Decimal, weighing: Weighing | None) -> Decimal:
        """What a gap is a share of: the value, or the award's cost where the value can come near 0."""
        return weighing.cost if weighing and self._gap_of_cost and not level.priority else value


def units(level: Level, outcome: Outcome, weighing: Weighing) -> int:
    """Units of a level that an award has: later levels may have given up some of the best within a tolerance."""
    goal = level.goal
    beside = sum((each * weighing.violations[row] for row, each in goal.soft), -goal.saving * weighing.saved)
    charged = weighing.charges - weighing.discount if level.charged else 0
    return int(goal.coefficients[list(outcome.accepted or ())].sum()) + charged + half_up(beside)


def _least(outcome: Outcome) -> float:
    """Units that the first goal has in every award, as far as that is proven."""
    return max(outcome.bound, outcome.goals[0].bound) if outcome.goals else outcome.bound


def _gap(value: Decimal, bound: Decimal | None, base: Decimal) -> float | None:
    if bound is None:
        return None
    if value == bound:
        return 0.0
    return float(abs(value - bound) / abs(base)) if base else None


def _by_tolerance(verification: Verification) -> bool:
    """Whether an award breaks its limits by so little that the solver could not see it."""
    broken = [rule for rule in verification.rules if not rule.satisfied]
    named = {rule.rule for rule in broken}
    return all(finding.rule in named for finding in verification.findings) and all(
        abs(rule.value - rule.limit) <= _BY_TOLERANCE * max(abs(rule.limit), Decimal(1)) for rule in broken
    )
