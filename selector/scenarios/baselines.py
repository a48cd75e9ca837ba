"""Scenarios that any case can be held against: what a plain wish would lead to."""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_UP, Decimal
from typing import Any, get_args

from models import BidderKind, Case, MoneyValued, Scenario

Patch = dict[str, Any]


def _cheapest(case: Case) -> Patch:
    return _levels(case, "cost", "quality")


def _best_quality(case: Case) -> Patch:
    # Held to the last thousandth of a point, quality would leave nothing to choose by cost, and take long to prove.
    return _levels(case, "quality", "cost", tolerance="0.1")


def _no_redundancy(case: Case) -> Patch:
    # Not a rule, which would count liability before redeployment; and not a level before cost: searches that look at
    # liability alone find no award of a region in minutes, as few bids differ in it.
    return {
        "objective": {
            "mode": "money_valued",
            "liability_weight": 1000,
            "disruption_value": None,
            "quality_value": None,
            "disruption": case.objective.disruption,
        }
    }


def _all_nhs(case: Case) -> Patch:
    outside = [bidder.id for bidder in case.bidders if not bidder.is_nhs]
    # A rule that names no bidder is about all of them.
    return _first(case, "all-nhs", "lots", {"ids": outside}) if outside else {}


def _incumbents_stay(case: Case) -> Patch:
    return _first(case, "incumbents-stay", "moves", {})


def _partnerships_only(case: Case) -> Patch:
    return _first(case, "partnerships-only", "lots", {"kinds": _all_but("partnership")})


def _in_house(case: Case) -> Patch:
    return _first(case, "in-house", "lots", {"kinds": _all_but("in_house")})


_Baseline = tuple[str, str, Callable[[Case], Patch]]
_ALL: Mapping[str, _Baseline] = {
    "cheapest": ("Cheapest", "The least cost that keeps the rules, whatever else it brings.", _cheapest),
    "best-quality": ("Best quality", "The best quality, to a tenth of a point, then the least cost.", _best_quality),
    "all-nhs": ("All NHS", "As few lots as can be go outside the NHS family.", _all_nhs),
    "no-redundancy": (
        "No redundancy",
        "The least redundancy: a pound of it counts like a thousand of cost.",
        _no_redundancy,
    ),
    "incumbents-stay": ("Incumbents stay", "As few lots as can be change supplier.", _incumbents_stay),
    "partnerships-only": (
        "Partnerships only",
        "As few lots as can be go to others than partnerships.",
        _partnerships_only,
    ),
    "in-house": ("In house", "As few lots as can be are bought: buyers do what they can themselves.", _in_house),
}
BASELINES: Mapping[str, str] = {name: sentence for name, (_, sentence, _) in _ALL.items()}
"""The built-in scenarios, each with what it asks for."""


def baseline(case: Case, name: str) -> Scenario:
    """A built-in scenario of a case: one of ``BASELINES``."""
    title, sentence, patch = _ALL[name]
    return Scenario(id=name, name=title, because=sentence, patch=patch(case))


def own_rule(case: Case, name: str) -> str | None:
    """The id of the rule that a baseline adds to a case, whose violation is the number of lots by which it falls short.

    None where it adds none.
    """
    rules = _ALL[name][2](case).get("rules", {}) if name in _ALL else {}
    return next((rule for rule, change in rules.items() if "metric" in change), None)


def _levels(case: Case, first: str, second: str, tolerance: str | None = None) -> Patch:
    held = {} if tolerance is None else {"tolerance": tolerance}
    levels = [{"objective": first, **held}, {"objective": second}]
    return {"objective": {"mode": "lexicographic", "levels": levels, "disruption": case.objective.disruption}}


def _first(case: Case, rule: str, metric: str, bidders: Patch) -> Patch:
    """A soft rule ahead of all else: nothing of the metric, so far as the bids allow."""
    while any(own.id == rule for own in case.rules):
        rule += "'"
    stated = {"metric": metric, "bidders": bidders, "sense": "at_most", "limit": 0}
    if isinstance(case.objective, MoneyValued):
        # At so high a price a lot goes astray only where none else will do, as with a priority. But a search that looks
        # at cost as well finds such awards of a region in seconds, where one that counts lots alone takes minutes.
        return {"rules": {rule: {**stated, "penalty": f"{_more_than_a_lot(case):f}"}}}
    # Ranks without gaps, from 2 on: those of the board may already go up to the last that there is.
    ranks = sorted({own.priority for own in case.rules if own.priority is not None})
    later = {own.id: {"priority": ranks.index(own.priority) + 2} for own in case.rules if own.priority is not None}
    return {"rules": {**later, rule: {**stated, "priority": 1}}}


def _more_than_a_lot(case: Case) -> Decimal:
    """Pounds: twice what bids ask for a lot on average, over the horizon."""
    people = {buyer.id: buyer.population for buyer in case.buyers}
    buyer = {lot.id: lot.buyer for lot in case.tendered}
    asked = sum(
        (
            bid.price * sum(people[name] for name in {buyer[lot] for lot in bid.lots})
            if bid.price_basis == "head"
            else bid.price
            for bid in case.bids
        ),
        Decimal(0),
    )
    lots = sum(len(bid.lots) for bid in case.bids)
    return (2 * asked * case.horizon.years / max(lots, 1)).quantize(Decimal(1), ROUND_UP) + 1


def _all_but(kind: BidderKind) -> Sequence[str]:
    return [each for each in get_args(BidderKind) if each != kind]
