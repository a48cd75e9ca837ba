"""Processes that others have, as an executor, and how many pieces of work they do at once."""

from concurrent.futures import Executor
from dataclasses import dataclass


@dataclass(frozen=True)
class Hands:
    """Where pieces of a search are done, be it on other machines."""

    executor: Executor
    at_once: int
