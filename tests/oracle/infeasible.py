"""Small random cases that no award satisfies: what stands in the way may be any members, alone or together."""

from collections.abc import Iterator

from tests.oracle.allowed import allowed
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.halfway import halfway
from tests.oracle.draw.mobilisation import between, slower
from tests.oracle.draw.packages import covering
from tests.oracle.draw.scoring import tree
from tests.oracle.draw.tighten import tighten
from tests.oracle.draw.tighten_board import tighten_board
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.repairs import Repairs

MOST_AWARDS = 128
"""Awards that such a case would have without its members: few, for they are asked again and again."""
_LEAST_AWARDS = 4
_MOST_TURNS = 40
_MOST_ROUNDS = 4
_TURNS_A_ROUND = 5


def infeasible_case(seed: int) -> Document:
    """A valid case document without an award; the same for the same seed.

    A random case of which limits are tightened and bars raised, each so that an award still allowed is allowed no
    more, until none is. In most cases no single member forbids every award.
    """
    dice = Dice(seed)
    together = dice.chance(0.6)
    # Paces have dice of their own: where none is set, a seed's case is as it was before.
    later = Dice(f"slower {seed}")
    for case in _small_cases(dice):
        for _ in range(_MOST_TURNS):
            left = allowed(case)
            if not left:
                if together and _forbidden_by_one(case):
                    break
                return case | {"name": f"infeasible case {seed}"}
            if later.chance(0.1):
                slower(later, case, read(case), later.choice(left))
            else:
                tighten(dice, case, read(case), dice.choice(left))
    raise AssertionError("the dice never stop")


def infeasible_by_board(seed: int) -> Document:
    """A valid case document that the board's own rules, picks or exclusions leave without an award; the same for the same seed.

    As ``infeasible_case``, with trees of criteria now and then.
    """
    dice = Dice(f"by the board {seed}")
    together = dice.chance(0.6)
    for case in _small_cases(dice):
        if dice.chance(0.4):
            tree(dice, case)
        for _ in range(_MOST_TURNS):
            left = allowed(case)
            if not left:
                board = any(case.get(table) for table in ("rules", "picks", "exclusions"))
                if not board or (together and _forbidden_by_one(case)):
                    break
                return case | {"name": f"case {seed} infeasible by its board"}
            change = tighten_board if dice.chance(0.6) else tighten
            change(dice, case, read(case), dice.choice(left))
    raise AssertionError("the dice never stop")


def infeasible_in_integers(seed: int) -> Document:
    """A valid case document without an award, though its lots could be split between two bids; the same for the same seed.

    A random case with limits set halfway between two of its awards: a half of each keeps every limit.
    """
    dice, later = Dice(f"split {seed}"), Dice(f"between {seed}")
    for case in _small_cases(dice):
        left = allowed(case)
        if len(left) < 2:
            continue
        one, other = dice.sample(left, 2)
        facts = read(case)  # the limits that are set change nothing of what is used
        for _ in range(_MOST_ROUNDS):
            for _ in range(_TURNS_A_ROUND):
                if later.chance(0.06):
                    between(later, case, facts, (one, other))
                else:
                    halfway(dice, case, facts, (one, other))
            if not allowed(case):
                return case | {"name": f"case {seed} infeasible in integers"}
    raise AssertionError("the dice never stop")


def _small_cases(dice: Dice) -> Iterator[Document]:
    """Random cases of few awards, without end."""
    while True:
        case = random_case(dice.randrange(2**32))
        if _LEAST_AWARDS <= covering(case) <= MOST_AWARDS:
            yield case


def _forbidden_by_one(case: Document) -> bool:
    """Whether some member alone forbids every award."""
    repairs = Repairs(case)
    return any(not repairs.hold_together({name}) for name in repairs.members)
