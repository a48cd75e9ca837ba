"""Contiguity and neighbours, mostly such that the ground of one planned award's providers hangs together."""

import itertools
import math
from fractions import Fraction

from tests.oracle.agreements import Contiguity
from tests.oracle.award import Award
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.places import kilometres, pieces, place, positions
from tests.oracle.tables import Case

_METRE = Fraction(1, 1000)


def ground(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    """Have some services ask for ground that hangs together, by listed neighbours or by distance."""
    if len(case["buyers"]) < 2:
        return
    levels = [
        level
        for level in ("buyer", "buyer", "buyer", "area", "region", "region")
        if level == "buyer" or level in case["buyers"][0]
    ]
    pairs: set[tuple[str, str]] = set()
    for service in dice.some(case["services"], 0.7):
        level = dice.choice(levels)
        reach = _reach(dice, facts, plan, service["id"], level) if dice.chance(0.5) else None
        if reach is None:
            pairs |= _listed(dice, facts, plan, service["id"], level)
        row: Document = {} if level == "area" and dice.chance(0.5) else {"of": level}
        service["contiguity"] = row if reach is None else row | {"within_km": dice.number(reach)}
    if pairs:
        listed = sorted(pairs)
        dice.shuffle(listed)
        case["neighbours"] = [list(pair) for pair in listed]


def _served(facts: Case, plan: Award, service: str, level: str) -> list[list[str]]:
    """The places that each provider serves."""
    won = [plan.won[bidder, service] for bidder in sorted(plan.providers[service])]
    return [sorted({place(facts.buyers[offer.lot.buyer], level) for offer in offers}) for offers in won]


def _listed(dice: Dice, facts: Case, plan: Award, service: str, level: str) -> set[tuple[str, str]]:
    """Pairs along a way through the places of each provider, and others."""
    pairs: set[tuple[str, str]] = set()
    for places in _served(facts, plan, service, level):
        dice.shuffle(places)
        pairs |= {pair for pair in itertools.pairwise(places) if dice.chance(0.97)}
    everywhere = sorted({place(buyer, level) for buyer in facts.buyers.values()})
    pairs |= {pair for pair in itertools.combinations(everywhere, 2) if dice.chance(0.2)}
    return {(one, other) if dice.chance(0.5) else (other, one) for one, other in {tuple(sorted(p)) for p in pairs}}


def _reach(dice: Dice, facts: Case, plan: Award, service: str, level: str) -> Fraction | None:
    """A distance, mostly enough for each provider of the plan; None where there is none, or one too near for floats."""
    everywhere = sorted({place(buyer, level) for buyer in facts.buyers.values()})
    apart = [
        kilometres(here, there)
        for one, other in itertools.combinations(everywhere, 2)
        for here in positions(facts, level, one)
        for there in positions(facts, level, other)
    ]
    reaches = [(math.floor(Fraction(distance) / _METRE) + 1) * _METRE for distance in sorted(set(apart))]
    enough = [
        reach
        for reach in reaches
        if all(
            pieces(facts, Contiguity(level, reach), [offer.lot.buyer for offer in plan.won[bidder, service]]) == 1
            for bidder in plan.providers[service]
        )
    ]
    if not enough:
        return None
    reach = dice.choice(reaches if dice.chance(0.05) else enough[:2])
    return None if any(abs(distance - reach) < 1e-6 for distance in apart) else reach
