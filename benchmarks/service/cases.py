"""The cases that are sent: as JSON, as a client has them."""

from benchmarks.suites.board import BIDDERS, BUYERS, SERVICES
from selector import Case, synthetic


def board(number: int) -> list[bytes]:
    """Cases of board size: those of the suite ``board``."""
    return [_sent(synthetic(BUYERS, SERVICES, BIDDERS, seed)) for seed in range(number)]


def small(number: int) -> list[bytes]:
    """Cases that are solved in a moment."""
    return [_sent(synthetic(3, 2, 4, seed)) for seed in range(number)]


def _sent(case: Case) -> bytes:
    return case.canonical_json().encode()
