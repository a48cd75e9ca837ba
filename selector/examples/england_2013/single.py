"""Bids for single lots."""

from collections.abc import Iterator
from decimal import Decimal

from models import Bid
from selector.examples.england_2013 import boards, prices, qualities, staff
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.contracts import offered
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import rounded
from selector.examples.england_2013.offers import bidders_for
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier
from selector.examples.england_2013.transition import taking_over

# Terms of a plain case, where nothing hangs on them.
_NHS_TERM, _TERM = Decimal("1.5"), Decimal(3)


def single_bids(cut: Cut, area_teams: tuple[Ccg, ...]) -> Iterator[Bid]:
    """The bids for single lots of CCGs, then of area teams."""
    for ccg in cut.group:
        for line in cut.lines:
            for supplier in bidders_for(cut, ccg, line):
                yield _bid(cut, supplier, ccg, line)
    for team in area_teams:
        for line in boards.lines(cut):
            for supplier in bidders_for(cut, team, line):
                yield _bid(cut, supplier, team, line)


def _bid(cut: Cut, supplier: Supplier, ccg: Ccg, line: Line) -> Bid:
    lot = f"{ccg.ods}/{line.id}"
    price = prices.asked(cut, supplier, ccg, line)
    a_year = float(price.price) * (ccg.people if price.basis == "head" else 1)
    offer = Bid(
        id=f"{supplier.id}/{lot}",
        bidder=supplier.id,
        lots=(lot,),
        price=price.price,
        price_basis=price.basis,
        term_years=_NHS_TERM if supplier.kind == "nhs_csu" else _TERM,
        transition=Decimal(0) if cut.plain else rounded(taking_over(cut, supplier, ccg, a_year), 0),
        scores=qualities.scores(cut, supplier, ccg, line),
        transfer=staff.own_terms(cut.seed, supplier, lot),
    )
    return offer if cut.plain else offered(cut, supplier, ccg, line).on(offer)
