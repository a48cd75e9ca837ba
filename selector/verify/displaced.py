"""What a bid does to the staff on a lot: who is displaced, who is left behind later, and who pays for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from models import Bid, Lot
from selector.verify.calendar import years_from
from selector.verify.parts import Part, parts
from selector.verify.tender import Tender
from selector.verify.term import Term


@dataclass(frozen=True)
class Left:
    """Staff of one part who lose their posts on one day."""

    on: date
    share: Fraction
    """Of all who work on the lot."""
    buyer_share: Fraction
    """The share of what they are paid that the buyer pays."""


@dataclass(frozen=True)
class Displaced:
    """What a bid does to the staff on one lot; all as shares of them."""

    at_once: tuple[Left, ...]
    """Part by part, on the date of the case."""
    later: tuple[Left, ...]
    """Part by part, on the day on which its hosting ends."""
    staying: Fraction
    """Those who stay with the incumbent, for good."""
    pension: Fraction
    """What their pensions cost more, as a share of the pay of all of them."""

    @property
    def share(self) -> Fraction:
        """The part of the staff that is displaced."""
        return sum((left.share for left in self.at_once), Fraction(0))

    @property
    def share_later(self) -> Fraction:
        """The part of the staff that is left behind when hosting ends."""
        return sum((left.share for left in self.later), Fraction(0))


def displaced(tender: Tender, lot: Lot, bid: Bid) -> Displaced:
    """What ``bid`` does to the staff on ``lot``."""
    case, needed = tender.case, tender.staff[lot.id].needed
    term = Term.of(case.horizon, bid)
    at_once: list[Left] = []
    later: list[Left] = []
    staying = pension = Fraction(0)
    for part in parts(tender, lot, bid):
        terms, kept = case.terms(part.whose.kind), part.share * needed * part.transfer
        at_once.append(Left(case.date, part.share - kept, Fraction(terms.buyer_share)))
        left = [*_left_behind(tender, term, part, kept)]
        later += left
        if part.stays:
            staying += kept - sum(each.share for each in left)
        else:
            pension += kept * Fraction(terms.pension)
    return Displaced(tuple(at_once), tuple(later), staying, pension)


def _left_behind(tender: Tender, term: Term, part: Part, kept: Fraction) -> Iterator[Left]:
    """Those of a part who are left behind, should its bidder's hosting end in the term."""
    hosting, case = part.whose.hosting, tender.case
    if hosting is not None and term.start <= years_from(case.horizon.start, hosting.until) < term.end:
        share = kept * (1 - Fraction(hosting.transfer))
        yield Left(hosting.until, share, Fraction(case.terms(hosting.becomes).buyer_share))
