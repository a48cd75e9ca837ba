"""The questions about an award, each with how it is answered and how the answer is printed."""

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Any, Protocol

from rich.console import Console

from models import Case, Evaluation, Options
from selector.cli.audit_tables import print_audit
from selector.cli.explain_tables import print_explanation
from selector.cli.market_tables import print_market
from selector.cli.pareto_tables import print_front
from selector.cli.prices_tables import print_prices
from selector.cli.resilience_tables import print_resilience
from selector.cli.stability_tables import print_stability
from selector.cli.ties_tables import print_ties
from selector.decide.asked import LARGE_SECONDS, LONG_SECONDS
from selector.decide.audit import audit
from selector.decide.explain import explain
from selector.decide.pareto import pareto
from selector.decide.prices import prices
from selector.decide.resilience import resilience
from selector.decide.stability import stability
from selector.decide.supply import market
from selector.decide.ties import ties
from selector.search import Sign


class Answer(Protocol):
    """What a question comes to."""

    def to_json(self) -> str:
        """The text of it."""


@dataclass(frozen=True)
class Asking:
    """An award, and how long to look into it."""

    case: Case
    award: Evaluation
    options: Options
    workers: int | None
    tell: Callable[[Sign], None]
    stop: Callable[[], bool]
    isolated: bool = True
    """Whether searches have processes of their own."""
    executor: Executor | None = None
    """Where questions that take many searches have them made; processes of this machine if left out."""

    def within(self, seconds: float) -> "Asking":
        """The same, in so many seconds where no limit is stated: of a question that may go on for as long as one likes."""
        if (self.options.time_limit or self.case.options.time_limit) is not None:
            return self
        return replace(self, options=self.options.model_copy(update={"time_limit": seconds}))

    def of(self, question: Callable[..., Any]) -> Any:
        """The answer to a question that takes searches."""
        return question(
            self.case,
            self.options,
            award=self.award,
            on_progress=self.tell,
            stop=self.stop,
            isolated=self.isolated,
        )

    def of_many(self, question: Callable[..., Any]) -> Any:
        """The answer to a question that takes many searches at once."""
        return question(
            self.case,
            self.options,
            award=self.award,
            executor=self.executor,
            workers=self.workers,
            on_progress=self.tell,
            stop=self.stop,
            isolated=self.isolated,
        )


@dataclass(frozen=True)
class Analysis:
    """A question about an award."""

    answer: Callable[[Asking], Answer]
    show: Callable[[Console, Case, Any], None]
    searches: bool = True
    """Whether it takes time worth sharing out."""


ANALYSES: Mapping[str, Analysis] = {
    "market": Analysis(
        lambda asking: market(asking.case, award=asking.award),
        lambda console, case, answer: print_market(console, case, answer, every_lot=True),
        searches=False,
    ),
    "explain": Analysis(lambda asking: asking.of_many(explain), print_explanation),
    "prices": Analysis(
        lambda asking: asking.of_many(prices),
        lambda console, case, answer: print_prices(console, case, answer, every=True),
    ),
    "ties": Analysis(lambda asking: asking.of(ties), print_ties),
    "resilience": Analysis(
        lambda asking: asking.of_many(resilience),
        lambda console, case, answer: print_resilience(console, case, answer, every_lot=True),
    ),
    "audit": Analysis(
        lambda asking: asking.of_many(audit),
        lambda console, case, answer: print_audit(console, case, answer, every_lot=True),
    ),
    # Last: they take as long as they are given, and so what the others leave of a limit.
    "pareto": Analysis(
        lambda asking: asking.within(LARGE_SECONDS).of_many(pareto),
        lambda console, case, answer: print_front(console, case, answer, every=True),
    ),
    "stability": Analysis(
        lambda asking: asking.within(LONG_SECONDS).of_many(stability),
        lambda console, case, answer: print_stability(console, case, answer, every=True),
    ),
}
"""By name, which is that of the command that asks one alone, in the order in which they are asked."""


def answers(asking: Asking) -> Iterator[tuple[str, Any]]:
    """The answer to each question, by its name: of the time limit each has its share of what is left."""
    began, limit = time.monotonic(), asking.options.time_limit
    to_come = sum(each.searches for each in ANALYSES.values())
    for name, analysis in ANALYSES.items():
        left = None if limit is None else max(limit - (time.monotonic() - began), 0.01)
        share = None if left is None or not analysis.searches else left / to_come
        yield name, analysis.answer(replace(asking, options=asking.options.model_copy(update={"time_limit": share})))
        to_come -= analysis.searches
