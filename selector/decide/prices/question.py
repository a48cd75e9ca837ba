"""The question what rules cost, as it may be asked."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from decimal import localcontext

from models import BestAward, Case, Evaluation, Options, UnknownName
from models.faults import shown, suggestion
from models.prices import Prices, RulePrice
from selector.decide.asked import Asked, asked
from selector.decide.members.rules import RULE
from selector.decide.prices.answer import rule_prices, unbinding
from selector.decide.prices.joint import JointPrices, joint_prices
from selector.decide.prices.singles import Singles
from selector.decide.prices.statements import Statement, statements
from selector.decide.provenance import provenance
from selector.search import EXACT, Sign


def prices(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    rules: Sequence[str] = (),
    pairs: bool | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
) -> Prices:
    """Find by how much the best award of a case would be better without each of its rules, floors, caps and thresholds.

    Up to board size each price is that of a search to the penny, or proven without one. Above it a price is an
    interval: at least by an award that is found without the rule, at most by a bound of all awards that break it.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question: half
        of it for the award, where that is not known. Above board size a question takes 40 seconds beside that, where no
        limit is given.
    award
        The best award of the case, where it is known already.
    rules
        Names of statements, such as ``floor[service]``, or ids of the board's rules; all that there are if left out.
    pairs
        Whether to price the rules two by two as well, of at most fifteen; up to board size alone if left out.
    executor
        Where searches are made: any executor whose processes have this program; one of processes of this machine if left
        out.
    workers
        How many searches are made at once; as many as there are processors here if left out.
    on_progress
        Called with signs of life, from this thread.
    stop
        Asked some twenty times a second; once it answers True the question ends, and what is open then stays open.
    isolated
        Whether to use processes of their own at all.

    Returns
    -------
    Prices
        in £ or points of the board's objectives, the dearest first.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no statement of one of the names, or no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or an award does not survive the check.
    """
    with localcontext(EXACT):
        chosen = _chosen(case, rules)
        begun = asked(
            case,
            options,
            award=award,
            executor=executor,
            workers=workers,
            on_progress=on_progress,
            stop=stop,
            isolated=isolated,
        )
        return _answer(begun, chosen, pairs)


def _chosen(case: Case, names: Sequence[str]) -> tuple[Statement, ...]:
    every = {each.name: each for each in statements(case)}
    if not names:
        return tuple(every.values())
    found = {}
    for name in names:
        known = name if name in every else f"{RULE}[{name}]"
        if known not in every:
            raise UnknownName(
                f"there is no rule in force, floor, cap or threshold named {shown(name)}{suggestion(name, every)}"
            )
        found[known] = every[known]
    return tuple(found.values())


def _answer(begun: Asked, chosen: Sequence[Statement], pairs: bool | None) -> Prices:
    singles, joint = Singles(begun, chosen), JointPrices()
    found: tuple[RulePrice, ...] = ()
    if begun.best.awards:
        singles.run()
        found = rule_prices(singles)
        if pairs or (pairs is None and not begun.is_large):
            joint = joint_prices(singles, found)
    return Prices(
        name=begun.case.name,
        best=BestAward.of(begun.best),
        rules=found,
        unbinding=unbinding(singles.unbinding),
        pairs=joint.prices,
        paired=joint.among,
        unpaired=joint.left_out,
        pairs_open=joint.open,
        seconds=begun.seconds,
        provenance=provenance(begun.case, begun.options),
    )
