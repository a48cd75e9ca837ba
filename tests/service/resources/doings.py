"""Work for processes, found there by its name."""

import os
import time
from collections.abc import Callable
from typing import Any

from api.children.note import stop_by
from models import CaseInvalid, Fault

Tell = Callable[[Any], None]


def pid(_note: str, _tell: Tell) -> int:
    return os.getpid()


def sleep(_note: str, _tell: Tell) -> None:
    time.sleep(60)


def until_told(note: str, _tell: Tell) -> str:
    stop = stop_by(note)
    while not stop():
        time.sleep(0.01)
    return "what there is"


def faulty(_note: str, _tell: Tell) -> None:
    raise CaseInvalid([Fault("/a", "is wrong")])


def greedy(_note: str, _tell: Tell) -> int:
    return len(bytearray(8 << 30))


def dies(_note: str, _tell: Tell) -> None:
    os._exit(3)
