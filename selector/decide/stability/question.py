"""The question how stable an award is, as it may be asked."""

from collections.abc import Callable
from concurrent.futures import Executor
from decimal import Decimal, localcontext

from models import Case, Evaluation, Options
from models.stability import Stability
from selector.decide.asked import LONG_SECONDS, asked
from selector.decide.stability.answer import Answer
from selector.decide.stability.drawn import Ranges
from selector.decide.stability.sampling import SAMPLES, SEED
from selector.search import EXACT, Sign

PRICES, TRANSFER = Decimal("0.05"), Decimal("0.1")
"""How far figures are drawn from what is stated where nobody says what is drawn: fractions of it."""


def stability(
    case: Case,
    options: Options | None = None,
    *,
    award: Evaluation | None = None,
    samples: int = SAMPLES,
    seed: int = SEED,
    prices: Decimal | None = None,
    volumes: Decimal | None = None,
    transfer: Decimal | None = None,
    weights: bool = False,
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Sign], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
) -> Stability:
    """Find how far weights may move before another award is best, which is best where, and how often at random figures.

    Up to board size where an award ceases to be the best is exact, to what rounding may do; above it, or at a limit, it
    is an interval. Samples are the same for the same seed, however many are drawn at once (Lahdelma and Salminen 2001,
    "SMAA-2").

    Parameters
    ----------
    case
        The case.
    options
        Options that replace those of the case, each where it is given. The time limit holds for the whole question: half
        of it for the award, where that is not known. Above board size a question takes 100 seconds beside that, where no
        limit is given.
    award
        The best award of the case, where it is known already.
    samples
        How many samples are drawn; none if 0.
    seed
        Of the samples.
    prices
        By how much of itself each bid's price is drawn higher or lower, all its prices alike, from 0 to 1.
    volumes
        By how much each lot's volume is; prices a year stay as they are.
    transfer
        By how much the share of staff that transfers to each kind of bidder is, and that which a bid states itself.
    weights
        Whether to draw the weights of the objective, uniformly over the map.
        Where nothing is said to be drawn, prices are, by 5 %, and transfer shares, by 10 %.
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
    Stability
        of which what was not found within the limits is open.

    Raises
    ------
    ValueError
        if ``samples`` or ``seed`` is below 0, or a range is not between 0 and 1.
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    UnknownName
        if there is no solver of the name that the options state.
    ExtraMissing
        if that solver is not installed.
    SolverFailed
        if the solver breaks down, or an award does not survive the check.
    """
    if samples < 0 or seed < 0 or any(each is not None and not 0 <= each <= 1 for each in (prices, volumes, transfer)):
        raise ValueError("samples and seed are 0 or more, and ranges are between 0 and 1")
    if prices is None and volumes is None and transfer is None and not weights:
        prices, transfer = PRICES, TRANSFER
    nothing = Decimal(0)
    ranges = Ranges(prices or nothing, volumes or nothing, transfer or nothing, weights)
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
        return Answer(begun, ranges, samples, seed).stability()
