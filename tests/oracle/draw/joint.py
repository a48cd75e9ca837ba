"""Joint purchases, mostly such that one planned award keeps them."""

import itertools
from collections.abc import Iterator

from tests.oracle.award import Award
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.read_agreements import read_joint_purchases
from tests.oracle.tables import Case
from tests.oracle.together import suppliers


def optional_lots(dice: Dice, case: Document) -> None:
    """Make all lots of a service optional, so that buyers may fall back on themselves together."""
    if "lots" not in case or not dice.chance(0.5):
        return
    service = dice.choice(case["services"])["id"]
    for lot in case["lots"]:
        if lot["service"] == service:
            lot["required"] = False
            lot["in_house"] = {
                "cost": dice.money(dice.choice((9_000_000, 12_000_000, 15_000_000))),
                "quality": dice.number(dice.choice((40, "62.5", 80))),
            }


def joint_purchases(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    """Add up to two joint purchases, by buyers, areas or regions."""
    together = [row for row in possible(case) if _lots(facts, row) > 1]
    if not dice.chance(0.12):
        together = [row for row in together if kept(facts, row, plan)]
    rows = dice.sample(together, min(len(together), dice.choice((1, 1, 2))))
    if rows:
        case["joint_purchases"] = [{"id": f"joint {at}", "name": f"Joint {at}", **row} for at, row in enumerate(rows)]


def possible(case: Document) -> Iterator[Document]:
    """The ways to write one, without their ids: two buyers or more, for all services or for one."""
    buyers = [buyer["id"] for buyer in case["buyers"]]
    who: list[Document] = [
        {"buyers": list(some)} for size in range(2, len(buyers) + 1) for some in itertools.combinations(buyers, size)
    ]
    for field, table in (("area", "areas"), ("region", "regions")):
        for place in sorted({buyer[field] for buyer in case["buyers"] if field in buyer}):
            inside = [buyer["id"] for buyer in case["buyers"] if buyer.get(field) == place]
            if len(inside) > 1:
                who.append({table: [place]})
            who += [{table: [place], "buyers": [name]} for name in buyers if name not in inside]
    for row in who:
        yield row
        for service in case["services"]:
            yield {**row, "services": [service["id"]]}


def kept(facts: Case, row: Document, award: Award) -> bool:
    """Whether an award gives the lots that are bought together to one supplier."""
    (purchase,) = read_joint_purchases({"joint_purchases": [{"id": "", **row}]}, facts.buyers)
    return all(len(suppliers(award, purchase, service)) < 2 for service in facts.services)


def _lots(facts: Case, row: Document) -> int:
    """The most lots of one service that are bought together."""
    (purchase,) = read_joint_purchases({"joint_purchases": [{"id": "", **row}]}, facts.buyers)
    return max(
        sum(lot.service == service and lot.buyer in purchase.buyers for lot in facts.lots.values())
        for service in facts.services
        if purchase.services is None or service in purchase.services
    )
