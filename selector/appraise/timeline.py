"""Time in years from the horizon's start: when a bid starts, when it ends, and what happens in between."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from models import Bid, Bidder, Horizon


@dataclass(frozen=True, eq=False)
class Span:
    """When a bid serves: from ``start`` to ``term_end``, extended to ``end``; the end of the horizon where it has no term.

    Told apart by identity, which is quick: ``Spans`` makes one of each.
    """

    start: Fraction
    term_end: Fraction
    end: Fraction


class Spans:
    """The spans of the bids of a case, one for all bids of equal terms."""

    def __init__(self, horizon: Horizon) -> None:
        self._horizon = horizon
        years = Fraction(horizon.years)
        self.whole = Span(Fraction(0), years, years)
        """That of a fallback."""
        self._known: dict[tuple[object, ...], Span] = {(None, None, None): self.whole}

    def of(self, bid: Bid) -> Span:
        """The span of a bid."""
        key = (bid.start, bid.term_years, bid.extension_years)
        if key not in self._known:
            self._known[key] = self._span(bid)
        return self._known[key]

    def _span(self, bid: Bid) -> Span:
        start = Fraction(0) if bid.start is None else since(self._horizon.start, bid.start)
        if bid.term_years is None:
            return Span(start, self.whole.end, self.whole.end)
        term_end = start + Fraction(bid.term_years)
        extension = Fraction(bid.extension_years or 0) if self._horizon.extended else Fraction(0)
        return Span(start, term_end, term_end + extension)


def terms_of(bid: Bid) -> tuple[object, ...]:
    """What sets the course of a bid's price apart from that of others, as stated."""
    return (bid.start, bid.term_years, bid.extension_years, bid.extension_price is not None, bid.indexation)


def hosted_until(bidder: Bidder, horizon: Horizon) -> Fraction | None:
    """When the hosting of a bidder ends; None where it is not hosted."""
    return None if bidder.hosting is None else since(horizon.start, bidder.hosting.until)


def since(first: date, day: date) -> Fraction:
    """Years from one first of a month to another."""
    return Fraction((day.year - first.year) * 12 + day.month - first.month, 12)


def whole_months(first: date, day: date) -> int:
    """Whole months from one day to another; none where it is earlier."""
    months = (day.year - first.year) * 12 + day.month - first.month
    return max(months - (day.day < first.day), 0)


def whole_years(first: date, day: date) -> int:
    """Whole years from one day to another; none where it is earlier."""
    return whole_months(first, day) // 12


def whole_weeks(first: date, day: date) -> int:
    """Whole weeks from one day to another; none where it is earlier."""
    return max((day - first).days // 7, 0)
