"""Searches that run at once, each in a process of its own, and end together."""

import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from models import Case, CaseInvalid, ClusterFailed, Evaluation, Fault, SelectorError
from selector.compare.searched import searched
from selector.compare.task import Task
from selector.evaluation import evaluate
from selector.scenarios import stamped
from selector.search import Sign
from selector.solve.elsewhere import elsewhere
from selector.solve.hands import Hands
from selector.solve.memory import Memory

_LOOK = 0.05
_LEAST = 0.01
_OF_THE_FIRST = 1.5
"""Of an equal share of the time, what the first search has."""

Outcome = Evaluation | tuple[Fault, ...] | None
"""What came of a scenario: its evaluation, the faults that keep it from having one, or nothing where it has not begun."""


@dataclass(frozen=True)
class Started:
    """A search begins."""


Tell = Callable[[Task, Sign | Started | None], None]


@dataclass
class Crew:
    """Who searches, within which limits.

    The searches are threads of this process that wait for processes of their own, as every evaluation does: a pool of
    processes would run the caller's main module again, and a worker that is killed loses the award it had.
    """

    workers: int
    time_limit: float | None
    isolated: bool
    started: float
    """When the question was asked, on the monotonic clock."""
    memory: Memory
    """What searches come to: each begins with what others before it have found and proven."""
    hands: Hands | None = None
    """Who makes the searches in place of processes of this one's, where anybody does."""
    _left: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def outcomes(self, tasks: Sequence[Task], tell: Tell, stop: Callable[[], bool]) -> Mapping[str, Outcome]:
        """What comes of each task, by scenario. ``tell`` and ``stop`` are called from this thread alone."""
        messages: queue.SimpleQueue[tuple[Task, Sign | Started | None]] = queue.SimpleQueue()
        ending = threading.Event()
        found: dict[str, Outcome] = {task.scenario: task.faults or None for task in tasks}
        # After what all are held against the dearest: begun last, one of them would keep all the others waiting.
        fit = sorted(
            (task for task in tasks if task.case is not None), key=lambda task: (not task.first, -task.searches)
        )
        self._left = len(fit)
        if stop():
            ending.set()
        pool = ThreadPoolExecutor(self.workers, thread_name_prefix="scenario")
        try:
            running: dict[str, Future[Outcome]] = {
                task.scenario: pool.submit(self._outcome, task, messages.put, ending) for task in fit
            }
            while not all(each.done() for each in running.values()) or not messages.empty():
                if stop():
                    ending.set()
                try:
                    tell(*messages.get(timeout=_LOOK))
                except queue.Empty:
                    continue
            return found | {name: each.result() for name, each in running.items()}
        finally:
            ending.set()  # where this thread is interrupted, they are to end too
            pool.shutdown(cancel_futures=True)

    def _outcome(
        self, task: Task, put: Callable[[tuple[Task, Sign | Started | None]], None], ending: threading.Event
    ) -> Outcome:
        seconds = self._share(first=task.first)
        if ending.is_set() or task.case is None or (seconds is not None and seconds <= 0):
            put((task, None))
            return None
        put((task, Started()))
        try:
            if self.hands is not None:
                return self._elsewhere(self.hands, task, task.case, seconds, ending)
            evaluation = evaluate(
                task.case,
                task.options.model_copy(update={"time_limit": None if seconds is None else max(seconds, _LEAST)}),
                on_progress=lambda sign: put((task, sign)),
                stop=ending.is_set,
                isolated=self.isolated,
                clashes=1,
                repairs=0,
                memory=self.memory,
            )
            return stamped(evaluation, task.scenario)
        except ClusterFailed:
            raise  # it is of no scenario
        except CaseInvalid as error:
            return error.faults
        except SelectorError as error:
            # Of one scenario alone, such as a rule that its options fix and that it removes: the others go on.
            return (Fault("", str(error)),)
        finally:
            put((task, None))

    def _elsewhere(
        self, hands: Hands, task: Task, case: Case, seconds: float | None, ending: threading.Event
    ) -> Outcome:
        arguments = (case, task.options, self.memory)
        found = elsewhere(hands, searched, arguments, seconds=seconds, stop=ending.is_set)
        if found is None:
            return None
        self.memory.add(found.memory)
        return stamped(found.evaluation, task.scenario)

    def _share(self, *, first: bool) -> float | None:
        """The seconds that the next search may take: more for the first, which the others begin with."""
        with self._lock:
            turns = -(-self._left // self.workers)
            self._left -= 1
        if self.time_limit is None:
            return None
        left = self.time_limit - (time.monotonic() - self.started)
        return left / turns * (_OF_THE_FIRST if first and turns > 1 else 1.0)
