"""The front of a program, as it may be asked for."""

from collections.abc import Callable
from concurrent.futures import Executor

from selector.fronts.apart import Apart
from selector.fronts.found import Nondominated, SoFar
from selector.fronts.multiobjective import Multiobjective
from selector.fronts.part import parts
from selector.fronts.search import Search
from selector.many import Many


def nondominated(
    program: Multiobjective,
    *,
    epsilon: float = 0.0,
    time_limit: float | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[SoFar], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    isolated: bool = True,
) -> Nondominated:
    """Find the nondominated points of a program with several objectives: all of them, or enough to stand for the rest.

    Where no row ties some of its columns to the others, the front is added up from those of its parts.

    Parameters
    ----------
    program
        The program.
    epsilon
        0 for the whole front. Above 0, what is better than a known point by no more than so large a share of the point's own
        value, in any objective, is not looked for (Papadimitriou, Yannakakis 2000: On the approximability of trade-offs).
    time_limit
        Seconds for all of it.
    executor
        Where searches are made: any executor whose processes have this program; processes of this machine if left out.
    workers
        How many searches are made at once; as many as there are processors here if left out.
    on_progress
        Called with signs of life, from this thread.
    stop
        Asked some twenty times a second; once it answers True the search ends with what was found.
    isolated
        Whether to use processes of their own at all.

    Returns
    -------
    Nondominated
        ``complete`` where nothing is open.

    Raises
    ------
    ValueError
        if an objective has no bound.
    SolverFailed
        if the solver breaks down.
    """
    many, several = Many(executor, workers, isolated, time_limit, stop=stop), parts(program)
    if len(several) > 1:
        return Apart(program, several, many, epsilon, on_progress=on_progress).run()
    return Search(program, many, epsilon, on_progress=on_progress).run()
