"""The years over which bids are compared, and the rate at which later pounds count less."""

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from pydantic import Field, StrictBool, field_validator
from pydantic_core import PydanticCustomError

from models.base import Model
from models.quantities import Day, FinancialYears, Share


class Horizon(Model):
    """Whole financial years from 1 April ``start``."""

    start: Annotated[Day, Field(description="First day of the horizon: 1 April, the first day of a financial year.")]
    years: Annotated[FinancialYears, Field(description="Number of financial years compared.")]
    discount_rate: Annotated[
        Share,
        Field(description="Yearly rate of discounting; the first year is not discounted. 3.5 % is the Green Book's."),
    ] = Decimal("0.035")
    extended: Annotated[StrictBool, Field(description="Whether extensions that bids offer are counted upon.")] = False

    @field_validator("start")
    @classmethod
    def _starts_a_financial_year(cls, start: date) -> date:
        if (start.month, start.day) != (4, 1):
            raise PydanticCustomError("financial_year", "the horizon starts on 1 April, as a financial year does")
        return start

    @cached_property
    def financial_years(self) -> tuple[str, ...]:
        """The financial years of the horizon as budgets name them, such as ``2013-14``."""
        first = self.start.year
        return tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(first, first + self.years))
