"""How contested lots are: how many bidders can win each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from models import Case, Evaluation
from models.market import BidderCount, Contest, LotContest
from selector.decide.supply.groups import Group
from selector.decide.supply.offers import Offers
from selector.decide.supply.rounded import thousandths

_A_CHOICE = 2


def lot_contests(case: Case, offers: Offers, award: Evaluation | None) -> Iterator[LotContest]:
    """Who can win each lot, in the order of the case."""
    winners = {} if award is None else {row.lot: row.bidder for row in award.awards}
    for position, lot in enumerate(case.tendered):
        yield LotContest(
            lot=lot.id,
            buyer=lot.buyer,
            service=lot.service,
            bidders=offers.bidders(position),
            barred=len(offers.barred(position)),
            incumbent=lot.incumbent,
            fallback=len(offers.able[position]) > len(offers.bidders(position)),
            winner=winners.get(lot.id),
        )


def contests(groups: Sequence[Group], offers: Offers, lots: Sequence[LotContest]) -> Iterator[Contest]:
    """How contested each group of lots is."""
    for group in groups:
        rows = [lots[position] for position in sorted(group.lots)]
        numbers = Counter(len(row.bidders) for row in rows)
        able = {name for row in rows for name in row.bidders}
        yield Contest(
            within=group.within,
            of=group.of,
            lots=len(rows),
            bidders=len(able),
            least=min(numbers),
            mean=thousandths(Fraction(sum(number * many for number, many in numbers.items()), len(rows))),
            most=max(numbers),
            none=numbers[0],
            one=numbers[1],
            fallback=sum(row.fallback and len(row.bidders) < _A_CHOICE for row in rows),
            incumbent_only=sum(row.incumbent is not None and not set(row.bidders) - {row.incumbent} for row in rows),
            barred=len({name for position in group.lots for name in offers.bidding[position]} - able),
            distribution=tuple(BidderCount(bidders=number, lots=numbers[number]) for number in sorted(numbers)),
        )
