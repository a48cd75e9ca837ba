"""The pace at which bidders take work over: members state it by the month, rules what it allows by a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from models import Case
from selector.appraise.timeline import whole_months
from selector.decide.member import Member
from selector.decide.members.mobilisation import MOBILISED


def months_by_rule(case: Case, members: Iterable[Member]) -> Mapping[str, int]:
    """By the name of a rule of mobilisation: the whole months by its day; without those that no pace can keep."""
    found: dict[str, int] = {}
    for member in members:
        if member.family not in MOBILISED:
            continue
        stated = case.bidders[int(member.path[1])].mobilisation
        for family, (bidder, day) in member.rows:
            months = 0 if stated is None else whole_months(stated.begins, date.fromisoformat(day))
            if months:
                found[f"{family}[{bidder}, {day}]"] = months
    return found
