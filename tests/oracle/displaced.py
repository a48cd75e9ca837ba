"""Whose staff a winner displaces, at once and when a hosting ends, and what is owed to them."""

from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.exact import pence
from tests.oracle.parts import parts
from tests.oracle.redundancy import payments
from tests.oracle.tables import Bid, Case, Lot


@dataclass(frozen=True)
class Displacement:
    """What becomes of the staff on a lot; money in pence, the rest as parts of them.

    They are ``displaced`` at once, ``left_behind`` when a hosting ends, or ``staying`` with the incumbent throughout.
    """

    displaced: Fraction
    left_behind: Fraction
    staying: Fraction
    liability: int
    buyers_liability: int


def displacement(case: Case, bid: Bid, lot: Lot) -> Displacement:
    """What a bid does to the staff on a lot."""
    displaced = left_behind = staying = owed = buyers = Fraction(0)
    now = payments(lot.staff, case.date, case.date)
    for part in parts(case, bid, lot):
        kept = part.share * lot.needed * part.transfer
        displaced += part.share - kept
        owed += (part.share - kept) * now
        buyers += (part.share - kept) * now * part.terms.buyer_share
        if part.ending is not None:
            left = kept * (1 - part.ending.transfer)
            then = payments(lot.staff, case.date, part.ending.until)
            left_behind += left
            owed += left * then
            buyers += left * then * case.terms[part.ending.becomes].buyer_share
            kept -= left
        if part.incumbents:
            staying += kept
    liability = pence(owed / 100)
    return Displacement(
        displaced=displaced,
        left_behind=left_behind,
        staying=staying,
        liability=liability,
        buyers_liability=pence(Fraction(liability, 100) * buyers / owed) if owed else 0,
    )


def pensions(case: Case, bid: Bid, lot: Lot) -> Fraction:
    """What the pensions of staff who come to a winner cost more a year, in pounds."""
    more = sum(
        (part.share * part.transfer * part.terms.pension for part in parts(case, bid, lot) if not part.incumbents),
        Fraction(0),
    )
    return lot.needed * more * sum((part.wte * part.group.salary for part in lot.staff), Fraction(0))
