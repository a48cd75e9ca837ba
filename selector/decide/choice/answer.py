"""The answer to how free buyers are: the pool's award shared out, and what buyers have without it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

from models import (
    Alone,
    BuyerChoice,
    BuyerFigures,
    Case,
    ChosenLot,
    Coalition,
    Coalitions,
    Evaluation,
    Regret,
    ValuedBy,
)
from selector.appraise import Appraisal
from selector.appraise.rounding import half_up
from selector.award import pounds, thousandths
from selector.decide.choice import sentence
from selector.decide.choice.alone import Best
from selector.decide.choice.charges import Charges
from selector.decide.choice.favourites import Favourites
from selector.decide.choice.figures import Figures, lot_weights, weights_of
from selector.decide.choice.many import UNKNOWN, Buyers

_MILLIONTH = Decimal("0.000001")


@dataclass(frozen=True)
class Answer:
    """The pool, its award, and how its charges are shared."""

    case: Case
    appraisal: Appraisal
    figures: Figures
    award: Evaluation
    charges: Charges
    shares: Mapping[str, int]
    """Pence of charges less discounts that each buyer with lots bears."""
    alone: Mapping[Buyers, Best]
    """The best awards of groups of buyers by themselves, as far as they were looked for."""

    def buyers(self) -> Iterator[BuyerChoice]:
        """Each buyer alone."""
        return (self._buyer(buyer, self.alone.get((buyer,), UNKNOWN)) for buyer in self.shares)

    def coalitions(self, groups: Sequence[Buyers]) -> Coalitions:
        """Coalitions of two buyers and more."""
        examined = [(group, best) for group in groups if (best := self.alone.get(group, UNKNOWN)).status != "unknown"]
        blocking = (self._coalition(group, best) for group, best in examined if best.status != "infeasible")
        return Coalitions(
            most=max(map(len, groups), default=1),
            number=len(groups),
            examined=len(examined),
            blocking=tuple(each for each in blocking if each.leaving != "does_not_gain"),
        )

    def _buyer(self, buyer: str, best: Best) -> BuyerChoice:
        own = self._figures(self._won[buyer], self.shares[buyer])
        alone = self._alone(best)
        least, most = self._gain(own.value, best)
        others_pay = self._others_pay((buyer,))
        lots = tuple(self._favourites.of(buyer))
        regret = None if best.status == "infeasible" else _regret(own, alone.figures, least, most)
        return BuyerChoice(
            buyer=buyer,
            valued_by=self._valued_by[buyer],
            award=own,
            alone=alone,
            regret=regret,
            leaving="does_not_gain" if best.status == "infeasible" else sentence.leaving(least, most),
            others_pay=others_pay,
            lots=lots,
            favourites=sum(lot.given for lot in lots),
            sentence=sentence.alone(
                self._names[buyer],
                least,
                most,
                others_pay,
                reason=alone.reason,
                all_is_cost=regret is not None and regret.cost is not None and regret.cost == least,
            ),
        )

    def _coalition(self, group: Buyers, best: Best) -> Coalition:
        award = pounds(sum(int(self.figures.value[self._won[buyer]].sum()) + self.shares[buyer] for buyer in group))
        least, most = self._gain(award, best)
        others_pay = self._others_pay(group)
        return Coalition(
            buyers=group,
            leaving=sentence.leaving(least, most),
            award=award,
            alone=None if best.value is None else pounds(best.value),
            gain_at_least=least,
            gain_at_most=most,
            others_pay=others_pay,
            sentence=sentence.together(
                [self._names[buyer] for buyer in group], least, most, others_pay, pool=len(group) == len(self.shares)
            ),
        )

    def _gain(self, award: Decimal, best: Best) -> tuple[Decimal | None, Decimal | None]:
        """What leaving gains at least and at most; None where nothing is proven of it."""
        return (
            None if best.value is None else award - pounds(best.value),
            None if best.least is None else award - pounds(best.least),
        )

    def _others_pay(self, group: Buyers) -> Decimal:
        rest = [buyer for buyer in self.shares if buyer not in group]
        return pounds(half_up(self.charges.of(rest)) - sum(self.shares[buyer] for buyer in rest))

    def _alone(self, best: Best) -> Alone:
        pairs = list(best.pairs)
        bids, bidders = self.appraisal.bids, self.appraisal.bidders
        return Alone(
            status=best.status,
            bound=None if best.least is None else pounds(best.least),
            figures=None if best.value is None else self._figures(pairs, best.charges),
            lots=tuple(
                ChosenLot(
                    lot=self.appraisal.lots.ids[bids.pair_lot[pair]],
                    service=self.appraisal.services.ids[self.appraisal.lots.service[bids.pair_lot[pair]]],
                    bid=bids.ids[bids.pair_bid[pair]],
                    bidder=bidders.ids[bids.bidder[bids.pair_bid[pair]]],
                )
                for pair in sorted(pairs, key=lambda pair: int(bids.pair_lot[pair]))
            ),
            reason=best.reason,
        )

    def _figures(self, pairs: Sequence[int], charges: int) -> BuyerFigures:
        """What some pairs of one buyer come to, with its charges in pence."""
        figures, at = self.figures, list(pairs)
        weights = [self._weight[figures.key[pair][1]] for pair in at]
        points = sum((each * int(figures.quality[pair]) for each, pair in zip(weights, at, strict=True)), Fraction(0))
        mean = points / sum(weights) / 1000
        return BuyerFigures(
            value=pounds(int(figures.value[at].sum()) + charges),
            cost=pounds(int(figures.cost[at].sum()) + charges),
            charges=pounds(charges),
            quality=(Decimal(mean.numerator) / mean.denominator).quantize(_MILLIONTH, ROUND_HALF_UP),
            liability=pounds(figures.liability[at].sum()),
            disruption=thousandths(figures.disruption[at].sum()),
        )

    @cached_property
    def _won(self) -> Mapping[str, list[int]]:
        """Pairs that each buyer's lots are won by."""
        found: dict[str, list[int]] = {buyer: [] for buyer in self.shares}
        for row in self.award.awards:
            found[row.buyer].append(self.figures.at[row.bid, row.lot])
        return found

    @cached_property
    def _weight(self) -> Mapping[str, Fraction]:
        return lot_weights(self.case)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {buyer.id: buyer.name for buyer in self.case.buyers}

    @cached_property
    def _valued_by(self) -> Mapping[str, ValuedBy]:
        return {buyer: weights.stated for buyer, weights in weights_of(self.case).items()}

    @cached_property
    def _favourites(self) -> Favourites:
        return Favourites(self.case, self.appraisal, self.figures, self.award)


def _regret(own: BuyerFigures, alone: BuyerFigures | None, least: Decimal | None, most: Decimal | None) -> Regret:
    return Regret(
        at_least=least,
        at_most=most,
        cost=None if alone is None else own.cost - alone.cost,
        quality=None if alone is None else own.quality - alone.quality,
        liability=None if alone is None else own.liability - alone.liability,
        disruption=None if alone is None else own.disruption - alone.disruption,
    )
