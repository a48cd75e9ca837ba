"""The cluster that a command is told of, while it is asked."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from selector.cluster import Cluster


@contextmanager
def hands(address: str | None) -> Iterator[Cluster | None]:
    """The cluster at an address, left when the context ends; None where no address is given.

    Errors as of ``Cluster``.
    """
    if address is None:
        yield None
        return
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)  # what Dask logs of a lost connection is told in our words
    try:
        with Cluster(address) as cluster:
            yield cluster
    finally:
        logging.disable(before)
