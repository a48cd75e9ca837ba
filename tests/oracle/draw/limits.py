"""The limits on awards, set where one planned award meets them, mostly exactly.

So most cases stay feasible while the award that would be best without the limit often breaks it.
"""

import math
from collections.abc import Callable, Sequence
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.rows import served_in_local_services, spent
from tests.oracle.tables import Case
from tests.oracle.worth import Offer

_POINT_STEP = Fraction(1, 4)


def limits(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    """Add limits of some families to the document of which ``facts`` and ``plan`` are."""
    for family, probability in _FAMILIES.items():
        if dice.chance(probability):
            family(dice, case, facts, plan)


def _at_most(dice: Dice, value: Fraction, step: Fraction) -> Fraction:
    return max(Fraction(0), value + step * dice.choice((0, 0, 0, 0, 0, 0, 1, 1, 2, 3, -1)))


def _at_least(dice: Dice, value: Fraction, step: Fraction) -> Fraction:
    return max(Fraction(0), value - step * dice.choice((0, 0, 0, 0, 0, 0, 1, 1, 2, 3, -1)))


def _points(dice: Dice, mean: Fraction) -> int | float | str:
    floored = math.floor(mean / _POINT_STEP) * _POINT_STEP
    return dice.number(min(Fraction(100), _at_least(dice, floored, 4 * _POINT_STEP)))


def _least_volume(facts: Case, service: str) -> Fraction:
    return min(lot.volume for lot in facts.lots.values() if lot.service == service)


def _floors(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    for service in dice.some(case["services"], 0.7):
        name, step = service["id"], _least_volume(facts, service["id"])
        scale: dict[str, list[Fraction]] = {}
        for bidder in sorted(plan.providers[name]):
            row = facts.bidders[bidder]
            if not row.at_home:
                volume = plan.volume(bidder, name) + row.served_elsewhere_by_service.get(name, 0)
                scale.setdefault(row.kind, []).append(volume)
        if dice.chance(0.6):
            service["floor"] = dice.number(
                _at_least(dice, min((min(row) for row in scale.values()), default=2 * step), step)
            )
        else:
            service["floor"] = dice.number(2 * step)
            service["floor_by_kind"] = {
                kind: dice.number(_at_least(dice, min(row), step)) for kind, row in scale.items()
            }


def _capacities(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    """Capacities enough for the plan's own volume and, of partners, for what its partnerships draw."""
    for row in case["bidders"]:
        bidder = facts.bidders[row["id"]]
        row["capacity"] = {}
        for service in dice.some(list(facts.services), 0.8 if bidder.memberships else 0.4):
            drawn = sum((share * plan.volume(other, service) for other, share in bidder.memberships), Fraction(0))
            row["capacity"][service] = dice.number(
                _at_most(dice, plan.volume(bidder.id, service) + drawn, _least_volume(facts, service))
            )


def _work(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    for row in dice.some(case["bidders"], 0.7):
        drawn = sum((share * plan.wte(other) for other, share in facts.bidders[row["id"]].memberships), Fraction(0))
        tenths = math.ceil((plan.wte(row["id"]) + drawn) * 10)
        row["capacity_wte"] = dice.number(_at_most(dice, Fraction(tenths, 10), Fraction(5)))


def _provider_counts(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    for service in dice.some(case["services"], 0.8):
        count, shape = len(plan.providers[service["id"]]), service.get("shape")
        if dice.chance(0.6):
            most = max(1, count + dice.choice((0, 0, 0, 0, 1, -1)))
            service["max_providers"] = max(most, 2) if shape == "plural" else most
        if dice.chance(0.6):
            least = max(0, count + dice.choice((0, 0, 0, 0, 1, -1)))
            service["min_providers"] = min(
                least, service.get("max_providers", least), 1 if shape == "single" else least
            )


def _viability(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    usual = dice.choice((60_000, 180_000, 300_000))
    for row in case["bidders"]:
        served = served_in_local_services(facts, plan.lots.get(row["id"], ()))
        people = sum(facts.buyers[buyer].people for buyer in served) + row.get("served_elsewhere", 0)
        if not served and dice.chance(0.5):
            del row["viability_floor"]  # 300,000 by default
        elif not served:
            row["viability_floor"] = usual
        else:
            row["viability_floor"] = int(_at_least(dice, Fraction(people), Fraction(60_000)))


def _budgets(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    for buyer in dice.some(case["buyers"], 0.6):
        step = dice.choice((1, 2_000_000))
        buyer["budget"] = {
            year: dice.money(int(_at_most(dice, Fraction(spent(facts, plan, buyer["id"], year)), Fraction(step))))
            for year in dice.some(facts.horizon.names, 0.7)
        }


def _buyers_caps(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    for buyer in dice.some(case["buyers"], 0.6):
        buyer["liability_cap"] = _cap(dice, [offer for offer in plan.offers if offer.lot.buyer == buyer["id"]])


def _cap_in_all(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    case["liability_cap"] = _cap(dice, plan.offers)


def _cap(dice: Dice, offers: Sequence[Offer]) -> int | float | str:
    """What buyers owe under the plan, a part of it, or a penny off."""
    owed = sum(offer.buyers_liability for offer in offers)
    return dice.money(max(0, dice.choice((owed, owed, owed * 3 // 4, owed // 2, owed // 4, owed - 1))))


def _buyers_quality(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    for buyer in dice.some(case["buyers"], 0.6):
        mine = [offer for offer in plan.offers if offer.lot.buyer == buyer["id"]]
        if mine:
            mean = sum((row.weighted_quality for row in mine), Fraction(0)) / sum(row.lot.weight for row in mine)
            buyer["min_mean_quality"] = _points(dice, mean)


def _standards(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    for service in case["services"]:
        name = service["id"]
        won = [plan.won[bidder, name] for bidder in sorted(plan.providers[name])]
        parts = won if service.get("shape") == "plural" else [[offer for part in won for offer in part]]
        means = [
            sum((row.people_quality for row in part), Fraction(0)) / sum(row.lot.people for row in part)
            for part in parts
        ]
        service["quality_standard"] = _points(dice, min(means))


_FAMILIES: dict[Callable[[Dice, Document, Case, Award], None], float] = {
    _floors: 0.25,
    _capacities: 0.4,
    _work: 0.25,
    _provider_counts: 0.3,
    _viability: 0.25,
    _budgets: 0.25,
    _buyers_caps: 0.3,
    _cap_in_all: 0.3,
    _buyers_quality: 0.25,
    _standards: 0.4,
}
