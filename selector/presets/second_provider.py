"""``second-provider``: each area has a second provider of critical services, for when the first one fails."""

from collections import Counter
from typing import Annotated

from pydantic import Field

from models import Case, CaseInvalid, Fault, LotSet, Rule, Service
from models.quantities import Cap, Id
from selector.presets.changes import Changes
from selector.presets.own_id import own_id
from selector.presets.parameters import Softened


class SecondProvider(Softened):
    """In each area at least two bidders win lots of each service stated: if one fails, another is there (N-1 cover).

    Areas in which fewer buyers buy the service are left out, as a lot has one winner. Each service has a rule of its own.
    """

    services: Annotated[tuple[Id, ...], Field(min_length=1, description="The critical services.")]
    number: Annotated[Cap, Field(ge=2, description="Least number of providers in an area.")] = 2

    def changes(self, case: Case) -> Changes:
        """A rule for each service, and remarks on areas and buyers that are left out."""
        rules: list[Rule] = []
        left_out: list[str] = []
        for position, service in enumerate(case.services):
            if service.id not in self.services:
                continue
            buyers = _buyers_by_area(case, service)
            areas = tuple(area for area, found in buyers.items() if found >= self.number)
            left_out += (f"{service.name} in {area}" for area in buyers if area not in areas)
            if areas:
                stated = areas if len(areas) < len(buyers) else ()
                rules.append(self._rule(position, service, LotSet(services=(service.id,), areas=stated)))
            elif not buyers:
                left_out.append(f"{service.name}, whose buyers have no area")
        if not rules:
            raise CaseInvalid(
                [Fault("/buyers", f"there is no area in which {self.number:,} of them buy such a service")]
            )
        remark = f"Left out, as fewer than {self.number:,} buyers buy it there: {'; '.join(left_out)}."
        return Changes(rules=tuple(rules), remarks=(*((remark,) if left_out else ()), *self._nowhere(case)))

    def _rule(self, position: int, service: Service, lots: LotSet) -> Rule:
        return Rule(
            id=own_id("second-provider", "services", position, service.id),
            name=f"Cover for {service.name}"[:500],
            because="So that a provider may fail and another is there.",
            metric="winners",
            lots=lots,
            per=("area",),
            sense="at_least",
            limit=self.number,
            penalty=self.penalty,
            priority=self.priority,
        )

    def _nowhere(self, case: Case) -> tuple[str, ...]:
        buying = {lot.buyer for lot in case.tendered if lot.service in self.services}
        without = [buyer.name for buyer in case.buyers if buyer.id in buying and buyer.area is None]
        return (f"Left out, as they have no area: {', '.join(without)}.",) if without else ()


def _buyers_by_area(case: Case, service: Service) -> Counter[str]:
    """By area, in the order of the buyers: how many buy the service, each one lot of it."""
    buying = {lot.buyer for lot in case.tendered if lot.service == service.id}
    return Counter(buyer.area for buyer in case.buyers if buyer.id in buying and buyer.area is not None)
