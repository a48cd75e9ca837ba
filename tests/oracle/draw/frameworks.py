"""Frameworks, with their competition, and caps on lots, set where one planned award meets them, mostly exactly."""

from tests.oracle.award import Award
from tests.oracle.bars import competitors
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.tables import Case


def frameworks(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    """Add frameworks for some services."""
    services = dice.some(list(facts.services), 0.8) or [next(iter(facts.services))]
    dice.shuffle(services)
    cut = dice.randint(1, max(1, len(services) - 1)) if dice.chance(0.6) else len(services)
    parts = [part for part in (services[:cut], services[cut:]) if part]
    case["frameworks"] = [_framework(dice, case, facts, plan, part) for part in parts]


def _framework(dice: Dice, case: Document, facts: Case, plan: Award, services: list[str]) -> Document:
    row: Document = {"id": f"for {services[0]}", "name": f"Framework for {services[0]}", "services": services}
    won = [offer for offer in plan.offers if offer.lot.service in services and not offer.bidder.at_home]
    winners = {offer.bidder.id for offer in won}
    listed = [bidder["id"] for bidder in case["bidders"]]
    if dice.chance(0.75):
        listed = [name for name in listed if dice.chance(0.98 if name in winners else 0.5)]
        dice.shuffle(listed)
        row["accredited"] = listed
    if won and dice.chance(0.75):
        fewest = min(len(competitors(facts, offer.lot.id) & set(listed)) for offer in won)
        row["min_competitors"] = max(0, fewest + dice.choice((0, 0, 0, 0, 0, -1, 1, 1)))
    return row


def framework_of(dice: Dice, case: Document, service: str) -> Document:
    """The framework of a service, a new one where it has none."""
    rows = case.setdefault("frameworks", [])
    for row in rows:
        if service in row["services"]:
            found: Document = row
            return found
    new: Document = {"id": f"for {service}", "name": f"Framework for {service}", "services": [service]}
    rows.insert(dice.randint(0, len(rows)), new)
    return new


def caps(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    """Cap the lots that one bidder may win, of all services and of some."""
    bound = [name for name in plan.lots if not facts.bidders[name].at_home]
    if not bound:
        return
    if dice.chance(0.7):
        case["max_lots_per_bidder"] = _cap(dice, max(len(plan.lots[name]) for name in bound))
    for service in dice.some(case["services"], 0.6):
        won = [len(plan.won[name, service["id"]]) for name in sorted(plan.providers[service["id"]]) if name in bound]
        if won:
            service["max_lots_per_bidder"] = _cap(dice, max(won))


def _cap(dice: Dice, most: int) -> int:
    return max(1, most + dice.choice((0, 0, 0, 0, 0, 0, 1, -1, -1)))
