"""A case in which lots that must be awarded may stay without a supplier."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from models import Case, InHouse, MoneyValued, Ratio
from models.tender import FALLBACK_PREFIX
from selector.appraise import Measured

_NOTHING = InHouse(cost=Decimal(0), quality=Decimal(0))


def left_open(case: Case, open_lots: Collection[str]) -> Case:
    """The case with a fallback for each of some lots that have none: its buyer, at no price and of no quality.

    To be without a supplier is to be left with the work. So every rule can tell what such a lot means for it: its
    people are served by their buyer, and in a mean quality it counts 0.
    """
    objective = case.objective
    if isinstance(objective, Ratio):  # a price of nothing is not to be scored
        objective = MoneyValued(disruption=objective.disruption)
    lots = tuple(
        lot.model_copy(update={"required": False, "in_house": _NOTHING, "min_quality": Decimal(0)})
        if lot.id in open_lots
        else lot
        for lot in case.tendered
    )
    return case.model_copy(update={"lots": lots, "objective": objective, "scenarios": ()})


def left_open_id(lot: str) -> str:
    """The id of the bid that stands for a lot without a supplier."""
    return f"{FALLBACK_PREFIX}{lot}"


def with_units(rows: Iterable[Measured], known: Iterable[Measured]) -> tuple[Measured, ...]:
    """Rows of rules that are broken in the same units as those of the case itself.

    A share of spend that is too large counts by the least that could be spent, which a price of nothing would change.
    """
    units: dict[tuple[str, ...], int] = {}
    for row in known:
        # Of one rule for each bidder there are rows of more bidders now: they differ in nothing else.
        units |= {row.key: row.unit, (row.key[0], "", *row.key[2:]): row.unit}
    return tuple(
        replace(row, unit=units.get(row.key, units.get((row.key[0], "", *row.key[2:]), row.unit))) for row in rows
    )
