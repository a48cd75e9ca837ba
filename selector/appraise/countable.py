"""Soft rules that could count for more than floats tell apart are refused."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

import numpy as np

from models import Case, Fault
from selector.appraise.appraisal import Bids
from selector.appraise.measured import Ints, Measured, most_of_lots
from selector.appraise.units import MILLIONTHS, MOST_UNITS


def uncountable(case: Case, rows: Sequence[Measured], bids: Bids) -> Iterator[Fault]:
    """A fault at the largest of the penalties, and of the rules of each priority, that together come to too much."""
    of_rule: defaultdict[str, list[Measured]] = defaultdict(list)
    for row in rows:
        if row.soft:
            of_rule[row.key[0]].append(row)
    penalties: dict[str, Fraction] = {}
    priorities: defaultdict[int, dict[str, Fraction]] = defaultdict(dict)
    for name, own in of_rule.items():
        most, first = _most(own, bids.pair_lot), own[0]
        if first.penalty is not None:
            penalties[name] = first.penalty * most
        if first.priority is not None:
            priorities[first.priority][name] = MILLIONTHS * most / first.relative
    at = {rule.id: position for position, rule in enumerate(case.rules)}
    for field, worth in (("penalty", penalties), *(("priority", each) for each in priorities.values())):
        if sum(worth.values()) > MOST_UNITS:
            largest = at[max(worth, key=worth.__getitem__)]
            lost = "pence" if field == "penalty" else "millionths of its limit"
            yield Fault(
                f"/rules/{largest}/{field}",
                f"lets the rule count for so much, where it is broken, that {lost} are lost",
            )


def _most(rows: Sequence[Measured], lot: Ints) -> Fraction:
    """What the rows of a rule may be broken by, in all, in the unit of its limit: no award breaks them by more."""
    by_group: defaultdict[tuple[str, ...], list[Measured]] = defaultdict(list)
    for row in rows:
        by_group[row.key[2 if row.each else 1 :]].append(row)
    return sum((max(_beyond(own, lot), _short(own, lot)) / own[0].unit for own in by_group.values()), Fraction(0))


def _beyond(rows: Sequence[Measured], lot: Ints) -> Fraction:
    """N at the most, of all bidders of rows that are about the same lots: each lot goes to one of them."""
    if rows[0].sense == "at_least":
        return Fraction(0)
    values = np.concatenate([row.count if row.worth is None else row.worth for row in rows])
    return Fraction(most_of_lots(values, lot[np.concatenate([row.pair for row in rows])]))


def _short(rows: Sequence[Measured], lot: Ints) -> Fraction:
    """Limit x M at the most: no more bidders win than there are lots."""
    first = rows[0]
    if first.sense == "at_most":
        return Fraction(0)
    base = first.fixed
    if base is None:
        base = max(most_of_lots(row.base, lot[row.base_pair]) for row in rows)
    winners = min(len(rows), len(np.unique(lot[np.concatenate([row.pair for row in rows])]))) if first.each else 1
    return first.limit * base * winners
