"""What a kind of hostile request is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.service.hostile.raw import Raw
from benchmarks.service.hostile.target import Target
from benchmarks.service.wire import Reply

ENDED = 0
"""In the place of a status: the connection was ended without an answer."""


@dataclass(frozen=True)
class Got:
    """What one attempt came to."""

    status: int
    sound: bool
    """Whether an error is a problem document, as RFC 9457 has it."""


@dataclass(frozen=True)
class Kind:
    """A kind of hostile request."""

    name: str
    about: str
    expected: frozenset[int]
    """Statuses that are right."""
    attempt: Callable[[Target], Sequence[Got]]


def got(answer: Raw | Reply) -> Got:
    """What an answer comes to."""
    of_problems = answer.headers.get("content-type") == "application/problem+json"
    return Got(answer.status, answer.status < 400 or (of_problems and b'"detail"' in answer.body))


def all_of(answers: Sequence[Raw]) -> list[Got]:
    """What answers come to; where there is none, that the connection was ended."""
    return [got(answer) for answer in answers] or [Got(ENDED, sound=True)]
