"""The question which award is best when some bidders turn out dearer, as it may be asked."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from decimal import Decimal, localcontext

from models import Case, Evaluation, MoneyValued, Options, Unanswerable
from models.robust import Robust
from selector.decide.asked import LONG_SECONDS, asked
from selector.decide.robust.answer import Answer
from selector.decide.robust.rises import Uncertainty
from selector.search import EXACT, Sign

PRICES, TRANSFER = Decimal("0.1"), Decimal("0.1")
"""How far figures may turn out worse where nobody says otherwise: fractions of what is stated."""


def robust(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    prices: Decimal = PRICES,
    transfer: Decimal = TRANSFER,
    budgets: Sequence[int] | None = (1,),
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
) -> Robust:
    """Find the award that counts for least when the bidders that hurt it most turn out dearer, and what that costs.

    A budget of uncertainty is a number of bidders, whichever they are: the prices of all their bids rise, and the shares
    of staff that they take over fall, to their worst at once (Bertsimas and Sim 2004). Of awards with the same worst case
    it is the one that is best as bids stand, where that is proven to the penny. Limits of the case, budgets among them,
    hold at the prices of the bids.

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question: half
        of it for the best award, where that is not known. Above board size a question takes 100 seconds beside that, where
        no limit is given.
    award
        The best award of the case, where it is known already.
    prices
        By how much of themselves the prices of a dearer bidder are higher, at least 0.
    transfer
        By how much of itself the share of staff that a dearer bidder takes over is lower, from 0 to 1.
    budgets
        How many bidders turn out dearer at once: an award for each number. None asks for every number from 0 to that of
        the bidders of the best award.
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
    Robust
        with an award for each budget of uncertainty, in their order.

    Raises
    ------
    ValueError
        if ``prices``, ``transfer`` or a budget is out of its range.
    Unanswerable
        if the board's objective is not one sum of money: where prices are scored against one another, or objectives come
        in an order, no worst case is the sum of what bids rise by.
    CaseInvalid
        if the figures of the case, or of its worst case, are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or an award does not survive the check.
    """
    if not (0 <= prices <= 10 and 0 <= transfer <= 1) or any(each < 0 for each in budgets or ()):
        raise ValueError("prices are 0 to 10, transfer is 0 to 1, and budgets are 0 or more")
    if not isinstance(case.objective, MoneyValued):
        raise Unanswerable(
            "robust",
            "a robust award is one of an objective in money: with scores of price and quality, or objectives in an order, "
            "what bids rise by does not add up. State the objective as money_valued; stability tells how sure this one is",
        )
    with localcontext(EXACT):
        begun = asked(
            case,
            options,
            award=award,
            executor=executor,
            workers=workers,
            on_progress=on_progress,
            stop=stop,
            isolated=isolated,
            large_seconds=LONG_SECONDS,
        )
        return Answer(begun, case.objective, Uncertainty(prices, transfer)).robust(budgets)
