"""The bids that may not be accepted, with every reason and its figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import floor

import numpy as np

from models import Bid, Bidder, Buyer, Case, Criterion, Disqualified, Framework, Lot, Reason
from selector.appraise.appraisal import Appraisal
from selector.appraise.competitors import competitors, frameworks, is_accredited
from selector.appraise.quality import Scale, scales
from selector.appraise.register import Register
from selector.appraise.units import MILLIONTHS
from selector.verify.words import count, number


def disqualified(case: Case, appraisal: Appraisal) -> tuple[Disqualified, ...]:
    """Every barred bid, fallbacks last, with what bars it by name.

    Raises
    ------
    KeyError
        if the appraisal bars a bid for something that the case does not hold against it.
    """
    if not appraisal.bids.bars:
        return ()
    reasons = _Reasons(Register(case), appraisal)
    return tuple(
        Disqualified(
            bid=appraisal.bids.ids[bid],
            bidder=appraisal.bidders.ids[appraisal.bids.bidder[bid]],
            reasons=reasons.of(bid, names),
        )
        for bid, names in sorted(appraisal.bids.bars.items())
    )


@dataclass(frozen=True)
class _Reasons:
    register: Register
    appraisal: Appraisal

    def of(self, position: int, names: tuple[str, ...]) -> tuple[Reason, ...]:
        """What bars a bid, each name with its sentence; of a package the first lot concerned stands for all."""
        told: dict[str, str] = {}
        for name, sentence in self._all(position):
            told.setdefault(name, sentence)
        return tuple(Reason(rule=name, sentence=told[name]) for name in sorted(set(names)))

    def _all(self, position: int) -> Iterator[tuple[str, str]]:
        """Everything that could be held against a bid, and more than is: names decide."""
        bids = self.appraisal.bids
        first, end = np.searchsorted(bids.pair_bid, (position, position + 1))
        pairs = range(first, end)
        for pair in pairs:
            yield self._min_quality(self.register.lots[bids.pair_lot[pair]], int(bids.quality[pair]))
        if position >= len(self.register.case.bids):
            return
        bid = self.register.case.bids[position]
        lots = [self.register.lots[bids.pair_lot[pair]] for pair in pairs]
        bidder = self.register.bidder_of[bid.bidder]
        yield from self._minimums(bid, lots)
        for lot in lots:
            yield from _choice(bidder, self.register.buyers[lot.buyer])
            yield from self._framework(bidder, lot)
        yield from self._alone(bidder)
        yield from self._by_hand(bid, bidder)

    @cached_property
    def _scales(self) -> Mapping[str, Scale]:
        return scales(self.register.services, self.register.case.criteria, self.register.case.marking)

    @cached_property
    def _parents(self) -> frozenset[str]:
        return frozenset(each.parent for each in self.register.case.criteria if each.parent is not None)

    @cached_property
    def _frameworks(self) -> Mapping[str, Framework]:
        return frameworks(self.register)

    @cached_property
    def _competitors(self) -> Mapping[str, int]:
        return competitors(self.register)

    def _named(self, lot: Lot) -> str:
        return f"{self.register.services[lot.service].name} for {self.register.buyers[lot.buyer].name}"

    def _min_quality(self, lot: Lot, points: int) -> tuple[str, str]:
        least = self.register.services[lot.service].min_quality if lot.min_quality is None else lot.min_quality
        return (
            f"min_quality[{lot.id}]",
            f"Its quality on {self._named(lot)} is {number(Decimal(points).scaleb(-3))};"
            f" at least {number(least or 0)} is asked.",
        )

    def _minimums(self, bid: Bid, lots: list[Lot]) -> Iterator[tuple[str, str]]:
        for service in dict.fromkeys(lot.service for lot in lots):
            scale = self._scales[service]
            missed = scale.shortfalls(bid)
            if not missed:
                continue
            points = scale.points(bid)
            for criterion in scale.criteria:
                name = f"minimum[{criterion.id}]"
                if name in missed:
                    # Rounded down: what falls short must not be shown as if it did not.
                    shown = Decimal(floor(points[criterion.id] * MILLIONTHS)).scaleb(-6)
                    yield name, self._minimum(criterion, shown, service)

    def _minimum(self, criterion: Criterion, shown: Decimal, service: str) -> str:
        least = number(criterion.minimum or 0)
        if criterion.id not in self._parents:
            return f"It scores {number(shown)} on {criterion.name}; at least {least} is asked."
        name = self.register.services[service].name
        return f"On {name}, the parts of {criterion.name} come to {number(shown)} together; at least {least} is asked."

    def _framework(self, bidder: Bidder, lot: Lot) -> Iterator[tuple[str, str]]:
        framework = self._frameworks.get(lot.service)
        if framework is None:
            return
        if not is_accredited(framework, bidder.id):
            yield (
                f"framework[{framework.id}]",
                f"{bidder.name} is not accredited to {framework.name},"
                f" under which {self.register.services[lot.service].name} is called off.",
            )
        if self._competitors[lot.id] < framework.min_competitors:
            yield (
                f"competition[{framework.id}]",
                f"{count(self._competitors[lot.id], 'accredited bidder')} bid for {self._named(lot)};"
                f" {framework.name} asks for at least {framework.min_competitors:,}.",
            )

    def _alone(self, bidder: Bidder) -> Iterator[tuple[str, str]]:
        yield (
            f"partner_only[{bidder.id}]",
            f"{bidder.name} may not stand alone: it wins nothing but as the partner of a body of the NHS family.",
        )
        for partner in bidder.partners:
            name = self.register.bidder_of[partner.bidder].name
            yield (
                f"partner_only[{partner.bidder}]",
                f"{name}, a partner of {bidder.name}, may win only with a partner of the NHS family; there is none.",
            )

    def _by_hand(self, bid: Bid, bidder: Bidder) -> Iterator[tuple[str, str]]:
        for exclusion in self.register.case.exclusions:
            if exclusion.bid == bid.id:
                yield f"exclusion[{exclusion.id}]", f"It is left out by hand: {exclusion.reason}"
            elif exclusion.bidder == bidder.id:
                yield f"exclusion[{exclusion.id}]", f"{bidder.name} is left out by hand: {exclusion.reason}"


def _choice(bidder: Bidder, buyer: Buyer) -> Iterator[tuple[str, str]]:
    if bidder.id in buyer.vetoes:
        yield f"veto[{buyer.id}, {bidder.id}]", f"{buyer.name} has vetoed {bidder.name}."
    if buyer.shortlist is not None and bidder.id not in buyer.shortlist:
        yield f"shortlist[{buyer.id}]", f"{bidder.name} is not on the shortlist of {buyer.name}."
