"""``conflict-of-interest``: a bidder wins nothing of certain buyers or services."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from models import BidderSet, Case, LotSet, Rule
from models.quantities import Id
from selector.presets.changes import Changes
from selector.presets.own_id import own_id
from selector.presets.parameters import Ids, Softened


class ConflictOfInterest(Softened):
    """Each bidder stated wins no lot of the buyers stated, of the services stated, or of these services for these buyers.

    Conflicts of interest are to be prevented, identified and remedied (Public Contracts Regulations 2015, regulation 24);
    who has one the case cannot know. Each bidder has a rule of its own.
    """

    bidders: Annotated[tuple[Id, ...], Field(min_length=1, description="Who has the interest.")]
    buyers: Ids = ()
    services: Ids = ()

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not (self.buyers or self.services):
            raise PydanticCustomError("nothing", "state buyers, or services, of which they are to win nothing")
        return self

    def changes(self, case: Case) -> Changes:
        """A rule for each bidder, and a remark on partnerships that it is in."""
        rules = tuple(
            Rule(
                id=own_id("conflict-of-interest", "bidders", position, bidder.id),
                name=f"Conflict of interest of {bidder.name}"[:500],
                because=f"{bidder.name} has an interest here.",
                metric="lots",
                bidders=BidderSet(ids=(bidder.id,)),
                lots=LotSet(services=self.services, buyers=self.buyers),
                sense="at_most",
                limit=0,
                penalty=self.penalty,
                priority=self.priority,
            )
            for position, bidder in enumerate(case.bidders)
            if bidder.id in self.bidders
        )
        within = [
            each.name
            for each in case.bidders
            if each.id not in self.bidders and any(partner.bidder in self.bidders for partner in each.partners)
        ]
        remark = f"Partnerships that they are part of are free, unless they are stated too: {', '.join(within)}."
        return Changes(rules=rules, remarks=(remark,) if within else ())
