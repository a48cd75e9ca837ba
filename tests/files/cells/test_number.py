import contextlib
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selector.files.cells import Cell, Misread, Number
from selector.files.cells.number import fits
from tests.files.cells.reading import assert_refused

PLAIN = Number()
MONEY = Number(money=True)
WHOLE = Number(whole=True)
SHARE = Number(fraction=True, most=Decimal(1))
BINARY = Number(binary=True)
OR_NONE = Number(fraction=True, most=Decimal(1), nullable=True)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (5, 5), (5.0, 5), (0.0, 0), (-0.0, 0), (0.5, "0.5"), (-2.25, "-2.25"), (1e14, 10**14),
        # The noise of a spreadsheet's arithmetic, behind its fifteen digits.
        (0.1 + 0.2, "0.3"), (1.1 * 3, "3.3"), (4.35 * 100, 435), (1234567.8900000001, "1234567.89"), (1 / 3, "0.333333333333333"),
        (123456789012345.0, 123456789012345), (1e-7, "0.0000001"), (1e15, 10**15), (1.5e300, 15 * 10**299),
        ("5", 5), ("005", 5), ("5.", "5."), (".5", ".5"), ("+5", "+5"), ("-5", "-5"), ("1234.50", "1234.50"),
        (" 5 ", 5), ("\u00a05\u00a0", 5), ('"5"', 5), ("1234567890123456", 1234567890123456),
        ("1,234", 1234), ("1,234.50", "1234.50"), ("12,345,678", 12345678), ("-1,234", "-1234"),
        ("1 234", 1234), ("1\u00a0234", 1234), ("1\u202f234\u202f567", 1234567), ("1 234.5", "1234.5"),
        ("1e5", 100000), ("1E5", 100000), ("1.5e-3", "0.0015"), ("1e99", 10**99),
    ],
)  # fmt: skip
def test_a_number(cell: Cell, value: Any) -> None:
    for kind in (PLAIN, MONEY):
        found = kind.read(cell)
        assert found == value
        assert type(found) is type(value)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("£5", 5), ("£1,234.50", "1234.50"), ("£ 1 234", 1234), ("-£5", "-5"), ("- £5", "-5"), ("£-5", "-5"), ("£.50", ".50"),
        ("GBP 5", 5), ("gbp5", 5), ("5 GBP", 5), ("5£", 5), ("1,234 £", 1234),
    ],
)  # fmt: skip
def test_money(cell: Cell, value: Any) -> None:
    assert MONEY.read(cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12.5%", "0.125"), ("12.5 %", "0.125"), ("100%", 1), ("0%", 0), ("-2%", "-0.02"), ("3.5", None), (0.125, "0.125"),
        ("0.125", "0.125"), (1, 1), (1.0, 1), ("1", 1), ("0.000001", "0.000001"), (-1, -1),
    ],
)  # fmt: skip
def test_a_share(cell: Cell, value: Any) -> None:
    if value is None:
        assert_refused(SHARE, cell, "3.5 is more than 100 %: if 3.5 % was meant, write 3.5% or 0.035")
    else:
        assert SHARE.read(cell) == value


