"""What a rule costs, in a sentence a board can repeat."""

from decimal import Decimal

from models import Case, TotalsDifference
from selector.decide.prices.comparison import Interval
from selector.decide.without.measure import in_points, is_priority
from selector.verify.words import number, pounds, quantity

_ZERO = Decimal(0)


def amount(case: Case, objective: str, value: Decimal) -> str:
    """A figure of an objective with its unit."""
    if in_points(objective):
        return quantity(value, "points")
    if is_priority(objective):
        return number(value)
    if objective == "disruption":
        return quantity(value, "lots") if case.objective.disruption == "lots" else quantity(value, "WTE")
    return pounds(value)


def rule_sentence(case: Case, price: Interval, totals: TotalsDifference | None, penalty: Decimal | None) -> str:
    """The price of one rule; ``totals`` are with it less without it, ``penalty`` what breaking it counts for."""
    told = _price(case, price)
    if totals is not None and price.at_least is not None and price.verdict != "costs_nothing":
        changes = _changes(totals)
        if changes:
            told += f" The award found without it has {changes}."
    if penalty:
        told += f" The best award breaks it, which counts for {pounds(penalty)} of that."
    return told


def _price(case: Case, price: Interval) -> str:
    least, most, objective = price.at_least, price.at_most, price.objective
    if objective is None or (least is None and most is None):
        return "What it costs was not found within the limits."

    def figure(value: Decimal) -> str:
        return amount(case, objective, abs(value))

    name = objective.replace("_", "-")
    if least == most == 0:
        return "It costs nothing: without it no award would be better."
    if least is not None and least == most:
        if least < 0:
            return f"It pays: without it the best award would be {figure(least)} worse ({name})."
        return f"It costs {figure(least)}: without it the best award would be so much better ({name})."
    if least is not None and least > 0:
        upper = "what more is not proven" if most is None else f"at most {figure(most)}"
        return f"It costs at least {figure(least)}, and {upper} ({name})."
    if most is None:
        return f"What it costs at the most was not found within the limits ({name})."
    if most < 0:
        return f"It pays: without it the best award would be at least {figure(most)} worse ({name})."
    if least == 0:
        return f"It costs at most {figure(most)}, if anything ({name})."
    return f"It costs at most {figure(most)}, and may pay ({name})."


def _changes(totals: TotalsDifference) -> str:
    """Of the award found without a rule, less the best award."""
    parts = [
        f"{pounds(abs(value))} {'less' if value > 0 else 'more'} {what}"
        for value, what in ((totals.cost, "cost"), (totals.liability, "liability"))
        if value
    ]
    if totals.quality:
        parts.append(f"{abs(totals.quality):.3f} points of quality {'less' if totals.quality > 0 else 'more'}")
    return ", ".join(parts)


def pair_sentence(
    case: Case, objective: str, joint: Interval, beyond: Interval, alone: tuple[Interval, Interval]
) -> str:
    """What two rules cost together, beside what each costs alone."""
    told = f"Together: {_together(case, objective, joint)}"
    if beyond.at_least is None or beyond.at_most is None:
        return f"{told}; whether that is more than the two cost alone was not found within the limits."
    exact = "" if beyond.at_least == beyond.at_most else "at least "
    if beyond.at_least > 0:
        nothing = all(each.at_least == each.at_most == 0 for each in alone)
        more = (
            "though either alone costs nothing"
            if nothing
            else f"{exact}{amount(case, objective, beyond.at_least)} more than the sum of the two"
        )
        return f"{told}, {more}."
    if beyond.at_most < 0:
        return f"{told}, {exact}{amount(case, objective, -beyond.at_most)} less than the sum of the two."
    return f"{told}; whether that is more than the sum of the two is not proven."


def _together(case: Case, objective: str, joint: Interval) -> str:
    least, most = joint.at_least, joint.at_most
    if least is None and most is None:
        return "what they cost was not found within the limits"
    if least is not None and least == most:
        return f"{amount(case, objective, least)}" if least else "nothing"
    parts = [
        f"{word} {amount(case, objective, value)}" for word, value in (("at least", least), ("at most", most)) if value
    ]
    return " and ".join(parts)
