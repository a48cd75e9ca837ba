"""What buyers have of a pool and without it, by looking at every award; nothing of the engine is used."""

import itertools
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.decide.choice.split import split
from tests.oracle.award import Award
from tests.oracle.discounts import in_scope, units
from tests.oracle.enumerate import awards
from tests.oracle.exact import exact, pence
from tests.oracle.reading import read
from tests.oracle.rows import broken
from tests.oracle.tables import Case
from tests.oracle.worth import Offer, worths


@dataclass
class Pool:
    """A document that lists its lots, each buyer having one."""

    document: Mapping[str, Any]
    _best: dict[frozenset[str], int | None] = field(default_factory=dict)

    @cached_property
    def case(self) -> Case:
        return read(self.document)

    @property
    def buyers(self) -> tuple[str, ...]:
        return tuple(self.case.buyers)

    def subsets(self) -> Iterable[tuple[str, ...]]:
        """Every coalition but the empty one, the smallest first."""
        sizes = range(1, len(self.buyers) + 1)
        return itertools.chain.from_iterable(itertools.combinations(self.buyers, size) for size in sizes)

    def best(self, buyers: frozenset[str]) -> int | None:
        """c(S) in pence; None where no award keeps every rule."""
        if buyers not in self._best:
            self._best[buyers] = self._least(buyers)
        return self._best[buyers]

    def _least(self, buyers: frozenset[str]) -> int | None:
        case = read(split(self.document, buyers))
        valued = {(offer.id, offer.lot.id): self.value(offer) for bid in worths(case).values() for offer in bid.offers}

        def value(award: Award) -> int:
            totals = award.totals(case)
            bids = sum(valued[offer.id, offer.lot.id] for offer in award.offers)
            return bids + totals.charges - totals.discount

        for worth, award in sorted(((value(award), award) for award in awards(case)), key=lambda each: each[0]):
            if next(broken(case, award), None) is None:
                return worth
        return None

    def value(self, offer: Offer) -> int:
        """What a bid on a lot is worth to the lot's buyer, in pence."""
        liability, disruption, quality = self._prices(offer.lot.buyer)
        bracket = liability * offer.liability / 100 + disruption * offer.disruption
        return offer.cost + pence(bracket - quality * offer.weighted_quality)

    def _prices(self, buyer: str) -> tuple[Fraction, Fraction, Fraction]:
        """Pounds of a pound of liability, a unit of disruption, and of weight x points."""
        stated = next(row for row in self.document["buyers"] if row["id"] == buyer).get("preference")
        lots = self.case.lots.values()
        weight = sum(lot.weight for lot in lots if stated is None or lot.buyer == buyer)
        if stated is None:
            stated = self.document.get("objective", {})
            if stated.get("mode", "money_valued") != "money_valued":
                return Fraction(1), Fraction(0), Fraction(0)
        return (
            exact(stated.get("liability_weight", 1)),
            exact(stated.get("disruption_value", 0)),
            exact(stated.get("quality_value", 0)) / weight,
        )


