"""Where, as a figure of a bid moves, it begins to win, or ceases to."""

from collections.abc import Callable
from dataclasses import dataclass

from selector.decide.explain.reach import Reach
from selector.decide.explain.trial import Trial

_TRIED = 5
"""Where winning is not monotone: figures tried on the way to nothing, before the first that wins is narrowed down."""
_MOST_GUESSES = 6
_MOST_DOUBLED = 30


@dataclass(frozen=True)
class Turning:
    """Whole steps: the most at which it wins is at least ``least`` and at most ``most``, as far as is known."""

    least: int | None = None
    most: int | None = None
    never: bool = False
    """It does not win at none."""
    sure: bool = True
    """Whether it follows that it wins at all that are fewer, and at none that are more."""


def falling(trial: Trial, today: int, reach: Reach) -> Turning:
    """The most steps, up to those of today, at which a losing bid wins, and below which every best award has it."""
    return _first(trial, today) if reach == "any" else _monotone(trial, today)


def rising(trial: Trial, today: int, reach: Reach) -> Turning:
    """The most steps, from those of today on, at which a winning bid still wins."""
    sure = reach != "any"
    least, most, further = today, None, max(today // 4, 1)
    for _ in range(_MOST_DOUBLED):
        guess = trial.guess(least, least + further * 4)
        at = least + further if guess is None or guess <= least else guess
        wins = trial.wins(at)
        if wins is None:
            return Turning(least, sure=sure)
        if not wins:
            most = at
            break
        least, further = at, further * 2
    if most is None:
        return Turning(least, sure=sure)
    least, most = _narrowed(least, most, lambda at: _not(trial.wins(at)), trial)
    return Turning(least, least if most - least == 1 else most - 1, sure=sure)


def _monotone(trial: Trial, today: int) -> Turning:
    """Between the most at which every best award has it, and the least at which some best award does not."""
    least, most = -1, today
    if trial.guess(-1, today) is None:  # where even nothing would not do, no more need be tried
        loses = trial.may_lose(0)
        if loses is None:
            return Turning(None, today)
        least, most = (-1, 0) if loses else (0, today)
    least, most = _narrowed(least, most, trial.may_lose, trial)
    wins = trial.wins(most) if most - least == 1 else None
    if wins is None:
        return Turning(least if least >= 0 else None, most)
    found = most if wins else least
    if found == 0 < today:
        return _tied(trial, today)
    return Turning(never=True) if found < 0 else Turning(found, found)


def _tied(trial: Trial, today: int) -> Turning:
    """Where not even none is sure to win, but as good as what does: the most at which it is in some best award."""
    wins = trial.wins(today)
    if wins is None:
        return Turning(0, today)
    least, most = (today, today + 1) if wins else _narrowed(0, today, lambda at: _not(trial.wins(at)))
    return Turning(least, least if most - least == 1 else most - 1)


def _first(trial: Trial, today: int) -> Turning:
    """The first at which it wins of some that are tried, narrowed down to where it does not at one more."""
    beyond = today + 1
    for at in dict.fromkeys((today, *(today * left // _TRIED for left in reversed(range(_TRIED))))):
        wins = trial.wins(at)
        if wins is None:
            return Turning(sure=False)
        if wins:
            least, most = _narrowed(at, beyond, lambda at: _not(trial.wins(at)), trial)
            return Turning(least, least if most - least == 1 else most - 1, sure=False)
        beyond = at
    return Turning(never=True, sure=False)


def _narrowed(
    least: int, most: int, fails: Callable[[int], bool | None], trial: Trial | None = None
) -> tuple[int, int]:
    """Two figures, one after the other, of which the first does not fail and the second does.

    They are further apart where a limit came first. ``least`` is known not to fail, and ``most`` to fail.
    """
    guesses = 0
    while most - least > 1:
        guess = trial.guess(least, most) if trial is not None and guesses < _MOST_GUESSES else None
        # A guess that is right is the first that fails: then the one before it does not.
        at = (least + most) // 2 if guess is None else min(max(guess - guesses % 2, least + 1), most - 1)
        guesses += 1
        failed = fails(at)
        if failed is None:
            break
        least, most = (least, at) if failed else (at, most)
    return least, most


def _not(known: bool | None) -> bool | None:
    return None if known is None else not known
