"""For how long a contract runs, in whole months."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.faults import shown
from selector.files.ocds.extension_key import KEY
from selector.files.ocds.moments import months_between, months_of_days
from selector.files.ocds.origin import Path
from selector.files.ocds.view import View

_PLACES = Decimal("0.000001")
_STATE_IT = f": state the term and the yearly price in {KEY} of the bids (start, term_years, price)"


@dataclass(frozen=True)
class Term:
    """What the period of a contract says."""

    months: int
    path: Path

    @property
    def years(self) -> Decimal:
        """Its length in years."""
        return (Decimal(self.months) / 12).quantize(_PLACES).normalize() + 0


def term_of(periods: list[View]) -> tuple[Term | None, str | None]:
    """The term that the periods of a bid's lots say, or else why they say none; not even that where a fault tells it."""
    terms = [_of(period) for period in periods]
    if not all(period.has("endDate") or period.has("durationInDays") for period in periods):
        return None, "how long that runs is not said"
    first = terms[0] if terms else None
    if first is None or None in terms:
        return None, None
    if any(term.months != first.months for term in terms if term is not None):
        return None, "that of its lots differs"
    return first, None


def start_of(periods: list[View]) -> tuple[date | None, Path | None]:
    """The day on which the periods of a bid's lots start, and where it is said; none where they say none, or several."""
    moments = [(period.moment("startDate"), period.at("startDate")) for period in periods]
    days = {None if each is None else each.date() for each, _ in moments}
    if len(days) != 1:
        return None, None
    return days.pop(), moments[0][1]


def _of(period: View) -> Term | None:
    start, end = period.moment("startDate"), period.moment("endDate")
    days = period.whole("durationInDays")
    if period.has("endDate"):
        if not period.has("startDate"):
            period.fault("is missing: without it endDate does not tell how long the contract runs", "startDate")
        if start is None or end is None:
            return None
        months = months_between(start, end)
        if months is None:
            period.fault(f"is not whole months after startDate{_STATE_IT}", "endDate")
    else:
        months = None if days is None else months_of_days(days)
        if days is not None and months is None:
            period.fault(f"{shown(days)} does not stand for whole years{_STATE_IT}", "durationInDays")
    return None if months is None else Term(months, period.path)