@dataclass
class Game:
    """The game of charges on an award: what those of the lots of some buyers alone would come to."""

    case: Case
    award: Award

    def cost(self, buyers: Collection[str]) -> Fraction:
        """g(S) in pence."""
        won = [offer for offer in self.award.offers if offer.lot.buyer in buyers]
        pairs = {(offer.bidder.id, offer.lot.service) for offer in won}
        total = Fraction(sum(self.case.bidders[bidder].setup.get(service, 0) for bidder, service in pairs))
        total += sum(self.case.bidders[bidder].overhead for bidder in {bidder for bidder, _ in pairs})
        for kept in self.award.outposts:
            if any(self._staffed(offer, kept.bidder, kept.service, kept.area) for offer in won):
                total += kept.cost
        return total - sum((self.discount(each.id, buyers) for each in self.case.discounts), Fraction(0))

    def _staffed(self, offer: Offer, bidder: str, service: str, area: str) -> bool:
        lot = offer.lot
        return (offer.bidder.id, lot.service, self.case.buyers[lot.buyer].area) == (bidder, service, area)

    def discount(self, name: str, buyers: Collection[str]) -> Fraction:
        """What a discount takes off the lots of some buyers alone, in pence."""
        off, constant = self.off(name, buyers)
        return sum(off.values(), Fraction(0)) + constant

    def off(self, name: str, buyers: Collection[str]) -> tuple[dict[str, Fraction], Fraction]:
        """What the tier reached takes off each lot of some buyers, and besides."""
        stated = next(each for each in self.case.discounts if each.id == name)
        parts = [in_scope(stated, bid) for bid in self.award.bids if bid.bidder.id == stated.bidder]
        mine = [offer for part in parts for offer in part if offer.lot.buyer in buyers]
        reached = [tier for tier in stated.tiers if tier.start <= units(stated, mine)]
        found = {offer.lot.id: Fraction(0) for offer in mine}
        if not mine or not reached:
            return found, Fraction(0)
        years = self.case.horizon.annuity  # all bids run for the whole horizon, and none is indexed
        rate = reached[-1].off
        for part in parts:
            weights = {
                offer.lot.id: units(stated, [offer]) * 100 * years if stated.per_unit else Fraction(offer.price_value)
                for offer in part
            }
            whole = sum(weights.values(), Fraction(0))
            rounded = pence(rate * whole / 100)
            for lot, weight in weights.items():
                if lot in found and whole:
                    found[lot] = rounded * weight / whole
        if not stated.incremental:
            return found, Fraction(0)
        earlier = sum((one.off * (two.start - one.start) for one, two in itertools.pairwise(reached)), Fraction(0))
        return found, Fraction(pence(years * (earlier - rate * reached[-1].start)))

    def by_volume(self) -> dict[str, Fraction]:
        """Shares by volume, in pence."""
        shares = dict.fromkeys(self.case.buyers, Fraction(0))
        everybody = list(self.case.buyers)

        def spread(amount: Fraction, weights: Mapping[str, Fraction]) -> None:
            for lot, weight in weights.items():
                shares[self.case.lots[lot].buyer] += amount * weight / sum(weights.values(), Fraction(0))

        for (bidder, service), offers in self.award.won.items():
            volume = {offer.lot.id: offer.lot.volume for offer in offers}
            spread(Fraction(self.case.bidders[bidder].setup.get(service, 0)), volume)
        for bidder, lots in self.award.lots.items():
            spread(Fraction(self.case.bidders[bidder].overhead), {lot.id: Fraction(lot.people) for lot in lots})
        for kept in self.award.outposts:
            served = [
                offer for offer in self.award.offers if self._staffed(offer, kept.bidder, kept.service, kept.area)
            ]
            spread(Fraction(kept.cost), {offer.lot.id: offer.lot.volume for offer in served})
        for each in self.case.discounts:
            off, constant = self.off(each.id, everybody)
            if not any(off.values()):
                off_lots = [self.award.offers[list(self.case.lots).index(lot)] for lot in off]
                weights = {offer.lot.id: units(each, [offer]) for offer in off_lots}
            else:
                weights = off
            spread(-(sum(off.values(), Fraction(0)) + constant), weights)
        return shares

    def by_orders(self) -> dict[str, Fraction]:
        """Shapley shares in pence: what each adds, over all orders in which buyers may join."""
        buyers = list(self.case.buyers)
        costs = {
            frozenset(group): self.cost(group)
            for size in range(len(buyers) + 1)
            for group in itertools.combinations(buyers, size)
        }
        shares = dict.fromkeys(buyers, Fraction(0))
        orders = list(itertools.permutations(buyers))
        for order in orders:
            for at, buyer in enumerate(order):
                shares[buyer] += costs[frozenset(order[: at + 1])] - costs[frozenset(order[:at])]
        return {buyer: share / len(orders) for buyer, share in shares.items()}


def whole_pence(shares: Mapping[str, Fraction]) -> dict[str, int]:
    """Rounded down, and the pence left over to the largest remainders."""
    whole = {buyer: share.numerator // share.denominator for buyer, share in shares.items()}
    over = int(sum(shares.values())) - sum(whole.values())
    ranked = sorted(shares, key=lambda buyer: (whole[buyer] - shares[buyer], list(shares).index(buyer)))
    return {buyer: pence_ + (buyer in ranked[:over]) for buyer, pence_ in whole.items()}
