"""A piece of work as a worker of the cluster does it: in a process of its own, for as long as somebody wants it.

Dask does not stop what a thread of a worker runs: whoever is no longer waited for only comes to nothing. So the thread
waits for a process, and ends it once Dask has let go of the piece: because it was cancelled, because who asked is gone,
or because the worker closes. A worker that is killed takes its processes with it: they end where their input does.
"""

import pickle
from collections.abc import Mapping, Sequence

from distributed import get_worker

from models import SelectorError
from selector.cluster.outcome import Ended, Lacking, Outcome, Raised, Refused, Value
from selector.cluster.parked import Hand, park, taken
from selector.cluster.shelf import held
from selector.cluster.unpacking import called
from selector.cluster.versions import difference
from selector.solve.child import Cut
from selector.solve.outcome import Limit

_WANTED = ("executing", "long-running")
_OPEN = ("running", "paused", "closing_gracefully")


def done(call: bytes, digests: Sequence[str], versions: Mapping[str, str]) -> Outcome:
    """What comes of a call that has some parts, made by a process in which all ``versions`` are these."""
    worker = get_worker()
    differs = difference(versions)
    if differs:
        return Refused(worker.address, differs)
    content = held(digests)
    if len(content) < len(digests):
        return Lacking(worker.address)
    key = worker.get_current_task()

    def unwanted() -> Limit | None:
        task = worker.state.tasks.get(key)
        wanted = task is not None and task.state in _WANTED and worker.status.name in _OPEN
        return None if wanted else "stopped"

    hand = taken(content)
    new = {digest: part for digest, part in content.items() if digest not in hand.parts}
    try:
        ended = hand.child.answer(pickle.dumps((called, (call, new))), lambda _: None, unwanted)
    except SelectorError as error:
        # The pickle of a call is read before it is made: what was sent is there.
        _kept(hand, new)
        return Raised(error)
    except BaseException:
        hand.child.end()
        raise
    if isinstance(ended, Cut):
        hand.child.end()
        return Ended(ended.exit_status)
    _kept(hand, new)
    return Value(ended.value)


def _kept(hand: Hand, new: Mapping[str, bytes]) -> None:
    hand.parts |= {digest: len(part) for digest, part in new.items()}
    park(hand)
