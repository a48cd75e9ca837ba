"""The kinds of run. Another kind is another entry: its name, what may be asked, and the function that answers."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from api.jobs.asked import ChoiceAsked, CompareAsked, EvaluateAsked, MarketAsked, TiesAsked, WithoutAsked
from api.jobs.question import Question
from api.routes.limits import Limits
from models import BreakEven, Choice, Comparison, Evaluation, NearTies, SupplyMarket, Without
from models.base import Model
from selector import break_even, choice, compare, evaluate, market, ties, without
from selector.scenarios import stamped


@dataclass(frozen=True)
class Kind:
    """A kind of run."""

    asked: type[Model]
    """What may be asked."""
    answer: Callable[[Question[Any]], Any]
    """The answer: its ``to_json`` is that of the command line."""
    status: Callable[[Any], str | None] = lambda answer: answer.best.status
    """Status of the best award in an answer; None where nothing is solved."""
    scenarios: Callable[[Any], tuple[str, ...]] = lambda _: ()
    """The scenarios that are asked for by name."""


def _evaluate(asked: Question[EvaluateAsked]) -> Evaluation:
    scenario = asked.asked.scenario
    found = evaluate(
        asked.under(scenario), asked.options, on_progress=asked.tell, stop=asked.stop, isolated=asked.isolated
    )
    return stamped(found, scenario)


def _compare(asked: Question[CompareAsked]) -> Comparison:
    return compare(
        asked.with_kept,
        asked.asked.scenarios,
        asked.options,
        baseline=asked.asked.baseline,
        workers=1,
        on_progress=asked.tell,
        stop=asked.stop,
        isolated=asked.isolated,
    )


def _without(asked: Question[WithoutAsked]) -> Without:
    return without(
        asked.case,
        asked.asked.bids,
        asked.options,
        on_progress=asked.tell,
        stop=asked.stop,
        isolated=asked.isolated,
    )


def _break_even(asked: Question[Limits]) -> BreakEven:
    return break_even(asked.case, asked.options, on_progress=asked.tell, stop=asked.stop, isolated=asked.isolated)


def _choice(asked: Question[ChoiceAsked]) -> Choice:
    return choice(
        asked.case,
        asked.options,
        coalitions=asked.asked.coalitions,
        shares=asked.asked.shares,
        workers=1,
        on_progress=asked.tell,
        stop=asked.stop,
        isolated=asked.isolated,
    )


def _ties(asked: Question[TiesAsked]) -> NearTies:
    return ties(
        asked.case,
        asked.options,
        within=Decimal(repr(asked.asked.within)),
        most=asked.asked.most,
        on_progress=asked.tell,
        stop=asked.stop,
        isolated=asked.isolated,
    )


def _market(asked: Question[MarketAsked]) -> SupplyMarket:
    return market(asked.case)


def _of_baseline(answer: Comparison) -> str:
    return next(each.status for each in answer.scenarios if each.scenario == answer.baseline)


KINDS: dict[str, Kind] = {
    "evaluate": Kind(EvaluateAsked, _evaluate, lambda answer: answer.status, lambda asked: (asked.scenario,)),
    "compare": Kind(CompareAsked, _compare, _of_baseline, lambda asked: (*asked.scenarios, asked.baseline)),
    "without": Kind(WithoutAsked, _without),
    "break_even": Kind(Limits, _break_even),
    "choice": Kind(ChoiceAsked, _choice),
    "ties": Kind(TiesAsked, _ties),
    "market": Kind(MarketAsked, _market, lambda _: None),
}
"""By name."""
