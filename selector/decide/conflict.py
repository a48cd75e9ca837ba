"""Why a case has no award, and what would mend it."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import localcontext

from models import Case, Clash, Conflict, Options, Repair, SolverFailed
from selector.decide.background import Background
from selector.decide.explainer import Explainer
from selector.decide.feasibility import Clock, Judge
from selector.decide.ledger import Ledger
from selector.decide.members import members
from selector.decide.minimal import Irreducible, irreducible
from selector.decide.narrow import Members, Narrower
from selector.decide.patterns import weights
from selector.decide.relaxation import Relaxation
from selector.decide.repairs import Repairer
from selector.decide.uncovered import UNCOVERED, Uncovered
from selector.search import EXACT
from selector.solve.ahead import Ahead
from selector.solve.child import Answer, run_in_child

_STEP = 5.0
"""Seconds that one solve of the analysis may take."""
_SHARE_OF_CLASHES, _STEP_OF_CLASHES = 0.4, 1.5
"""Share of the time for finding clashes, the rest being for repairs, and seconds that one solve of it may take."""
_LEAST = 1.0
"""Seconds below which a process for the analysis would hardly have begun."""


@dataclass(frozen=True)
class Ask:
    """What is asked of a case without an award."""

    case: Case
    options: Options
    seconds: float
    """Within which to answer."""
    clashes: int = 2
    repairs: int = 2
    known: tuple[tuple[str, ...], ...] = ()
    """Names of members that are known not to hold together, the smaller set first; without any, all of them."""


def conflict(
    ask: Ask, *, stop: Callable[[], bool] = lambda: False, isolated: bool = True, ahead: Ahead | None = None
) -> Conflict:
    """Why a case that has no award has none, looked for in the process that was started ``ahead`` if there is one.

    A limit, or ``stop``, costs proofs and repairs, never an answer: at the least all members are named.

    Raises
    ------
    UnknownName
        if an option names a member that the case does not have.
    """
    last: list[Conflict] = []
    # A breakdown of the solver: that there is no award is proven already, and of why, what was told by then counts.
    with contextlib.suppress(SolverFailed):
        if not isolated:
            return _Analysis(ask, last.append, stop).conflict()
        if ask.seconds > _LEAST:
            ended = run_in_child(analysed, ask, listen=last.append, stop=stop, time_limit=ask.seconds, ahead=ahead)
            if isinstance(ended, Answer):
                answer: Conflict = ended.value
                return answer
    return last[-1] if last else _unexamined(ask)


def analysed(ask: Ask, tell: Callable[[Conflict], None]) -> Conflict:
    """The conflict of a case, told each time that more is known of it."""
    with localcontext(EXACT):
        return _Analysis(ask, tell).conflict()


def _known(ask: Ask, relaxation: Relaxation) -> list[Members]:
    """Positions of the members that are known to clash, of those sets whose names are sure to be theirs."""
    if relaxation.ambiguous:  # a name may then be that of another member
        return []
    by_name = relaxation.by_name
    return [
        tuple(sorted(by_name[name] for name in names)) for names in ask.known if names and by_name.keys() >= set(names)
    ]


def _unexamined(ask: Ask) -> Conflict:
    """Members that are known not to hold together, without any solve."""
    relaxation = Relaxation(ask.case)
    judge = Judge(relaxation, Clock.starting(0, 0))
    known = _known(ask, relaxation)
    least = known[0] if known else relaxation.every
    if not least:
        return _of_the_bids((UNCOVERED,))
    # One alone is as few as can be, if nothing but members can be to blame.
    proven = len(least) == 1 and not relaxation.ambiguous and Background(judge).verdict() == "feasible"
    return Conflict(**dict(Explainer(judge, Ledger(relaxation)).clash(Irreducible(least, proven))))


def _of_the_bids(explanation: tuple[str, ...]) -> Conflict:
    """The conflict of a case whose bids alone leave no award: no rule is to blame, and none can mend it."""
    return Conflict(rules=(), minimal=True, explanation=explanation, mendable=False)


@dataclass
class _Analysis:
    ask: Ask
    tell: Callable[[Conflict], None]
    stop: Callable[[], bool] = lambda: False
    clashes: list[Clash] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    mendable: bool | None = None

    def conflict(self) -> Conflict:
        """The conflict, as far as the time reaches."""
        relaxation = Relaxation(self.ask.case)
        judge = Judge(relaxation, Clock.starting(self.ask.seconds, _STEP, self.stop))
        ledger = Ledger(relaxation)
        background = Background(judge)
        verdict = background.verdict()
        if verdict == "infeasible":
            self.tell(_of_the_bids((UNCOVERED,)))
            lots = [relaxation.barred.lots.ids[lot] for lot in background.lots()]
            return _of_the_bids(tuple(Uncovered(ledger.tender, lots).sentences()))
        movable = weights(members(self.ask.case), self.ask.options)
        known = _known(self.ask, relaxation)
        first = Judge(relaxation, judge.clock.part(_SHARE_OF_CLASHES, _STEP_OF_CLASHES))
        narrower = Narrower(first, ledger, (*known, relaxation.every))
        found = self._clashes(narrower, Explainer(first, ledger), sure=verdict == "feasible")
        repairer = Repairer(judge, ledger, movable, {member for clash in found for member in clash})
        if not judge.clock.over:
            repairer.learn(relaxation)
        self._repairs(repairer, relaxation)
        return self._so_far()

    def _clashes(self, narrower: Narrower, explainer: Explainer, *, sure: bool) -> Sequence[Members]:
        """Find clashes that share no member; ``sure`` says that bids alone would leave an award."""
        found: list[Members] = []
        allowed = narrower.judge.relaxation.every
        while len(found) < self.ask.clashes and allowed:
            clashing = narrower.infeasible(allowed)
            if isinstance(clashing, str):
                break
            clash = irreducible(narrower.judge, clashing)
            found.append(clash.members)
            self.clashes.append(explainer.clash(replace(clash, proven=clash.proven and sure)))
            self.tell(self._so_far())
            allowed = tuple(member for member in allowed if member not in clash.members)
        return found

    def _repairs(self, repairer: Repairer, relaxation: Relaxation) -> None:
        before: list[set[int]] = []
        while len(self.repairs) < self.ask.repairs:
            found = repairer.repair(before)
            self.mendable = repairer.mendable
            if found is None:
                break
            self.repairs.append(found)
            self.tell(self._so_far())
            before.append({relaxation.by_name[each.rule] for each in found.moves})

    def _so_far(self) -> Conflict:
        if not self.clashes:
            return _unexamined(self.ask)
        first, *further = self.clashes
        # Two that are as good may not be so once their moves are rounded outward.
        repairs = sorted(self.repairs, key=lambda repair: repair.distance)
        return Conflict(
            rules=first.rules,
            minimal=first.minimal,
            explanation=first.explanation,
            further=tuple(further),
            repair=repairs[0] if repairs else None,
            mendable=self.mendable,
            alternatives=tuple(repairs[1:]),
        )
