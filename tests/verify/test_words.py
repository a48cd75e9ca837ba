"""Figures with their units."""

from decimal import Decimal

import pytest

from selector.verify.words import quantity


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("1.000000", "lots", "1 lot"),
        ("1", "people", "1 person"),
        ("1.5", "points", "1.5 points"),
        ("2", "lots", "2 lots"),
        ("1", "£", "£1.00"),
        ("1", "fraction", "100 %"),
        ("1", "WTE", "1 WTE"),
    ],
)
def test_one_of_a_unit_is_told_in_the_singular(value: str, unit: str, said: str) -> None:
    assert quantity(Decimal(value), unit) == said
