"""The best awards of many groups of buyers, a few of them at a time."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from selector.decide.choice.alone import Best, Finder
from selector.decide.choice.none_alone import none_alone
from selector.many import Many

Buyers = tuple[str, ...]
Solved = list[tuple[Buyers, Best]]
UNKNOWN = Best("unknown")
_FEW = 8
"""Groups for which it is worth to send the figures of the case to a further process."""


@dataclass(frozen=True)
class Part:
    """Some of the groups, and who finds what is best for them."""

    finder: Finder
    groups: Sequence[Buyers]


def best_of_each(
    many: Many, finder: Finder, groups: Sequence[Buyers], tell: Callable[[int], None]
) -> Mapping[Buyers, Best]:
    """The best award of each group by itself; those not come to within the limits are not there.

    ``tell`` is told how many are done, from this thread.
    """
    number = -(-len(groups) // _FEW)
    # Small groups come first: dealt out in turn, every part has some of each size.
    parts = [Part(finder, groups[start::number]) for start in range(number)]
    done = 0

    def count(_: int, solved: Solved) -> None:
        nonlocal done
        done += len(solved)
        tell(done)

    return dict(each for solved in many.each(one_by_one, parts, count).values() for each in solved)


def one_by_one(part: Part, seconds: float | None, stop: Callable[[], bool]) -> Solved:
    """Of each group its best award, looked for within an equal part of the seconds left; of a single buyer, why none."""
    began = time.monotonic()
    finder, groups = part.finder, part.groups
    solved: Solved = []
    for position, group in enumerate(groups):
        left = None
        if seconds is not None:
            left = (seconds - (time.monotonic() - began)) / (len(groups) - position)
        if stop() or (left is not None and left <= 0):
            break
        since = time.monotonic()
        best = finder.best(group, left, stop)
        if best.status == "infeasible" and len(group) == 1:
            rest = None if left is None else left - (time.monotonic() - since)
            best = replace(best, reason=none_alone(finder, group[0], best, rest, stop))
        solved.append((group, best))
    return solved
