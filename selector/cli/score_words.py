"""How a score comes about, as a sum that can be done again."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from models import Ratio
from models.scores import BidScores, LotScores, ScoredPrices
from selector.verify.words import number, pounds

IN_ONE = frozenset({"price_per_quality_point", "money_valued_quality"})
"""Formulas that score price and quality in one."""

_PRICES = {
    "list": "the list price a year",
    "cost": "the whole-life cost",
    "cost_and_liability": "the whole-life cost and the liability",
}


def rule_of_scores(objective: Ratio) -> str:
    """How bids are scored, in a sentence."""
    price = f"The price is {_PRICES[objective.price]}; it is scored by {objective.formula}."
    if objective.formula in IN_ONE:
        return price
    return (
        f"{price} A score is ({number(objective.price_weight)} x price score"
        f" + {number(objective.quality_weight)} x quality)"
        f" / {number(objective.price_weight + objective.quality_weight)}."
    )


def sums(objective: Ratio, lot: LotScores, bid: BidScores) -> Sequence[str]:
    """The sums that lead to the score of a bid; none where it is barred."""
    prices, price = lot.prices, bid.evaluated_price
    if prices is None or price is None or bid.score is None:
        return ()
    if objective.formula in IN_ONE:
        return (f"Score = {_in_one(objective, lot, prices, bid, price)} = {number(bid.score)}",)
    points = number(bid.price_score or Decimal(0))
    weights = objective.price_weight, objective.quality_weight
    return (
        f"Price score = {_of_price(objective, prices, price)} = {points}",
        f"Score = ({number(weights[0])} x {points} + {number(weights[1])} x {number(bid.quality)})"
        f" / {number(sum(weights))} = {number(bid.score)}",
    )


def _of_price(objective: Ratio, prices: ScoredPrices, price: Decimal) -> str:
    least, most, own = pounds(prices.least), pounds(prices.most), pounds(price)
    if objective.formula == "lowest_over_price":
        return f"100 x {least} / {own}" if price else "100, as it costs nothing,"
    if objective.formula == "lowest_to_highest":
        return (
            f"100 x ({most} - {own}) / ({most} - {least})"
            if prices.least < prices.most
            else "100, as all ask the same,"
        )
    if objective.formula == "to_the_mean":
        mean = f"{pounds(prices.total)} / {prices.bids}"
        return (
            f"50 + 100 x ({mean} - {own}) / ({mean}), at least 0 and at most 100,"
            if prices.total
            else "50, as all cost nothing,"
        )
    against = pounds(prices.benchmark or Decimal(0))
    return f"100 x ({against} - {own}) / {against}, at least 0,"


def _in_one(objective: Ratio, lot: LotScores, prices: ScoredPrices, bid: BidScores, price: Decimal) -> str:
    if objective.formula == "money_valued_quality":
        worth = pounds(prices.point_value or Decimal(0))
        return f"{number(bid.quality)} - ({pounds(price)} - {pounds(prices.least)}) / {worth}"
    if not bid.quality:
        return "0, as it has no quality,"
    if not price:
        return "100, as it costs nothing,"
    first = min(
        (each for each in lot.bids if each.score is not None and each.quality),
        key=lambda each: Fraction(each.evaluated_price or 0) / Fraction(each.quality),
    )
    least = f"{pounds(first.evaluated_price or Decimal(0))} / {number(first.quality)}"
    return f"100 x ({least}) / ({pounds(price)} / {number(bid.quality)})"
