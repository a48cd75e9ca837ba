"""No money in an award may be a penny off."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models import Case, Evaluation
from tests.verify.checking import broken, changed
from tests.verify.three_boards import case as three_boards
from tests.verify.towns import case as towns

Path = tuple[str | int, ...]
AWARDS: list[tuple[Case, Evaluation]] = [
    (three_boards.CASE, three_boards.evaluation_of(three_boards.GOOD)),
    (towns.CASE, towns.evaluation_of(towns.GOOD)),
]


def money_of(value: Any, path: Path = ()) -> list[Path]:
    """Where the JSON of an evaluation holds an amount of money, which is written as text."""
    if isinstance(value, dict):
        return [place for key, held in value.items() for place in money_of(held, (*path, key))]
    if isinstance(value, list):
        return [place for at, held in enumerate(value) for place in money_of(held, (*path, at))]
    return [path] if isinstance(value, str) and value.replace(".", "", 1).isdigit() and "." in value else []


MONEY = [(which, path) for which, (_, award) in enumerate(AWARDS) for path in money_of(json.loads(award.to_json()))]


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(MONEY), st.sampled_from([Decimal("-0.01"), Decimal("0.01")]))
def test_any_money_figure_a_penny_off_is_caught(place: tuple[int, Path], penny: Decimal) -> None:
    which, path = place
    case, award = AWARDS[which]
    value = json.loads(award.to_json())
    for key in path:
        value = value[key]
    assert broken(changed(award, *path, to=str(Decimal(value) + penny)), case)


def test_the_money_figures_are_those_meant() -> None:
    # Cost and liability of each row, seven totals, objective, bound and gap in pounds, the level's value, best and bound,
    # two years and the liability of each buyer; in the towns also three discounts and two outposts.
    assert [sum(which == award for which, _ in MONEY) for award in (0, 1)] == [
        2 * 10 + 13 + 3 * 3,
        2 * 11 + 13 + 3 * 5 + 3 + 2,
    ]
