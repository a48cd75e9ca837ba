"""``end-to-end``: each buyer has one provider for all its local services."""

from typing import Annotated

from pydantic import Field

from models import Case, CaseInvalid, Fault, LotSet, Rule
from models.quantities import Cap
from selector.presets.changes import Changes
from selector.presets.parameters import Ids, Softened


class EndToEnd(Softened):
    """The local services of each buyer, or those stated, are won by one bidder; or by a few, as stated.

    Lot 1 of the Lead Provider Framework (2014-15) was such end-to-end support. What a buyer does without a bid it does as
    one provider more.
    """

    most: Annotated[Cap, Field(description="Most providers of a buyer's local services.")] = 1
    services: Ids = ()
    buyers: Ids = ()

    def changes(self, case: Case) -> Changes:
        """One rule over the local services by name, and a remark on services at scale."""
        services = self.services or tuple(each.id for each in case.services if each.scale == "local")
        if not services:
            raise CaseInvalid([Fault("/services", "none is local: state the services that are to go together")])
        rule = Rule(
            id="end-to-end",
            name="End-to-end support",
            because="So that a buyer's local services come from one hand, or from few.",
            metric="winners",
            lots=LotSet(services=services, buyers=self.buyers),
            per=("buyer",),
            sense="at_most",
            limit=self.most,
            penalty=self.penalty,
            priority=self.priority,
        )
        free = [each.name for each in case.services if each.id not in services]
        return Changes(rules=(rule,), remarks=(f"Free of it: {', '.join(free)}.",) if free else ())
