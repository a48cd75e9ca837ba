"""What ends the sentence of a rule: when it holds, which lots it counts, and what it costs to break it."""

from decimal import Decimal

from models import Metric, Rule, RuleSense
from selector.verify.sentences.amount import NOUNS, money

_ANY: dict[Metric, str] = {
    "lots": "wins any",
    "buyers": "serves any",
    "population": "serves any",
    "spend": "wins any",
    "share_of_spend": "wins any",
    "share_of_population": "serves any",
}
_OFF: dict[RuleSense, str] = {"at_least": "short", "at_most": "beyond", "exactly": "more or less"}


def conditions(rule: Rule) -> str:
    """``, where it wins any, counting only what it provides today``; nothing where it goes without saying."""
    said = ""
    # At most so much is kept by who wins nothing.
    if rule.each and rule.sense != "at_most" and rule.metric != "mean_quality":
        said += f", where it {_ANY.get(rule.metric, 'wins any lot')}"
    if rule.bidders.incumbents:
        said += f", counting only {'what it provides' if rule.each else 'lots whose supplier provides them'} today"
    return said


def consequence(rule: Rule) -> str:
    """``; each lot beyond counts for £10,000``; nothing of a rule that may not be broken."""
    counts = "" if rule.penalty is None else f"each {_unit(rule)} {_OFF[rule.sense]} counts for {_price(rule)}"
    if rule.priority is None:
        return f"; {counts}" if counts else ""
    first = f"; priority {rule.priority}: broken as little as can be"
    return f"{first}, and {counts}" if counts else first


def _unit(rule: Rule) -> str:
    match rule.metric:
        case "spend" | "liability":
            return "£1"
        case "share_of_spend" | "share_of_population":
            return "1 %"
        case metric:
            return NOUNS[metric][0]


def _price(rule: Rule) -> str:
    # The penalty of a share is for the whole.
    penalty = rule.penalty or Decimal(0)
    share = rule.metric in ("share_of_spend", "share_of_population")
    return money(penalty / 100 if share else penalty)
