"""Limits of rules, in the unit of what they limit."""

from collections.abc import Iterator, Mapping

from models.quantities import PENNY
from models.references.misfit import Misfit, Path
from models.rule import Metric, Rule

_WHOLE: Mapping[Metric, str] = {
    "lots": "lots",
    "buyers": "buyers",
    "population": "people",
    "winners": "providers",
    "moves": "lots",
}
_SHARES: frozenset[Metric] = frozenset({"share_of_spend", "share_of_population"})
_MONEY: frozenset[Metric] = frozenset({"spend", "liability"})


def limit(here: Path, rule: Rule) -> Iterator[Misfit]:
    """A limit that its metric can have."""
    value = rule.limit
    if rule.metric in _WHOLE and value != value.to_integral_value():
        yield Misfit(here, f"{value:f} is not a whole number of {_WHOLE[rule.metric]}")
    if rule.metric in _SHARES and value > 1:
        yield Misfit(here, f"{value:f} is more than 1: a share is stated as a fraction, such as 0.4")
    if rule.metric == "mean_quality" and value > 100:
        yield Misfit(here, f"{value:f} is more than 100 points, the most that quality can be")
    if rule.metric in _MONEY and value % PENNY:
        yield Misfit(here, f"{value:f} has more than 2 decimal places")
