"""The connection to the scheduler of a cluster, and what may be wrong with it in words."""

import asyncio
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import TYPE_CHECKING

from models import ClusterFailed, ExtraMissing, SolverFailed

if TYPE_CHECKING:
    from distributed import Client

_SECONDS, _FOR_A_WORKER = 10, 10.0
_LOOK = 0.1


def connected(address: str) -> "Client":
    """A client of the scheduler at an address, which has a worker.

    Raises
    ------
    ExtraMissing
        if Dask is not installed.
    ClusterFailed
        if there is no scheduler, it does not let us in, or it has no worker.
    """
    if find_spec("distributed") is None:
        raise ExtraMissing("a cluster needs its extra: pip install 'supplier-selector[cluster]'")
    from distributed import Client  # loaded only where it is asked for: it takes a second

    try:
        with ThreadPoolExecutor(1) as thread:  # whoever asks may have a loop of events already
            thread.submit(lambda: asyncio.run(_reached(address))).result()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions, which each piece of work is asked about in our own words
            client = Client(address, timeout=_SECONDS, set_as_default=False, name="selector")
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        raise ClusterFailed(
            f"there is no scheduler to be had at {address} ({_short(error)}): start one with 'dask scheduler', and name "
            "the address that it prints, such as tcp://192.0.2.1:8786"
        ) from error
    until = time.monotonic() + _FOR_A_WORKER
    while not client.nthreads():
        if time.monotonic() > until:
            client.close()
            raise ClusterFailed(f"the cluster at {address} has no worker: start some with 'dask worker {address}'")
        time.sleep(_LOOK)
    return client


async def _reached(address: str) -> None:
    """See that there is a scheduler: a client that finds none tries to leave it all the same, and takes its time over it."""
    from distributed import Security
    from distributed.comm.core import connect

    comm = await connect(address, timeout=_SECONDS, **Security().get_connection_args("client"))
    await comm.close()


def lost(address: str) -> ClusterFailed:
    """The error that the scheduler is gone."""
    return ClusterFailed(
        f"the scheduler at {address} was lost, and what it knew with it: start it again with 'dask scheduler', its "
        "workers join it by themselves or with 'dask worker', and ask again"
    )


def told(error: BaseException, address: str) -> BaseException:
    """An error of Dask's own in words."""
    if type(error).__name__ == "KilledWorker":
        return SolverFailed(
            "a piece of work was about when each of several workers ended, one after another: most likely it needs more "
            "memory than they have; start workers with fewer threads each, or on larger machines"
        )
    if isinstance(error, ImportError | AttributeError | RuntimeError):
        return ClusterFailed(
            f"the scheduler or a worker at {address} does not know this program ({_short(error)}): install the same "
            "version with its extra there, pip install 'supplier-selector[cluster]'"
        )
    return ClusterFailed(f"the cluster at {address} failed: {_short(error)}")


def _short(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:200]
