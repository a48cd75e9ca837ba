"""The questions that a service answers at once, each with what it gives."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from models import (
    Analyses,
    Audit,
    BreakEven,
    Choice,
    Comparison,
    Conflict,
    Evaluation,
    Explanation,
    Front,
    Letters,
    NearTies,
    Prices,
    Prospectus,
    Resilience,
    Robust,
    Stability,
    SupplyMarket,
    Without,
)
from selector.client.sent import CaseSource

_M = TypeVar("_M", bound=BaseModel)
_NOTHING = b"null"

ANSWERS: Mapping[str, type[BaseModel]] = {
    "evaluate": Evaluation,
    "conflict": Conflict,
    "compare": Comparison,
    "without": Without,
    "break_even": BreakEven,
    "choice": Choice,
    "ties": NearTies,
    "explain": Explanation,
    "letters": Letters,
    "prices": Prices,
    "resilience": Resilience,
    "audit": Audit,
    "pareto": Front,
    "stability": Stability,
    "robust": Robust,
    "market": SupplyMarket,
    "prospectus": Prospectus,
    "analyse": Analyses,
}
"""What the result of each kind of run is."""


def read_answer(kind: str, content: bytes) -> BaseModel | None:
    """The result of a run of a kind, from its JSON; None where that is null: a case that has an award has no conflict.

    Raises
    ------
    KeyError
        if this version knows no such kind.
    """
    return None if content.strip() == _NOTHING else ANSWERS[kind].model_validate_json(content)


class Questions(ABC):
    """What can be asked of a case at once: ``asked`` are parameters of the query, as the service's OpenAPI has them."""

    @abstractmethod
    def ask(self, kind: str, case: CaseSource, **asked: Any) -> bytes:
        """The answer to a question of a kind, as JSON."""

    def conflict(self, case: CaseSource, **asked: Any) -> Conflict | None:
        """Why the case has no award; None where it has one."""
        content = self.ask("conflict", case, **asked)
        return None if content.strip() == _NOTHING else Conflict.model_validate_json(content)

    def compare(self, case: CaseSource, **asked: Any) -> Comparison:
        """The awards under several scenarios."""
        return self._answer(Comparison, "compare", case, asked)

    def without(self, case: CaseSource, **asked: Any) -> Without:
        """What bids are worth."""
        return self._answer(Without, "without", case, asked)

    def break_even(self, case: CaseSource, **asked: Any) -> BreakEven:
        """What makes up for redundancy."""
        return self._answer(BreakEven, "break_even", case, asked)

    def choice(self, case: CaseSource, **asked: Any) -> Choice:
        """How free buyers are to choose."""
        return self._answer(Choice, "choice", case, asked)

    def ties(self, case: CaseSource, **asked: Any) -> NearTies:
        """The awards as good as the best, or nearly so."""
        return self._answer(NearTies, "ties", case, asked)

    def explain(self, case: CaseSource, **asked: Any) -> Explanation:
        """Why bids have lost."""
        return self._answer(Explanation, "explain", case, asked)

    def letters(self, case: CaseSource, **asked: Any) -> Letters:
        """Drafts of letters to who has lost."""
        return self._answer(Letters, "letters", case, asked)

    def prices(self, case: CaseSource, **asked: Any) -> Prices:
        """What rules cost."""
        return self._answer(Prices, "prices", case, asked)

    def resilience(self, case: CaseSource, **asked: Any) -> Resilience:
        """What the failure of a winner costs."""
        return self._answer(Resilience, "resilience", case, asked)

    def audit(self, case: CaseSource, **asked: Any) -> Audit:
        """What hangs on the price formula."""
        return self._answer(Audit, "audit", case, asked)

    def pareto(self, case: CaseSource, **asked: Any) -> Front:
        """The awards to which no other is preferable."""
        return self._answer(Front, "pareto", case, asked)

    def stability(self, case: CaseSource, **asked: Any) -> Stability:
        """How stable the award is."""
        return self._answer(Stability, "stability", case, asked)

    def robust(self, case: CaseSource, **asked: Any) -> Robust:
        """The awards that bear bidders turning out dearer."""
        return self._answer(Robust, "robust", case, asked)

    def market(self, case: CaseSource) -> SupplyMarket:
        """Who can win what."""
        return self._answer(SupplyMarket, "market", case, {})

    def prospectus(self, case: CaseSource) -> Prospectus:
        """What suppliers may see before they bid."""
        return self._answer(Prospectus, "prospectus", case, {})

    def analyse(self, case: CaseSource, **asked: Any) -> Analyses:
        """Every question about the award."""
        return self._answer(Analyses, "analyse", case, asked)

    def _answer(self, expected: type[_M], kind: str, case: CaseSource, asked: Mapping[str, Any]) -> _M:
        return expected.model_validate_json(self.ask(kind, case, **asked))
