"""What a bid asks a year, from when and for how long."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from selector.files.ocds.extension_key import KEY
from selector.files.ocds.net import a_year, check_currency, net
from selector.files.ocds.origin import Path
from selector.files.ocds.term import Term, start_of, term_of
from selector.files.ocds.view import View

_MOST_YEARS = 100
# Of a price a year or a head, each with what changes nothing; of a value, which is in all, they would make another one.
_OF_A_PRICE: tuple[tuple[str, Any], ...] = (("price_basis", "year"), ("indexation", 0), ("prices", {}))


@dataclass(frozen=True)
class Terms:
    """The terms of one bid, as far as the extension does not state them."""

    value: View
    bid: str
    """Its id, for remarks."""
    extension: View
    kind: Any
    """What sort of body the bidder is, as stated."""
    vat: Mapping[str, Any]

    def of(self, periods: list[View], horizon_start: Any) -> dict[str, tuple[Any, Path]]:
        """Price, term and start, each with its path; ``periods`` are those of the contracts for its lots."""
        check_currency(self.value)
        found: dict[str, tuple[Any, Path]] = {}
        if not (self.extension.has("price") and self.extension.has("term_years")):
            term, why = term_of(periods)
            if not self.extension.has("price"):
                found["price"] = self._price(_years(self.extension, term), why)
            if term is not None and not self.extension.has("term_years"):
                found["term_years"] = (term.years, term.path)
        start, where = start_of(periods)
        if start is not None and where is not None and not self.extension.has("start"):
            stated = start.isoformat()
            found["start"] = (None if stated == horizon_start else stated, where)
        return found

    def _price(self, years: Fraction | None, why: str | None) -> tuple[Decimal | None, Path]:
        """The price a year; ``why`` is why it is not known how many years the value is for."""
        value = self.value
        if not value.value:
            value.fault(f"is missing: state it, or the price a year as {KEY}.price of the bid")
            return None, value.path
        for key, harmless in _OF_A_PRICE:
            if self.extension.has(key) and self.extension.value[key] != harmless:
                self.extension.fault(
                    f"goes with a price, and only what the whole contract is worth is stated: state {KEY}.price of the bid"
                    " too",
                    key,
                )
        total, said = net(value, self.bid, self.kind, self.vat)
        if total is None:
            return None, value.at(said)
        if years is None and why is not None:
            value.fault(
                f"is for the whole contract, and {why}: state contractPeriod of the lot or the tender, or the price a"
                f" year as {KEY}.price of the bid",
                said,
            )
            return None, value.at(said)
        # What is wrong with the period is told there: any price will do for a case that is refused.
        return (total if years is None else a_year(total, years)), value.at(said)


def _years(extension: View, term: Term | None) -> Fraction | None:
    """Years that the value of a bid is for: its own term, else that of the contract."""
    if not extension.has("term_years"):
        return None if term is None else Fraction(term.months, 12)
    stated = extension.value["term_years"]
    try:
        years = Decimal(str(stated))
    except ArithmeticError:
        return None
    return Fraction(years) if years.is_finite() and 0 < years <= _MOST_YEARS else None
