"""``csu-count``: between 25 and 35 NHS commissioning support units win work."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from models import BidderSet, Case, LotSet, Rule
from models.quantities import Count
from models.rule import RuleSense
from selector.presets.changes import Changes
from selector.presets.chosen_lots import bidders_for
from selector.presets.parameters import Softened


class CsuCount(Softened):
    """So many bidders of kind nhs_csu win something, of all lots.

    25 to 35: the units into which the commissioning support of primary care trusts was to evolve (Department of Health,
    draft of *Towards commissioning excellence*, reported by the Health Service Journal, article 5036711).
    """

    least: Annotated[Count, Field(description="Least number of units.")] = 25
    most: Annotated[Count, Field(description="Greatest number of units.")] = 35

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.least > self.most:
            raise PydanticCustomError(
                "range", "least, {least}, is more than most, {most}", {"least": self.least, "most": self.most}
            )
        return self

    def changes(self, case: Case) -> Changes:
        """A rule for each end of the range, and a remark where too few bid."""
        units = {bidder.id for bidder in case.bidders if bidder.kind == "nhs_csu"} & bidders_for(case, LotSet())
        few = (
            f"{len(units):,} units bid here, fewer than the {self.least:,} that are to win: in a part of England state"
            " other numbers."
        )
        rules = (self._rule("least", "at_least", self.least), self._rule("most", "at_most", self.most))
        return Changes(rules=rules, remarks=(few,) if len(units) < self.least else ())

    def _rule(self, end: str, sense: RuleSense, limit: int) -> Rule:
        return Rule(
            id=f"csu-count-{end}",
            name=f"Commissioning support units, at {end}",
            because="The number of units that the NHS is to keep.",
            metric="winners",
            bidders=BidderSet(kinds=("nhs_csu",)),
            sense=sense,
            limit=limit,
            penalty=self.penalty,
            priority=self.priority,
        )
