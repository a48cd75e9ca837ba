"""Shapley shares against published formulas."""

import itertools
import random
from fractions import Fraction

import pytest

from models import Unanswerable
from selector.decide.choice.by_volume import by_volume
from selector.decide.choice.charges import Charge, Charges, Rebate
from selector.decide.choice.pennies import to_the_penny
from selector.decide.choice.shapley import MOST, shapley


def runway(lengths: dict[str, int]) -> Charges:
    """Each further stretch is a charge of all who need it."""
    steps = sorted({0, *lengths.values()})
    return Charges(
        tuple(
            Charge(end - start, {user: 1 for user, length in lengths.items() if length >= end})
            for start, end in itertools.pairwise(steps)
        ),
        (),
    )


@pytest.mark.parametrize("seed", range(5))
def test_airports_littlechild_owen_1973(seed: int) -> None:
    # A simple expression for the Shapley value in a special case: users share each stretch they need equally.
    dice = random.Random(seed)
    lengths = {f"user {at}": dice.randint(1, 9) for at in range(7)}
    charges = runway(lengths)
    assert charges.of(lengths) == max(lengths.values())
    assert charges.of(["user 0"]) == lengths["user 0"]
    expected = {
        user: sum(
            (Fraction(1, sum(other >= stretch for other in lengths.values())) for stretch in range(1, length + 1)),
            Fraction(0),
        )
        for user, length in lengths.items()
    }
    assert shapley(charges) == expected


def rebate(quantities: dict[str, int], *, tiers: tuple[int, ...] = (0, 10)) -> Rebate:
    """From the second tier on, a penny off each unit."""
    off = {name: tuple(Fraction(quantity * at) for at in range(len(tiers))) for name, quantity in quantities.items()}
    return Rebate("acme", tiers, (0,) * len(tiers), quantities, off)


def test_gloves_shapley_shubik_1969() -> None:
    # The glove market: of a right glove and two left ones a pair is worth 1; the right one's owner has 2/3 of it.
    market = Rebate(
        "gloves",
        (0, 11),
        (0, 6),
        {"right": 10, "left": 1, "other left": 1},
        {name: (Fraction(0), Fraction(0)) for name in ("right", "left", "other left")},
    )
    assert shapley(Charges((), (market,))) == {"right": -4, "left": -1, "other left": -1}


def test_who_reaches_a_tier_together_earns_it_together() -> None:
    charges = Charges((), (rebate({"a": 6, "b": 6, "c": 1}),))
    # a and b reach it only together: c then adds 1, and 2 orders in 6 have it come last, 1 in each other place.
    assert charges.of(["a", "b"]) == -12
    assert charges.of(["a", "c"]) == 0
    found = shapley(charges)
    assert sum(found.values()) == charges.total == -13
    assert found == {"a": Fraction(-19, 3), "b": Fraction(-19, 3), "c": Fraction(-1, 3)}
    assert by_volume(charges) == {"a": -6, "b": -6, "c": -1}


def test_a_discount_that_many_earn_is_refused_unless_it_has_one_tier() -> None:
    many = {str(at): 1 for at in range(MOST + 1)}
    with pytest.raises(Unanswerable, match="acme are earned by 17; ask for shares by volume"):
        shapley(Charges((), (rebate(many),)))
    flat = Rebate("acme", (0,), (0,), many, {name: (Fraction(2),) for name in many})
    assert shapley(Charges((), (flat,))) == dict.fromkeys(many, -2)
    assert sum(shapley(Charges((), (rebate({str(at): 1 for at in range(MOST)}),))).values()) == -MOST


def test_pennies_go_to_the_largest_remainders_of_equal_ones_to_the_first() -> None:
    third = Fraction(100, 3)
    assert to_the_penny({"a": third, "b": third, "c": third}) == {"a": 34, "b": 33, "c": 33}
    assert to_the_penny({"a": Fraction(-1, 2), "b": Fraction(3, 4), "c": Fraction(-1, 4)}) == {"a": -1, "b": 1, "c": 0}
