"""Whether moves of displaced staff save the most there is: shown without a solver.

What moves save depends only on how much of each group moves. So they save the most if and only if nobody who is left
can be brought into a vacancy, past others who make room by going elsewhere, but at the cost of one who saves as much:
there is no augmenting path of the residual graph that gains (Ford and Fulkerson 1956; greedy by saving, Edmonds 1971).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selector.verify.redeployment import Redeployment

Moves = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Gain:
    """A way in which more could be saved."""

    group: str
    """Of whom more could move."""
    vacancy: str
    """Where there is room for them, perhaps once others go elsewhere."""
    other: str | None
    """In whose place, each of whom saves less; None where there is room for all."""


def gain(redeployment: Redeployment, moves: Moves) -> Gain | None:
    """A way to save more than ``moves`` do, which are allowed; None if there is none."""
    left = dict(redeployment.displaced)
    room = dict(redeployment.room)
    filled: defaultdict[str, list[str]] = defaultdict(list)
    for (group, vacancy), wte in moves.items():
        left[group] -= wte
        room[vacancy] -= wte
        filled[vacancy].append(group)
    # Whoever saves most first: what was reached before, and did not gain for them, gains nothing for those who save less.
    seen: set[str] = set()
    reached: set[str] = set()
    saving = redeployment.saving
    for group in sorted(left, key=saving.__getitem__, reverse=True):
        if left[group] <= 0 or not saving[group]:
            continue
        found = _gain_of(redeployment, group, room, filled, seen, reached)
        if found is not None:
            return found
    return None


def _gain_of(
    redeployment: Redeployment,
    group: str,
    room: Mapping[str, int],
    filled: Mapping[str, Iterable[str]],
    seen: set[str],
    reached: set[str],
) -> Gain | None:
    """A gain of one group that has staff left; ``seen`` vacancies and ``reached`` groups need no second look."""
    saving, waiting = redeployment.saving, [group]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        for vacancy in redeployment.open_to(here):
            if vacancy in seen:
                continue
            seen.add(vacancy)
            if room[vacancy] > 0:
                return Gain(group, vacancy, None)
            for other in filled.get(vacancy, ()):
                if saving[other] < saving[group]:
                    return Gain(group, vacancy, other)
                waiting.append(other)
    return None
