"""Who does how much of the work of a bid, and on what terms staff come to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.people import Hosting, Terms
from tests.oracle.tables import Bid, Bidder, Case, Lot


@dataclass(frozen=True)
class Part:
    """A part of a bid on a lot: as large as ``share``, of which ``transfer`` of the staff needed come or stay.

    ``incumbents`` is the part of whoever provides the lot today, ``ending`` the end of a hosting while it runs.
    """

    share: Fraction
    transfer: Fraction
    terms: Terms
    incumbents: bool
    ending: Hosting | None


def parts(case: Case, bid: Bid, lot: Lot) -> Iterator[Part]:
    """The parts of a bid: of a partnership, its partners of the NHS family and the incumbent by themselves.

    One that is the incumbent itself is one part.
    """
    bidder = case.bidders[bid.bidder]
    rest = Fraction(1)
    for name, share in bidder.partners if bidder.id != lot.incumbent else ():
        if case.bidders[name].nhs or name == lot.incumbent:
            rest -= share
            yield _part(case, bid, lot, case.bidders[name], share)
    yield _part(case, bid, lot, bidder, rest)


def end(case: Case, bid: Bid) -> Fraction:
    """When a bid ends, in years from the horizon's start."""
    if bid.term is None:
        return Fraction(case.horizon.years)
    longer = bid.extension if case.horizon.extended and bid.extension is not None else Fraction(0)
    return bid.start + bid.term + longer


def _part(case: Case, bid: Bid, lot: Lot, bidder: Bidder, share: Fraction) -> Part:
    terms, hosting = case.terms[bidder.kind], bidder.hosting
    incumbents = bidder.id == lot.incumbent
    usual = terms.transfer if bid.transfer is None else bid.transfer
    ends = hosting is not None and bid.start <= hosting.ends < end(case, bid)
    return Part(
        share=share,
        transfer=Fraction(1) if incumbents else usual,
        terms=terms,
        incumbents=incumbents,
        ending=hosting if ends else None,
    )
