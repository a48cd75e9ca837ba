"""How it is said that a claim is wrong."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from selector.verify.verification import Finding

Key = TypeVar("Key", bound=Hashable)


def wrong(rule: str, what: str, found: str, expected: str) -> Finding:
    """A figure or name that is not as it should be."""
    return Finding(rule, f"{what} is stated as {found}; recomputed from the case it is {expected}.")


def not_once(
    rule: str, expected: Iterable[Key], stated: Iterable[Key], told: Callable[[Key], str]
) -> Iterator[Finding]:
    """What is not listed as often as expected, which is once each; ``told`` says why it is to be listed."""
    times = Counter(iter(stated))
    for key, wanted in Counter(iter(expected)).items():
        if times[key] != wanted:
            found = "not listed" if not times[key] else f"listed {_times(times[key])}"
            yield Finding(rule, f"{told(key)} and is {found}: {_times(wanted)} is expected.")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
