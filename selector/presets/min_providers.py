"""``min-providers``: each service has at least so many providers."""

from collections import Counter
from typing import Annotated

from pydantic import Field

from models import Case, CaseInvalid, Fault, LotSet, Rule
from models.quantities import Cap
from selector.presets.changes import Changes
from selector.presets.chosen_lots import chosen_lots
from selector.presets.parameters import Ids, Softened


class MinProviders(Softened):
    """Each service, or each of those stated, is won by at least so many bidders.

    Two: the least that was called a range of providers. Services with fewer lots than that are left out, as a lot has
    one winner.
    """

    number: Annotated[Cap, Field(description="Least number of providers.")] = 2
    services: Ids = ()

    def changes(self, case: Case) -> Changes:
        """One rule, and a remark on the services that are left out."""
        lots = Counter(lot.service for lot in chosen_lots(case, LotSet(services=self.services)))
        names = {service.id: service.name for service in case.services if service.id in lots}
        enough = tuple(service for service in names if lots[service] >= self.number)
        if not enough:
            raise CaseInvalid([Fault("/services", f"none of these is bought in {self.number:,} lots or more")])
        left_out = [name for service, name in names.items() if service not in enough]
        remark = f"Left out, as they have fewer than {self.number:,} lots: {', '.join(left_out)}."
        rule = Rule(
            id="min-providers",
            name="Least number of providers",
            because="So that no service depends on too few.",
            metric="winners",
            # All of them are meant where none is stated and none is left out: one more would be, too.
            lots=LotSet(services=enough if self.services or left_out else ()),
            per=("service",),
            sense="at_least",
            limit=self.number,
            penalty=self.penalty,
            priority=self.priority,
        )
        return Changes(rules=(rule,), remarks=(remark,) if left_out else ())
