"""Every question about an award, answered beside it."""

from typing import Annotated

from pydantic import Field

from models.audit import Audit
from models.base import Model
from models.evaluation import Evaluation
from models.explain import Explanation, Letter
from models.front import Front
from models.market import SupplyMarket
from models.prices import Prices
from models.resilience import Resilience
from models.stability import Stability
from models.ties import NearTies


class Analyses(Model):
    """An award, and what each question about it came to."""

    award: Annotated[Evaluation, Field(description="The award that is asked about.")]
    market: SupplyMarket
    explain: Explanation
    prices: Prices
    ties: NearTies
    resilience: Resilience
    audit: Audit
    pareto: Front
    stability: Stability
    letters: Annotated[tuple[Letter, ...], Field(description="Drafts of letters to who has lost something.")]

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
