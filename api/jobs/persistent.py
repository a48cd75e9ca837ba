"""What is tried until the database is there for it."""

import logging
import threading
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from api.store.away import is_away

_LOG = logging.getLogger(__name__)
_FIRST, _LONGEST = 0.1, 5.0

T = TypeVar("T")


class Ending(Exception):
    """The process is to end, and what was to be done is for another."""


def persistently(work: Callable[[], T], ending: threading.Event) -> T:
    """What ``work`` returns, once it does with a database that is there; it may be done more than once.

    Raises
    ------
    Ending
        if the process is to end before.
    """
    wait = _FIRST
    while True:
        try:
            return work()
        except DBAPIError as error:
            if not is_away(error):
                raise  # nor would it be done another time
            _LOG.warning("the database failed, and is tried again: %s", error.orig)
        if ending.wait(wait):
            raise Ending
        wait = min(2 * wait, _LONGEST)
