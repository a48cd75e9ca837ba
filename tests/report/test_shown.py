"""How figures are rounded and written."""

from decimal import Decimal

import pytest

from selector.report.clean import clean
from selector.report.shown import Unit, exact, shown


@pytest.mark.parametrize(
    ("value", "unit", "read", "in_column", "last_digit"),
    [
        ("306715281.54", "£", "£306.7 million", "306,715,282", "£306,715,281.54"),
        ("999949999.99", "£", "£999.9 million", "999,950,000", "£999,949,999.99"),
        ("999950000.00", "£", "£1.00 billion", "999,950,000", "£999,950,000.00"),
        ("22390.98", "£", "£22,391", "22,391", "£22,390.98"),
        ("675.50", "£", "£675.50", "676", "£675.50"),
        ("675.00", "£", "£675", "675", "£675.00"),
        ("-0.40", "£", "-£0.40", "0", "-£0.40"),
        ("69.1197", "points", "69.1 points", "69.1", "69.1197 points"),
        ("1", "lots", "1 lot", "1", "1 lot"),
        ("1234", "people", "1,234 people", "1,234", "1,234 people"),
        ("0.614", "share", "61.4 %", "61.4", "61.4 %"),
        ("0.000073", "share", "0.007 %", "0.007", "0.0073 %"),
        ("95.058", "WTE", "95.1 WTE", "95.1", "95.058 WTE"),
    ],
)
def test_a_figure(value: str, unit: Unit, read: str, in_column: str, last_digit: str) -> None:
    number = Decimal(value)
    assert shown(number, unit) == read
    assert shown(number, unit, bare=True) == in_column
    assert exact(number, unit) == last_digit


def test_a_difference_shows_its_sign_and_nothing_has_none() -> None:
    assert shown(Decimal("12.34"), "points", signed=True) == "+12.3 points"
    assert shown(Decimal("-12.34"), "points", bare=True, signed=True) == "-12.3"
    assert shown(Decimal("0.04"), "points", bare=True, signed=True) == "0.0"
    assert shown(Decimal(1993379), "£", whole=True) == "£1,993,379"


def test_text_is_clean_on_one_line() -> None:
    assert clean("a\u202egnp.exe\x00\x0b\n b\ufeff") == "agnp.exe  b"
    assert clean("مجموعة 北区 😀") == "مجموعة 北区 😀"