@pytest.mark.parametrize(
    ("kind", "cell", "said"),
    [
        *(
            (PLAIN, text, f'"{text}" is not a number: write it like 1234.56')
            for text in (
                "(1,234)", "1.2m", "5k", "five", "1,23", "1,2345", "12,34,567", ",5", "1.2.3", "1..2", "--5", "+-5", "1 23",
                "0,035", "0 035", "1_000", "\uff11\uff12", "\u0661", "1/2", "=1+1", "nan", "inf", "Infinity", "none", "$5", "€5",
                "1e", "e5", "1e1000", "0x10", "5-", "1,234,", "~5", "5?", "5 people", "1" * 101, "TRUE", "-",
            )
            if len(text) < 60
        ),
        (PLAIN, "1" * 101, f'"{"1" * 59}…" is not a number: write it like 1234.56'),
        (PLAIN, "5 GBP", '"5 GBP" is not a number: write it like 1234.56'),
        (MONEY, "1£2", '"1£2" is not a number: write it like 1234.56'),
        (MONEY, "£", '"£" is not a number: write it like 1234.56'),
        (MONEY, "££5", '"££5" is not a number: write it like 1234.56'),
        (PLAIN, "12.5%", '"12.5%" is a percentage: this column takes a number, such as 12.5'),
        (PLAIN, True, "true is not a number"),
        (PLAIN, float("nan"), "nan is not a number"),
        (PLAIN, float("inf"), "inf is not a number"),
        (SHARE, float("-inf"), "-inf is not a number"),
        (PLAIN, date(2013, 4, 1), "2013-04-01 is a date or time: a number is expected; format the cell as a number"),
        (PLAIN, datetime(2013, 4, 1, 9), "2013-04-01 09:00:00 is a date or time: a number is expected; format the cell as a number"),
        (PLAIN, time(9), "09:00:00 is a date or time: a number is expected; format the cell as a number"),
        (PLAIN, timedelta(days=1), "1 day, 0:00:00 is a date or time: a number is expected; format the cell as a number"),
        (PLAIN, "#N/A", "#N/A is an error of the spreadsheet: mend the formula"),
        (SHARE, 12.5, "12.5 is more than 100 %: if 12.5 % was meant, write 12.5% or 0.125"),
        (SHARE, 60, "60 is more than 100 %: if 60 % was meant, write 60% or 0.60"),
        (SHARE, "350%", '"350%" is not allowed: it must be 100% or less'),
        (SHARE, "x%", '"x%" is not a number: write it like 1234.56'),
    ],
)  # fmt: skip
def test_what_is_no_number(kind: Number, cell: Cell, said: str) -> None:
    assert_refused(kind, cell, said)


def test_whole_numbers_are_for_the_models_to_judge() -> None:
    assert WHOLE.read(3.5) == "3.5"
    assert WHOLE.read("1,234") == 1234


@pytest.mark.parametrize("cell", ["none", "None", " NONE "])
def test_that_there_is_none(cell: str) -> None:
    assert OR_NONE.read(cell) is None
    assert OR_NONE.read(OR_NONE.write(None)) is None
    assert OR_NONE.expected.endswith(", or none")


def test_what_is_expected() -> None:
    assert PLAIN.expected == "a number"
    assert Number(", from 0 to 1", whole=True).expected == "a whole number, from 0 to 1"
    assert SHARE.expected == "a percentage, such as 12.5%"


@given(st.decimals(-(10**20), 10**20, places=6))
def test_exact_numbers_come_back(value: Decimal) -> None:
    text = format(value, "f")
    for kind in (PLAIN, MONEY):
        cell = kind.write(text)
        assert isinstance(cell, Decimal)
        kept: Cell = float(cell) if fits(cell) else format(cell, "f")
        assert Decimal(kind.read(kept) or 0) == value
        assert Decimal(kind.read(str(cell)) or 0) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_binary_fractions_come_back(value: float) -> None:
    cell = BINARY.write(value)
    for kept in (str(cell), float(cell) if isinstance(cell, Decimal) else cell):
        found = BINARY.read(kept)
        assert isinstance(found, float)
        assert found.hex() == value.hex()


@given(st.floats(-1e14, 1e14))
def test_a_spreadsheets_number_is_its_fifteen_digits(value: float) -> None:
    assert Decimal(PLAIN.read(value) or 0) == Decimal(format(value, ".15g"))


@given(st.integers(0, 10**12))
def test_thousands_may_be_grouped(value: int) -> None:
    for separator in ", \u00a0\u202f":
        assert PLAIN.read(f"{value:,}".replace(",", separator)) == value


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    for kind in (PLAIN, MONEY, SHARE, BINARY, OR_NONE):
        found: int | str | float | None = None
        with contextlib.suppress(Misread):
            found = kind.read(text)
        assert found is None or Decimal(found).is_finite()
