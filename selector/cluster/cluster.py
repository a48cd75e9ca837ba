"""A Dask cluster as an executor of the standard library."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from models import ClusterFailed, SolverFailed
from selector.cluster.connection import connected, lost, told
from selector.cluster.outcome import Ended, Lacking, Outcome, Raised, Refused, Value
from selector.cluster.versions import versions

if TYPE_CHECKING:
    from selector.cluster.packing import Packed, Part

T = TypeVar("T")

_TRIES = 3
"""How many processes a piece of work may bring to their end."""


@dataclass
class _Piece:
    """A piece of work, and how many processes it has brought to their end."""

    packed: "Packed"
    future: Future[Any]
    ended: int = 0


class Cluster(Executor):
    """Calls functions of modules on the workers of a Dask cluster, each call in a process of its own there.

    What calls share, a case above all, is sent to each worker once. A call whose worker
    is lost is made by another, or by the next that comes. One that is cancelled ends at once, as all do where this
    process ends. Whoever can reach a cluster can run what they like on it: name one that you trust, with ``tls://`` beyond
    your own network.

    Raises
    ------
    ExtraMissing
        if Dask is not installed.
    ClusterFailed
        if there is no scheduler at the address, it does not let us in, or it has no worker.
    """

    def __init__(self, address: str) -> None:
        from selector.cluster.packing import Packing  # processes that solve need no more of this module than its name

        self.address = address
        self._client = connected(address)
        self._calls = self._client.get_executor(pure=False)
        self._packing = Packing()
        self._sent: set[str] = set()
        """Digests of what all workers were sent."""
        self.shared = 0
        """Bytes of what calls have shared so far, as each worker was sent it."""
        self._sending = threading.Lock()
        self._closed = False

    @property
    def places(self) -> int:
        """How many calls the workers of now make at once; at least 1."""
        return max(sum(self._threads().values()), 1)

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Call ``fn``, which is a function of a module, found there again by its name.

        Its future raises what ``fn`` raises, where that is a ``SelectorError``; ``SolverFailed`` where it ends every
        process that takes it; and ``ClusterFailed`` where the cluster cannot do it.
        """
        if self._closed:
            raise RuntimeError("this cluster was shut down")
        future: Future[T] = Future()
        with self._sending:
            packed = self._packing.packed((fn, args, kwargs))
        self._begin(_Piece(packed, future))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls, and leave the cluster once what runs is done, or at once if futures are cancelled."""
        if self._closed:
            return
        self._closed = True
        self._calls.shutdown(wait=wait and not cancel_futures)
        self._client.close()

    def _begin(self, piece: _Piece) -> None:
        from selector.cluster.working import done

        packed, key = piece.packed, f"done-{uuid4().hex}"
        with self._sending:
            self._send({digest: part for digest, part in packed.parts.items() if digest not in self._sent})
            try:
                running = self._calls.submit(done, packed.call, tuple(packed.parts), versions(), key=key)
            except (OSError, RuntimeError) as error:
                raise lost(self.address) from error
        piece.future.add_done_callback(lambda future: self._cancel(key) if future.cancelled() else None)
        running.add_done_callback(partial(self._came, piece))

    def _cancel(self, key: str) -> None:
        """Have Dask let go of a call.

        By its key: the executor's future may not be cancelled while its result arrives, of which Dask would log an error.
        """
        from distributed import Future as Call

        with suppress(OSError, RuntimeError):  # without the cluster there is nothing to let go of
            Call(key, self._client).cancel()

    def _send(self, parts: "Mapping[str, Part]", worker: str | None = None) -> None:
        """Send a worker, or all there are, what calls share.

        Not as data of Dask's: what was scattered is lost with the worker that has it, and a call goes to the one that has
        what it needs while others stand idle.
        """
        from selector.cluster.shelf import hold

        if not parts:
            return
        content = {digest: part.content for digest, part in parts.items()}
        try:
            # A worker that is lost meanwhile, or joins later, says what it lacks once it is asked for it.
            self._client.run(hold, content, workers=None if worker is None else [worker], on_error="ignore")
        except (OSError, RuntimeError) as error:
            raise lost(self.address) from error
        self.shared += sum(len(part.content) for digest, part in parts.items() if digest not in self._sent)
        self._sent |= parts.keys()

    def _threads(self) -> dict[str, int]:
        try:
            found: dict[str, int] = self._client.nthreads()
        except (OSError, RuntimeError, TypeError, AttributeError) as error:
            raise lost(self.address) from error
        return found

    def _came(self, piece: _Piece, running: "Future[Outcome]") -> None:
        """Take what came of a piece. Called from the thread of the client, which must not wait for the client."""
        if piece.future.cancelled():
            return
        if running.cancelled():
            _fail(piece.future, lost(self.address))
            return
        error = running.exception()
        if error is not None:
            _fail(piece.future, told(error, self.address))
            return
        match running.result():
            case Value(value):
                if piece.future.set_running_or_notify_cancel():
                    piece.future.set_result(value)
            case Raised(raised):
                _fail(piece.future, raised)
            case Refused(where, difference):
                _fail(
                    piece.future,
                    ClusterFailed(
                        f"the worker {where} has {difference}: results could differ; install the same versions there"
                    ),
                )
            case Lacking(where):
                threading.Thread(target=self._again, args=(piece, where), daemon=True).start()
            case Ended(exit_status):
                piece.ended += 1
                if piece.ended < _TRIES:
                    threading.Thread(target=self._again, args=(piece,), daemon=True).start()
                else:
                    _fail(piece.future, _too_much(exit_status))

    def _again(self, piece: _Piece, lacking: str | None = None) -> None:
        try:
            if lacking is not None:
                with self._sending:
                    self._send(piece.packed.parts, lacking)
            self._begin(piece)
        except ClusterFailed as error:
            _fail(piece.future, error)


def _too_much(exit_status: int | None) -> SolverFailed:
    return SolverFailed(
        f"a piece of work ended each of the {_TRIES} processes that took it, the last with exit status {exit_status}: most "
        "likely it needs more memory than the workers have; start them with fewer threads each, or on larger machines"
    )


def _fail(future: Future[Any], error: BaseException) -> None:
    if future.set_running_or_notify_cancel():
        future.set_exception(error)
