"""What a board depends on: what each bidder alone can win, and what an award gives it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from models import Bidder, Case
from models.market import MarketBidder, Membership, Won
from selector.appraise import Appraisal
from selector.appraise.register import Register
from selector.decide.supply.concentration import shares
from selector.decide.supply.offers import Offers
from selector.decide.supply.people import distinct_people
from selector.decide.supply.rounded import millionths, pounds
from selector.decide.supply.stakes import Stake


class Dependence:
    """The bidders of a case in its market, and in an award where its stakes are given."""

    def __init__(self, case: Case, appraisal: Appraisal, offers: Offers, won: Sequence[Stake] = ()) -> None:
        self._case = case
        self._appraisal = appraisal
        self._offers = offers
        self._sole = offers.sole()
        self._won: defaultdict[str, list[Stake]] = defaultdict(list)
        for stake in won:
            self._won[stake.bidder].append(stake)

    def bidders(self) -> Iterator[MarketBidder]:
        """Every bidder of the case, then the buyers that only do their own lots, where that counts for anything."""
        listed = {bidder.id for bidder in self._case.bidders}
        for bidder in Register(self._case).bidders:
            if bidder.id in listed or bidder.id in self._sole or bidder.id in self._won:
                yield self._bidder(bidder)

    def _bidder(self, bidder: Bidder) -> MarketBidder:
        lots = self._lots.get(bidder.id, ())
        sole = self._sole.get(bidder.id, ())
        return MarketBidder(
            bidder=bidder.id,
            name=bidder.name,
            kind=bidder.kind,
            partners=tuple(Membership(bidder=each.bidder, share=each.share) for each in bidder.partners),
            partner_in=self._memberships.get(bidder.id, ()),
            bids=self._bids[bidder.id],
            usable=self._usable[bidder.id],
            lots=len(lots),
            services=len(self._services(lots)),
            sole=self._ids(sole),
            sole_services=tuple(name for name in self._services(sole) if self._of_service[name] <= set(sole)),
            sole_people=self._people(sole),
            won=self._what_it_won(bidder.id) if bidder.id in self._won else None,
        )

    def _what_it_won(self, bidder: str) -> Won:
        stakes = self._won[bidder]
        lots = [stake.lot for stake in stakes]
        return Won(
            lots=len(lots),
            spend=pounds(self._spend[bidder]),
            share_of_spend=millionths(self._shares[bidder]) if self._shares else None,
            buyers=len({self._case.tendered[lot].buyer for lot in lots}),
            people=self._people(lots),
            alone_in=tuple(name for name in self._services(lots) if self._of_service[name] <= set(lots)),
            irreplaceable=self._ids(sorted(set(lots) & set(self._sole.get(bidder, ())))),
        )

    @cached_property
    def _bids(self) -> Counter[str]:
        """How many bids each bidder makes; a fallback counts as the buyer's."""
        return Counter(self._appraisal.bidders.ids[bidder] for bidder in self._appraisal.bids.bidder.tolist())

    @cached_property
    def _usable(self) -> Counter[str]:
        bids = self._appraisal.bids
        return Counter(self._appraisal.bidders.ids[bidder] for bidder in bids.bidder[bids.open].tolist())

    @cached_property
    def _lots(self) -> Mapping[str, Sequence[int]]:
        """By bidder: the lots it can win."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for lot, able in enumerate(self._offers.able):
            for name in able:
                found[name].append(lot)
        return found

    @cached_property
    def _of_service(self) -> Mapping[str, set[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for position, lot in enumerate(self._case.tendered):
            found[lot.service].add(position)
        return found

    @cached_property
    def _memberships(self) -> Mapping[str, tuple[Membership, ...]]:
        """By partner: the partnerships it is in."""
        found: dict[str, tuple[Membership, ...]] = {}
        for bidder in self._case.bidders:
            for partner in bidder.partners:
                belongs = Membership(bidder=bidder.id, share=partner.share)
                found[partner.bidder] = (*found.get(partner.bidder, ()), belongs)
        return found

    @cached_property
    def _spend(self) -> Mapping[str, Fraction]:
        """By winner: pence a year at list price."""
        return {
            name: sum((stake.spend or Fraction(0) for stake in stakes), Fraction(0))
            for name, stakes in self._won.items()
        }

    @cached_property
    def _shares(self) -> Mapping[str, Fraction]:
        return shares(self._spend)

    def _services(self, lots: Sequence[int]) -> tuple[str, ...]:
        """The services of some lots, each once, in the order of the lots."""
        return tuple(dict.fromkeys(self._case.tendered[lot].service for lot in lots))

    def _people(self, lots: Sequence[int]) -> int:
        return distinct_people(self._case.buyers, {self._case.tendered[lot].buyer for lot in lots})

    def _ids(self, lots: Sequence[int]) -> tuple[str, ...]:
        return tuple(self._case.tendered[lot].id for lot in lots)
