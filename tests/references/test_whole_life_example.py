"""``examples/whole-life.json``, whose answer ``docs/whole-life-cost.md`` works out by hand, line by line."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from selector import read_case_file
from tests.references.decided import best, exact

ROOT = Path(__file__).parents[2]
CASE = read_case_file(ROOT / "examples" / "whole-life.json")
PAGE = (ROOT / "docs" / "whole-life-cost.md").read_text(encoding="utf-8")
YEARS = ("2013-14", "2014-15", "2015-16", "2016-17")


def rows(of: str) -> list[list[Decimal]]:
    """The figures of the page's rows of that name, empty cells as 0; of a cell the figure that is not rounded."""
    found = [line.split("|")[2:-1] for line in PAGE.splitlines() if line.startswith(f"| {of} |")]
    return [
        [Decimal(([*re.findall(r"[\d,.]*\d", cell)] or ["0"])[-1].replace(",", "")) for cell in row] for row in found
    ]


def printed(figure: Decimal) -> str:
    return f"{figure:,.2f}"


def test_the_award_is_that_of_the_page() -> None:
    # The unit's 541,326.57, and the charity's 543,634.09 had the unit made no bid.
    decided = best(CASE, "541326.57", "unit/payroll")
    assert (decided.totals.liability, decided.objective) == exact(0, "541326.57")
    assert f"**£{printed(decided.totals.cost)}**" in PAGE
    (account,) = decided.evaluation.buyers
    amounts = exact("143000.00", "128400.00", "144934.34", "154079.46")
    assert account.years == dict(zip(YEARS, amounts, strict=True))
    for amount in account.years.values():
        assert f"**{printed(amount)}**" in PAGE
    assert decided.evaluation.staff is not None
    assert decided.evaluation.staff.transferred == 3


def test_the_other_bid_is_that_of_the_page() -> None:
    alone = CASE.model_copy(update={"bids": tuple(bid for bid in CASE.bids if bid.bidder == "charity")})
    decided = best(alone, "543634.09", "charity/payroll")
    (account,) = decided.evaluation.buyers
    assert account.years == dict.fromkeys(YEARS, Decimal(143_000))
    assert printed(decided.totals.cost) in PAGE
    assert printed(decided.totals.cost - Decimal("541326.57")) in PAGE


def test_the_lines_of_the_page_add_up() -> None:
    lines = [rows(of)[-1] for of in ("present cost", "price", "VAT", "pension", "transition", "procuring again")]
    amounts = [sum(column) for column in zip(*lines, strict=True)]
    assert rows("**amount**") == [amounts]
    (factors,) = rows("divided by")
    assert factors == [Decimal("1.035") ** year for year in range(4)]
    unit, charity = rows("present value")
    for values, paid in ((unit, amounts), (charity, rows("amount")[0])):
        assert values == [round(amount / factor, 4) for amount, factor in zip(paid, factors, strict=True)]
    assert round(sum(unit), 2) == Decimal("541326.57")
    assert round(sum(charity), 2) == Decimal("543634.09")


@pytest.mark.parametrize("figure", ["29,651.40", "118,605.60", "127,344.96", "12,734.496", "£38,016.37"])
def test_the_page_has_the_figures_between(figure: str) -> None:
    assert figure in PAGE
