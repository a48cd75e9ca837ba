"""The questions about an award, each with how it is answered and how the answer is printed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from rich.console import Console

from models import Case, Evaluation, Options
from selector.cli.audit_tables import print_audit
from selector.cli.explain_tables import print_explanation
from selector.cli.market_tables import print_market
from selector.cli.prices_tables import print_prices
from selector.cli.resilience_tables import print_resilience
from selector.cli.ties_tables import print_ties
from selector.decide.audit import audit
from selector.decide.explain import explain
from selector.decide.prices import prices
from selector.decide.resilience import resilience
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

    def of(self, question: Callable[..., Any]) -> Any:
        """The answer to a question that takes searches."""
        return question(self.case, self.options, award=self.award, on_progress=self.tell, stop=self.stop)

    def of_many(self, question: Callable[..., Any]) -> Any:
        """The answer to a question that takes many searches at once."""
        return question(
            self.case, self.options, award=self.award, workers=self.workers, on_progress=self.tell, stop=self.stop
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
}
"""By name, which is that of the command that asks one alone, in the order in which they are asked."""
