"""What the best award without a bid is, in a sentence a board can repeat."""

from collections.abc import Sequence
from decimal import Decimal

from models import Case, Difference, Status
from selector.decide.without.measure import in_points, is_priority
from selector.verify.words import number, pounds

_MOST_LOTS = 3


def sentence(
    case: Case, status: Status, levels: Sequence[Difference], *, accepted: bool, uncovered: Sequence[str]
) -> str:
    """The answer for one bid: the status of the search without it, and the differences that are proven."""
    if status == "infeasible":
        return "Without it no award keeps every rule." + _uncovered(case, uncovered)
    if status == "unknown":
        worse_by = [f"It would be {_spread(case, each)}." for each in levels if (worse(each)[0] or 0) > 0]
        return " ".join(("Whether there is an award without it was not found within the limits.", *worse_by))
    alike, told = _first_that_differs(levels)
    if told is None:
        return "Without it the best award is as good as with it." if accepted else "The best award does not accept it."
    before = f"as good ({', '.join(map(_name, alike))}), and " if alike else ""
    passed = "" if accepted else "The award that was found does not accept it. "
    return f"{passed}Without it the best award is {before}{_spread(case, told)} ({_name(told)})."


def _uncovered(case: Case, lots: Sequence[str]) -> str:
    if not lots:
        return ""
    services = {service.id: service.name for service in case.services}
    buyers = {buyer.id: buyer.name for buyer in case.buyers}
    rows = {lot.id: lot for lot in case.tendered}
    named = [f"{services[rows[lot].service]} for {buyers[rows[lot].buyer]}" for lot in lots[:_MOST_LOTS]]
    more = [f"{len(lots) - _MOST_LOTS:,} more"] if len(lots) > _MOST_LOTS else []
    return f" No other bid can be accepted for {_listed([*named, *more])}."


def _listed(parts: Sequence[str]) -> str:
    *before, last = parts
    return f"{', '.join(before)} and {last}" if before else last


def _first_that_differs(levels: Sequence[Difference]) -> tuple[Sequence[Difference], Difference | None]:
    """The levels that are alike, and the first that is not, or may not be."""
    for position, level in enumerate(levels):
        if level.at_least != 0 or level.at_most != 0:
            return levels[:position], level
    return levels, None


def worse(level: Difference) -> tuple[Decimal | None, Decimal | None]:
    """At least and at most how much worse."""
    if not in_points(level.objective):
        return level.at_least, level.at_most
    return (None if level.at_most is None else -level.at_most), (None if level.at_least is None else -level.at_least)


def _spread(case: Case, level: Difference) -> str:
    """How much worse, as far as it is proven."""
    least, most = worse(level)

    def amount(value: Decimal) -> str:
        return _amount(case, level.objective, abs(value))

    def told(value: Decimal) -> str:
        return f"{amount(value)} {'better' if value < 0 else 'worse'}"

    if least is None:
        return "better or worse by an amount that is not proven" if most is None else f"at most {told(most)}"
    if most is None:
        return "worse, if at all, by an amount that is not proven" if least <= 0 else f"at least {told(least)}"
    if least == most:
        return told(most)
    if least < 0:
        return f"between {told(least)} and {told(most)}"
    return f"at least {amount(least)} and at most {told(most)}" if least else f"at most {told(most)}"


def _amount(case: Case, objective: str, value: Decimal) -> str:
    if in_points(objective):
        return _counted(value, "point")
    if is_priority(objective):
        return number(value)
    if objective == "disruption":
        return _counted(value, "lot") if case.objective.disruption == "lots" else f"{number(value)} WTE"
    return pounds(value)


def _counted(value: Decimal, noun: str) -> str:
    return f"{number(value)} {noun}{'' if value == 1 else 's'}"


def _name(level: Difference) -> str:
    return level.objective.replace("_", "-")
