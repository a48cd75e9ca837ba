"""What bids are worth to the buyers of their lots, pair by pair of a bid and a lot, as in the whole case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import Case, MoneyValued, Preference, ValuedBy
from selector.appraise import Appraisal
from selector.appraise.rounding import half_up

Ints = NDArray[np.int64]
_PENCE = 100
_THOUSANDTHS = 1000
_OF_STAFF = ("cost", "amounts", "liability", "buyers_liability", "disruption")
"""What depends on who works on a lot, and so on shares of staff groups that a restricted case rounds."""


@dataclass(frozen=True)
class Figures:
    """Figures of all pairs of the whole case, in pence and thousandths, by the ids of bid and lot."""

    key: Sequence[tuple[str, str]]
    cost: Ints
    amounts: Ints
    quality: Ints
    liability: Ints
    buyers_liability: Ints
    disruption: Ints
    value: Ints
    """To the lot's buyer: pence, without charges and discounts; less is better."""
    wte: Mapping[str, int]
    """Of each lot."""

    @cached_property
    def at(self) -> Mapping[tuple[str, str], int]:
        """Where the pair of a bid and a lot stands."""
        return {key: position for position, key in enumerate(self.key)}

    def of_pairs(self, appraisal: Appraisal) -> Ints:
        """Where the pairs of the appraisal of a restricted case stand."""
        bids, lots = appraisal.bids, appraisal.lots
        pairs = zip(bids.pair_bid.tolist(), bids.pair_lot.tolist(), strict=True)
        return np.array([self.at[bids.ids[bid], lots.ids[lot]] for bid, lot in pairs], dtype=np.int64)

    def exact(self, appraisal: Appraisal) -> Appraisal:
        """The appraisal of a restricted case with what bids come to in the whole one."""
        at = self.of_pairs(appraisal)
        known = {name: getattr(self, name)[at] for name in _OF_STAFF}
        wte = np.array([self.wte[lot] for lot in appraisal.lots.ids], dtype=np.int64)
        return replace(appraisal, bids=replace(appraisal.bids, **known), lots=replace(appraisal.lots, wte=wte))


@dataclass(frozen=True)
class Weights:
    """What a buyer values: pounds for a pound of liability, a unit of disruption, and weight x points of quality."""

    liability: Fraction
    disruption: Fraction
    quality: Fraction
    stated: ValuedBy
    """Where they are from: ``own``, ``board``, or ``cost_and_liability`` where neither states any."""


def weights_of(case: Case) -> Mapping[str, Weights]:
    """What each buyer values: by its own preference, else as the board does where that is money-valued."""
    weight = lot_weights(case)
    buyer_of = {lot.id: lot.buyer for lot in case.tendered}
    own: dict[str, Fraction] = {}
    for lot, each in weight.items():
        own[buyer_of[lot]] = own.get(buyer_of[lot], Fraction(0)) + each
    return dict(_weights(case, own))


def lot_weights(case: Case) -> Mapping[str, Fraction]:
    """What each lot weighs in quality: people x the weight of its service."""
    people = {buyer.id: buyer.population for buyer in case.buyers}
    services = {service.id: Fraction(service.weight) for service in case.services}
    return {lot.id: people[lot.buyer] * services[lot.service] for lot in case.tendered}


def _weights(case: Case, own: Mapping[str, Fraction]) -> Iterator[tuple[str, Weights]]:
    total = sum(own.values())
    for buyer in case.buyers:
        if buyer.preference is not None:
            yield buyer.id, _stated(buyer.preference, own.get(buyer.id, total), "own")
        elif isinstance(case.objective, MoneyValued):
            yield buyer.id, _stated(case.objective, total, "board")
        else:
            yield buyer.id, Weights(Fraction(1), Fraction(0), Fraction(0), "cost_and_liability")


def _stated(by: Preference | MoneyValued, weight: Fraction | int, source: ValuedBy) -> Weights:
    """Weights as they are stated; ``weight`` is that of the lots whose mean quality is valued."""
    return Weights(
        Fraction(by.liability_weight), Fraction(by.disruption_value), Fraction(by.quality_value) / weight, source
    )


def figures(case: Case, appraisal: Appraisal) -> Figures:
    """The figures of a case."""
    bids, lots = appraisal.bids, appraisal.lots
    weights, weight = weights_of(case), lot_weights(case)
    of_buyer = [weights[name] for name in appraisal.limits.buyers]
    known: dict[tuple[int, ...], int] = {}

    def value(lot: int, cost: int, liability: int, disruption: int, quality: int) -> int:
        key = (lot, liability, disruption, quality)
        if key not in known:
            w = of_buyer[lots.buyer[lot]]
            pounds = w.disruption * disruption - w.quality * weight[lots.ids[lot]] * quality
            known[key] = half_up(w.liability * liability + pounds * Fraction(_PENCE, _THOUSANDTHS))
        return cost + known[key]

    rows = zip(
        bids.pair_lot.tolist(),
        bids.cost.tolist(),
        bids.liability.tolist(),
        bids.disruption.tolist(),
        bids.quality.tolist(),
        strict=True,
    )
    return Figures(
        key=tuple(
            (bids.ids[bid], lots.ids[lot])
            for bid, lot in zip(bids.pair_bid.tolist(), bids.pair_lot.tolist(), strict=True)
        ),
        cost=bids.cost,
        amounts=bids.amounts,
        quality=bids.quality,
        liability=bids.liability,
        buyers_liability=bids.buyers_liability,
        disruption=bids.disruption,
        value=np.array([value(*row) for row in rows], dtype=np.int64),
        wte=dict(zip(lots.ids, lots.wte.tolist(), strict=True)),
    )
