"""The best awards of many groups of buyers, in processes of their own."""

import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from decimal import localcontext

from models import SolverFailed
from selector.decide.choice.alone import Best, Finder
from selector.decide.choice.none_alone import none_alone
from selector.search import EXACT
from selector.solve.child import Cut, run_in_child

Buyers = tuple[str, ...]
UNKNOWN = Best("unknown")
_LOOK = 0.05
_FEW = 8
"""Groups for which a further process is worth its start."""


@dataclass(frozen=True)
class Many:
    """How many groups of buyers are looked at, and within which limits."""

    finder: Finder
    workers: int | None
    isolated: bool
    stop: Callable[[], bool]
    tell: Callable[[int], None]
    """Told how many are done, from the thread that asked."""

    def best(self, groups: Sequence[Buyers], seconds: float | None) -> Mapping[Buyers, Best]:
        """The best award of each group by itself, within so many seconds for all; those not come to are not there."""
        if not groups or self.stop() or (seconds is not None and seconds <= 0):
            return {}
        return self._in_processes(groups, seconds) if self.isolated else self._here(groups, seconds)

    def _here(self, groups: Sequence[Buyers], seconds: float | None) -> Mapping[Buyers, Best]:
        found: dict[Buyers, Best] = {}

        def tell(solved: tuple[Buyers, Best]) -> None:
            found.update([solved])
            self.tell(len(found))

        one_by_one(self.finder, groups, seconds, tell, self.stop)
        return found

    def _in_processes(self, groups: Sequence[Buyers], seconds: float | None) -> Mapping[Buyers, Best]:
        workers = min(self.workers or _processors(), -(-len(groups) // _FEW))
        solved: queue.SimpleQueue[tuple[Buyers, Best]] = queue.SimpleQueue()
        stopped = threading.Event()
        found: dict[Buyers, Best] = {}

        def work(part: Sequence[Buyers]) -> None:
            ended = run_in_child(
                one_by_one,
                self.finder,
                part,
                seconds,
                listen=solved.put,
                stop=stopped.is_set,
                time_limit=seconds,
            )
            if isinstance(ended, Cut) and ended.limit == "failure":
                raise SolverFailed(f"a process that solves ended with exit status {ended.exit_status}")

        def hear() -> None:
            while not solved.empty():
                found.update([solved.get()])
            self.tell(len(found))

        with ThreadPoolExecutor(workers) as pool:
            # Small groups come first: dealt out in turn, every process has some of each size.
            running = [pool.submit(work, groups[start::workers]) for start in range(workers)]
            try:
                while not _all_done(running):
                    hear()
                    if self.stop():
                        stopped.set()
                    time.sleep(_LOOK)
            finally:
                stopped.set()
            for each in running:
                each.result()
        hear()
        return found


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _all_done(running: Sequence[Future[None]]) -> bool:
    # One that failed fails them all: the others need not go on.
    return all(each.done() for each in running) or any(each.done() and each.exception() for each in running)


def one_by_one(
    finder: Finder,
    groups: Sequence[Buyers],
    seconds: float | None,
    tell: Callable[[tuple[Buyers, Best]], None],
    stop: Callable[[], bool] = lambda: False,
) -> None:
    """Tell of each group its best award, looked for within an equal part of the seconds left; of a single buyer, why none."""
    began = time.monotonic()
    with localcontext(EXACT):
        for position, group in enumerate(groups):
            left = None
            if seconds is not None:
                left = (seconds - (time.monotonic() - began)) / (len(groups) - position)
            if stop() or (left is not None and left <= 0):
                return
            since = time.monotonic()
            best = finder.best(group, left, stop)
            if best.status == "infeasible" and len(group) == 1:
                rest = None if left is None else left - (time.monotonic() - since)
                best = replace(best, reason=none_alone(finder, group[0], best, rest, stop))
            tell((group, best))
