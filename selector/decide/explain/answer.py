"""The answer to why an award is what it is, bid by bid."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from models import BestAward, Bid, BreakEvenBidder, Disqualified
from models.explain import Explanation, LosingBid, Threshold, WinningBid
from selector.appraise.disqualified import disqualified
from selector.decide.asked import Asked, bids_of
from selector.decide.break_even.comparison import Comparison
from selector.decide.explain.beside import Beside
from selector.decide.explain.bounded import has_bounds, proven, searched
from selector.decide.explain.exact import OPEN
from selector.decide.explain.piece import Piece, Told, explained
from selector.decide.explain.sentence import of_losing, of_winning
from selector.decide.provenance import provenance
from selector.decide.without.measure import is_proven
from selector.many import Work

_PIECES = 16
"""Pieces that the bids are dealt into at the least, so that something is told of each soon."""
_MOST_TOGETHER = 8
_MILLIONTH = Decimal("0.000001")
_NOTHING = Told()


@dataclass(frozen=True)
class Answer:
    """Who answers, and about whom."""

    asked: Asked
    bidders: frozenset[str]

    def explanation(self, *, fallbacks: bool) -> Explanation:
        """The answer; ``fallbacks`` is whether buyers that fall back on themselves are asked about too."""
        asked = self.asked
        told = self._told() if asked.best.awards else {}
        compared = tuple(Comparison(asked.case, asked.appraisal, asked.best).bidders()) if asked.best.awards else ()
        return Explanation(
            name=asked.case.name,
            best=BestAward.of(asked.best),
            losing=tuple(self._losing(bid, told.get(bid.id)) for bid in self._lost),
            winning=tuple(
                self._winning(name, told.get(name), compared)
                for name in bids_of(asked.best)
                if (name in self._listed and self._listed[name].bidder in self.bidders)
                or (name not in self._listed and fallbacks)
            ),
            break_even=tuple(each for each in compared if each.bidder in self.bidders),
            seconds=asked.seconds,
            provenance=provenance(asked.case, asked.options),
        )

    @cached_property
    def _listed(self) -> Mapping[str, Bid]:
        return {bid.id: bid for bid in self.asked.case.bids}

    @cached_property
    def _accepted(self) -> frozenset[str]:
        return frozenset(bids_of(self.asked.best))

    @property
    def _lost(self) -> Iterator[Bid]:
        """The bids that have lost, of those asked about, where there is an award."""
        for bid in self.asked.case.bids if self._accepted else ():
            if bid.id not in self._accepted and bid.bidder in self.bidders:
                yield bid

    @cached_property
    def _barred(self) -> Mapping[str, Disqualified]:
        return {each.bid: each for each in disqualified(self.asked.case, self.asked.appraisal)}

    @cached_property
    def _beside(self) -> Beside:
        return Beside(self.asked.case, self.asked.appraisal, self.asked.best)

    def _told(self) -> dict[str, Told]:
        """What is found of every bid asked about that may be accepted, winners first."""
        asked = self.asked
        names = [name for name in self._accepted if name in self._listed and self._listed[name].bidder in self.bidders]
        names = [*sorted(names, key=bids_of(asked.best).index)]
        names += [bid.id for bid in self._lost if bid.id not in self._barred]
        if self._is_exact:
            size = min(max(len(names) // _PIECES, 1), _MOST_TOGETHER)
            dealt = [tuple(names[at : at + size]) for at in range(0, len(names), size)]
            return self._each("bids", explained, dealt)
        if not has_bounds(asked.case, asked.best):
            return {}
        # Each piece lays the program for itself: no more of them than are done at once.
        hands = asked.many.at_once
        dealt = [tuple(names[hand::hands]) for hand in range(min(hands, len(names)))]
        found = self._each("bounds", proven, dealt)
        least = {name: told.least for name, told in found.items() if told.least is not None}
        return found | self._each("searches", searched, dealt, least)

    def _each(
        self,
        name: str,
        work: Work[Piece, dict[str, Told]],
        dealt: Sequence[tuple[str, ...]],
        least: Mapping[str, float] | None = None,
    ) -> dict[str, Told]:
        asked = self.asked
        pieces = [Piece(asked.case, asked.appraisal, asked.options, asked.best, names, least) for names in dealt]
        found: dict[str, Told] = {}
        for each in asked.each(name, work, pieces).values():
            found |= each
        return found

    @property
    def _is_exact(self) -> bool:
        """Whether the best award is proven to the penny, of so few bids that each can be solved for."""
        stated = self.asked.best.certificate
        proven = all(is_proven(level) for level in stated.levels)
        return self.asked.best.status == "optimal" and proven and not self.asked.is_large

    def _losing(self, bid: Bid, told: Told | None) -> LosingBid:
        barred = self._barred.get(bid.id)
        reasons = () if barred is None else barred.reasons
        found = told or _NOTHING
        price, quality = (None, None) if barred else (found.price or OPEN, found.quality or OPEN)
        return LosingBid(
            bid=bid.id,
            bidder=bid.bidder,
            lots=bid.lots,
            price=bid.price,
            price_basis=bid.price_basis,
            disqualified=reasons,
            winning_price=price,
            winning_quality=quality,
            behind=found.apart,
            bars=found.bars,
            beside=self._beside.of(bid),
            sentence=of_losing(bid, reasons, found.apart, price, quality, found.bars),
        )

    def _winning(self, name: str, told: Told | None, compared: Sequence[BreakEvenBidder]) -> WinningBid:
        bid, found = self._listed.get(name), told or _NOTHING
        price: Threshold | None = None if bid is None else (found.price or OPEN)
        rows = [row for row in self.asked.best.awards if row.bid == name]
        must_be, is_cheaper = _redundancy(name, compared)
        return WinningBid(
            bid=name,
            bidder=rows[0].bidder,
            lots=tuple(row.lot for row in rows),
            price=None if bid is None else bid.price,
            price_basis=None if bid is None else bid.price_basis,
            wins_up_to=price,
            ahead=found.apart,
            without=found.without,
            must_be_cheaper=must_be,
            is_cheaper=is_cheaper,
            sentence=of_winning(bid, found.apart, price, only=found.only),
        )


def _redundancy(name: str, compared: Sequence[BreakEvenBidder]) -> tuple[Decimal | None, Decimal | None]:
    """What makes up for the redundancy of a winning bid, and how much cheaper it is, beside the NHS family."""
    lots = [lot for each in compared if each.wins for lot in each.lots if lot.bid == name]
    if not lots:
        return None, None
    liability = sum((lot.liability - lot.other_liability for lot in lots), Decimal(0))
    return liability, sum((lot.other_cost - lot.cost for lot in lots), Decimal(0))
