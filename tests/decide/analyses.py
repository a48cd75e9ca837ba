"""Analyses that misbehave once they have told something; a child finds them here by their names."""

import os
import time
from collections.abc import Callable

from models import Conflict
from selector.decide import conflict as conflict_module
from selector.decide.conflict import Ask

_analysed = conflict_module.analysed


def _tells(ask: Ask, tell: Callable[[Conflict], None]) -> None:
    """Tell a conflict, proven, with a repair."""
    tell(_analysed(ask, lambda _: None))


def hangs(ask: Ask, tell: Callable[[Conflict], None]) -> Conflict:
    """Tells what it finds, and never ends."""
    _tells(ask, tell)
    time.sleep(600)
    raise AssertionError("nobody ended it")


def hangs_at_once(ask: Ask, tell: Callable[[Conflict], None]) -> Conflict:
    """Never says a word."""
    time.sleep(600)
    raise AssertionError("nobody ended it")


def ends_itself(ask: Ask, tell: Callable[[Conflict], None]) -> Conflict:
    """Tells what it finds, and is gone as if it had run out of memory."""
    _tells(ask, tell)
    os._exit(137)


def breaks_down(ask: Ask, tell: Callable[[Conflict], None]) -> Conflict:
    """Tells what it finds, then fails."""
    _tells(ask, tell)
    raise MemoryError
