"""What every bid scores on some lots, with all that it takes to work it out again."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from models import Bid, Case, Criterion, Disqualified, LowBid, Ratio
from models.scores import AppliedCriterion, BidScores, CriterionScore, LotScores, Low, Marks, ScoredPrices
from selector.appraise.abnormally_low import abnormally_low
from selector.appraise.appraisal import Appraisal
from selector.appraise.disqualified import disqualified
from selector.appraise.evaluated_price import evaluated_price
from selector.appraise.price_scores import Scored, benchmark, point_value, scored
from selector.appraise.quality import Scale, scales
from selector.appraise.register import Register
from selector.appraise.rounding import half_up
from selector.appraise.units import MILLIONTHS, ints


def score_sheet(case: Case, appraisal: Appraisal, lots: Collection[str] | None = None) -> tuple[LotScores, ...]:
    """The scores of every bid on the lots of these ids, or on all, in the order of the case."""
    sheet = _Sheet(case, appraisal)
    return tuple(
        sheet.lot(position, pairs)
        for position, (name, pairs) in enumerate(zip(appraisal.lots.ids, sheet.pairs(), strict=True))
        if lots is None or name in lots
    )


@dataclass(frozen=True)
class _Sheet:
    case: Case
    appraisal: Appraisal

    def pairs(self) -> list[list[int]]:
        """For each lot: the pairs of the bids for it, in their order."""
        found: list[list[int]] = [[] for _ in self.appraisal.lots.ids]
        for pair, lot in enumerate(self.appraisal.bids.pair_lot.tolist()):
            found[lot].append(pair)
        return found

    @cached_property
    def _register(self) -> Register:
        return Register(self.case)

    @cached_property
    def _scales(self) -> Mapping[str, Scale]:
        return scales(self._register.services, self.case.criteria, self.case.marking)

    @cached_property
    def _parents(self) -> frozenset[str]:
        return frozenset(each.parent for each in self.case.criteria if each.parent is not None)

    @cached_property
    def _barred(self) -> Mapping[str, Disqualified]:
        return {each.bid: each for each in disqualified(self.case, self.appraisal)}

    @cached_property
    def _low(self) -> Mapping[tuple[str, str], LowBid]:
        return {(each.bid, each.lot): each for each in abnormally_low(self.case, self.appraisal, ints(()))}

    @cached_property
    def _evaluated(self) -> list[int] | None:
        objective = self.case.objective
        return evaluated_price(self.appraisal.bids, objective.price).tolist() if isinstance(objective, Ratio) else None

    def lot(self, position: int, pairs: list[int]) -> LotScores:
        """The scores of the bids for a lot, which are these pairs."""
        lot = self._register.lots[position]
        service = self._register.services[lot.service]
        bids = self.appraisal.bids
        qualifying = [pair for pair in pairs if bids.open[bids.pair_bid[pair]]]
        least = service.min_quality if lot.min_quality is None else lot.min_quality
        results = self._scored(position, qualifying)
        return LotScores(
            lot=lot.id,
            buyer=lot.buyer,
            service=lot.service,
            criteria=tuple(self._applied(criterion) for criterion in self._scales[lot.service].criteria),
            min_quality=least,
            prices=self._prices(position, qualifying),
            bids=tuple(self._bid(lot.id, lot.service, pair, results.get(pair)) for pair in pairs),
        )

    def _applied(self, criterion: Criterion) -> AppliedCriterion:
        return AppliedCriterion(
            criterion=criterion.id,
            name=criterion.name,
            parent=criterion.parent,
            weight=criterion.weight,
            out_of=None if criterion.id in self._parents else criterion.out_of,
            minimum=criterion.minimum,
        )

    def _scored(self, lot: int, pairs: list[int]) -> Mapping[int, Scored]:
        if not isinstance(self.case.objective, Ratio) or self._evaluated is None:
            return {}
        prices, qualities = [self._evaluated[pair] for pair in pairs], self.appraisal.bids.quality[pairs].tolist()
        row = self._register.lots[lot]
        return dict(zip(pairs, scored(self._register, self.case.objective, row, prices, qualities), strict=True))

    def _prices(self, lot: int, pairs: list[int]) -> ScoredPrices | None:
        objective = self.case.objective
        if not pairs or not isinstance(objective, Ratio) or self._evaluated is None:
            return None
        prices = [self._evaluated[pair] for pair in pairs]
        row = self._register.lots[lot]
        return ScoredPrices(
            bids=len(prices),
            least=_pounds(min(prices)),
            most=_pounds(max(prices)),
            total=_pounds(sum(prices)),
            benchmark=_exact_pounds(benchmark(self._register, row)) if objective.formula == "to_a_benchmark" else None,
            point_value=(
                _exact_pounds(point_value(self._register, objective, row))
                if objective.formula == "money_valued_quality"
                else None
            ),
        )

    def _bid(self, lot: str, service: str, pair: int, result: Scored | None) -> BidScores:
        bids = self.appraisal.bids
        position = int(bids.pair_bid[pair])
        name = bids.ids[position]
        barred, low = self._barred.get(name), self._low.get((name, lot))
        listed = self.case.bids[position] if position < len(self.case.bids) else None
        return BidScores(
            bid=name,
            bidder=self.appraisal.bidders.ids[bids.bidder[position]],
            criteria=() if listed is None else tuple(self._criteria(service, listed)),
            quality=Decimal(int(bids.quality[pair])).scaleb(-3),
            list_price=_pounds(int(bids.list_price[pair])),
            cost=_pounds(int(bids.cost[pair])),
            liability=_pounds(int(bids.liability[pair])),
            evaluated_price=None if self._evaluated is None else _pounds(self._evaluated[pair]),
            price_score=None if result is None or result.price is None else _millionths(result.price),
            score=None if result is None else Decimal(result.total).scaleb(-3),
            reasons=() if barred is None else barred.reasons,
            abnormally_low=None if low is None else Low(mean=low.mean, next=low.next),
        )

    def _criteria(self, service: str, bid: Bid) -> Iterator[CriterionScore]:
        for name, points in self._scales[service].points(bid).items():
            yield CriterionScore(criterion=name, points=_millionths(points), marked=_marked(bid, name))


def _marked(bid: Bid, criterion: str) -> Marks | None:
    if criterion not in bid.marks:
        return None
    agreed = bid.moderated.get(criterion)
    return Marks(
        marks=bid.marks[criterion],
        agreed=None if agreed is None else agreed.mark,
        reason=None if agreed is None else agreed.reason,
    )


def _millionths(points: Fraction) -> Decimal:
    return Decimal(half_up(points * MILLIONTHS)).scaleb(-6)


def _pounds(pence: int) -> Decimal:
    return Decimal(pence).scaleb(-2)


def _exact_pounds(pence: Fraction) -> Decimal:
    # Benchmarks and values of a point have at most six decimal places of a pound, times people.
    return Decimal(half_up(pence * 10**4)).scaleb(-6)
